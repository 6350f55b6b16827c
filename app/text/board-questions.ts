/** What is asked before a change of the board is taken, as a page or beside its row: whether it is right, or still right. */
import { countShown, type BoardPool } from "~/domain/board";
import { freeUnits } from "~/domain/pool";
import { poolName } from "~/text/board";
import { boardWords } from "~/text/board-words";
import type { Language } from "~/text/language";
import { staffWords } from "~/text/staff";

type PoolNow = Omit<BoardPool, "said" | "counted">;

/** `fields` are what a yes sends, beside a new key. */
export type Question = {
  kind: "sure" | "moved";
  to: "count" | "extra" | "tonight";
  title: string;
  sentence: string;
  yes: string;
  no: string;
  fields: Record<string, string>;
};

/** What was typed and is no number or hour, to be mended; `seen` is what the board showed when it was typed. */
export type ToMend = {
  to: "count" | "extra";
  seen: Record<string, string>;
  fields: { name: string; label: string; typed: string }[];
  save: string;
};

export function fieldsToMend(to: ToMend["to"], language: Language): Record<string, string> {
  const [words, more] = [staffWords[language], boardWords[language]];
  return to === "count"
    ? { occupied: words.takenField, outOfService: words.outOfServiceField }
    : { extra: more.extraField, until: more.untilField };
}

type Wanted = { occupied?: number; outOfService?: number };

export function countQuestion(
  kind: Question["kind"],
  pool: PoolNow,
  { occupied = pool.occupied, outOfService }: Wanted,
  language: Language,
): Question {
  const words = staffWords[language];
  const what = poolName(pool, language);
  const then = freeUnits({ ...pool, occupied, outOfService: outOfService ?? pool.outOfService });
  const isSure = kind === "sure";
  return {
    kind,
    to: "count",
    title: isSure ? words.askTitle : words.movedTitle,
    sentence: isSure
      ? words.ask(what, words.freeThen(then))
      : words.moved(what, pool.occupied, String(occupied)),
    yes: isSure ? words.yes : words.saveMine(String(occupied)),
    no: isSure ? words.no : words.keepTheirs,
    fields: {
      ...ofPool(pool),
      occupied: String(occupied),
      ...(outOfService !== undefined && { outOfService: String(outOfService) }),
    },
  };
}

export function extraQuestion(
  kind: Question["kind"],
  pool: PoolNow,
  { units, until }: { units: number; until: string },
  language: Language,
): Question {
  const [words, more] = [staffWords[language], boardWords[language]];
  const what = poolName(pool, language);
  const isSure = kind === "sure";
  return {
    kind,
    to: "extra",
    title: isSure ? words.askTitle : words.movedTitle,
    sentence: isSure ? more.askExtra(what, units) : more.movedExtra(what),
    yes: isSure ? words.yes : more.saveWord(more.extraNow(units, until)),
    no: isSure ? words.no : words.keepTheirs,
    fields: { ...ofPool(pool), extra: String(units), until },
  };
}

export function wordQuestion(
  { night, word }: { night: string; word: "open" | "closed" | "none" },
  language: Language,
): Question {
  const [words, more] = [staffWords[language], boardWords[language]];
  const mine = { open: words.openTonight, closed: words.notTonight, none: words.notDecided }[word];
  return {
    kind: "moved",
    to: "tonight",
    title: words.movedTitle,
    sentence: more.askLate(mine),
    yes: more.saveWord(mine),
    no: words.keepTheirs,
    fields: { night, open: word },
  };
}

function ofPool(pool: PoolNow): Record<string, string> {
  return { pool: String(pool.poolId), version: String(pool.version), saw: countShown(pool), sure: "1" };
}
