/** What the board says of each pool: drawn on the server, and told to open boards as things change. */
import {
  countShown,
  isOtherExtra,
  takenWhenFull,
  undoable,
  UNDO_MS,
  type BoardPool,
  type Statement,
} from "~/domain/board";
import type { HoldState } from "~/domain/hold";
import { freeUnits, type ExtraUntil, type Household, type Unit } from "~/domain/pool";
import { isoTime } from "~/domain/zone";
import { afterWords } from "~/text/inbox-after";
import { boardWords } from "~/text/board-words";
import { countWords } from "~/text/count";
import type { Language } from "~/text/language";
import { capital, type Clock } from "~/text/say";
import { staffWords } from "~/text/staff";

/** How a change is taken back: which form, with what in it, what it says, and for how long still. */
export type Undo = {
  to: "count" | "extra" | "holds/not-in";
  fields: Record<string, string>;
  words: string;
  ms: number;
};

export type RowNews = {
  pool: number;
  version: number;
  /** The count, as a form says what it was sent from. */
  saw: string;
  occupied: number;
  outOfService: number;
  isCounted: boolean;
  free: number;
  freeWords: string;
  /** Below zero more are taken than there are. */
  left: number;
  full: number;
  over: string;
  parts: string;
  saved: string;
  changed: string;
  extra: number;
  /** As it is typed: "8 am"; empty where there are none. */
  extraUntil: string;
  undo: Undo | null;
};

/** The hold whose arrival, or its taking back, made the count in force; null where somebody counted. */
export type Behind = { holdId: string; state: HoldState } | null;

export type Teller = { language: Language; clock: Clock; timeZone: string; now: Date };

/** "Rooms for families", as the public reads it. */
export function poolName(
  { household, unit }: { household: Household; unit: Unit },
  language: Language,
): string {
  const [, many] = countWords[language].units[unit];
  return `${capital(many)} ${countWords[language].households[household]}`;
}

/** Whom the board and the log name for what was said. */
export function sayer({ who, way }: Pick<Statement, "who" | "way">, language: Language): string {
  return way === "sample" ? boardWords[language].sampleData : who;
}

export function rowNews(pool: BoardPool & { behind: Behind }, teller: Teller): RowNews {
  const { language, clock } = teller;
  const words = staffWords[language];
  const { occupied, outOfService } = pool;
  const [left, [last], counted] = [freeUnits(pool), pool.said, pool.counted];
  const timeOf = ({ at }: Statement) => clock.departs(at.getTime() / 1000);
  return {
    pool: pool.poolId,
    version: pool.version,
    saw: countShown(pool),
    occupied,
    outOfService,
    // Before the first count nothing can be still right: the numbers it begins with are nobody's.
    isCounted: counted !== null,
    free: Math.max(0, left),
    freeWords: words.free(left),
    left,
    full: takenWhenFull(pool),
    over: left < 0 ? `${words.over(-left)}. ${words.overHint}` : "",
    parts: partsOf(pool, teller),
    saved: counted ? words.saved(timeOf(counted), sayer(counted, language)) : words.never,
    changed: last ? boardWords[language].changed(occupied, sayer(last, language), timeOf(last)) : "",
    extra: pool.extra?.units ?? 0,
    extraUntil: pool.extra ? clock.hour(pool.extra.until) : "",
    undo: undoOf(pool, teller),
  };
}

/** "8 extra until 8 am". */
export function extraSentence(
  { units, until }: ExtraUntil,
  { language, clock }: Pick<Teller, "language" | "clock">,
) {
  return boardWords[language].extraNow(units, clock.until(until));
}

function partsOf(pool: BoardPool, teller: Teller): string {
  const words = staffWords[teller.language];
  const { occupied, outOfService, held, capacity, extra } = pool;
  const parts = [
    words.taken(occupied, capacity),
    ...(extra ? [extraSentence(extra, teller)] : []),
    ...(held > 0 ? [words.held(held)] : []),
    ...(outOfService > 0 ? [words.outOfService(outOfService)] : []),
  ];
  return `${parts.join(", ")}.`;
}

function undoOf(pool: BoardPool & { behind: Behind }, { language, timeZone, now }: Teller): Undo | null {
  const before = undoable(pool, now);
  const [last] = pool.said;
  if (!before || !last) return null;
  const ms = UNDO_MS - (now.getTime() - last.at.getTime());
  // What an arrival counted goes back with its hold, never without it.
  if (pool.behind) {
    const { holdId, state } = pool.behind;
    const words = afterWords[language].takeBack;
    return state === "arrived" ? { to: "holds/not-in", fields: { hold: holdId }, words, ms } : null;
  }
  if (!isOtherExtra(last, before)) {
    const fields = { occupied: String(before.occupied), outOfService: String(before.outOfService) };
    return { to: "count", fields, words: staffWords[language].undo(before.occupied), ms };
  }
  return {
    to: "extra",
    fields: extraFields(before, timeZone, now),
    words: boardWords[language].undoExtra(before.extra),
    ms,
  };
}

function extraFields({ extra, extraUntil }: Statement, timeZone: string, now: Date): Record<string, string> {
  if (extra === 0 || !extraUntil || extraUntil <= now) return { extra: "0" };
  return { extra: String(extra), until: wallWords(extraUntil.getTime() / 1000, timeZone) };
}

/** As it may be typed: "2026-01-15 08:00". */
export function wallWords(at: number, timeZone: string): string {
  return isoTime(at, timeZone).slice(0, 16).replace("T", " ");
}
