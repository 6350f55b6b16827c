/** The board's changes, as a page and as its script send them: done, or what to ask or say instead. */
import { findBoardPool, type PoolNow } from "~/data/board.server";
import { NEVER_SEEN, report, reportExtra } from "~/data/reports.server";
import { countShown, isExtraWorthAsking, isWorthAsking } from "~/domain/board";
import type { StaffPlace } from "~/domain/staff";
import { boardWords } from "~/text/board-words";
import {
  countQuestion,
  extraQuestion,
  fieldsToMend,
  type Question,
  type ToMend,
} from "~/text/board-questions";
import type { Language } from "~/text/language";
import { staffWords } from "~/text/staff";
import { readExtra, type ExtraForm, type ReadExtra } from "./board-form.server";
import { poolIn, readCount, saidOf } from "./count-form.server";
import { notFound } from "./refusals.server";
import { typedLine } from "./typed-words.server";

export type Asked = (Question & { occupied?: number; outOfService?: number }) | Unclear;
/** `typed` is null where the form itself is not one of ours. */
type Unclear = { kind: "unclear"; typed: string | null; sentence: string; toMend: ToMend | null };

export type Outcome =
  | { kind: "saved"; version: number | null }
  | { kind: "asks"; asks: Asked; pool: PoolNow | null; status: 200 | 400 | 409 };

const LONGEST_TYPED = 40;
// What a form of the board says of the count it showed.
const SEEN = ["pool", "version", "saw"];

export type Change = {
  token: string;
  place: StaffPlace;
  form: FormData;
  language: Language;
  now: Date;
};

export async function saveCount(change: Change): Promise<Outcome> {
  const { token, form, language, now } = change;
  const [read, said] = [readCount(form), saidOf(form, now)];
  const words = staffWords[language];
  const pool = await findPool(change);
  if (!pool) {
    const gone = { ...said, token, poolId: poolIn(form), seenVersion: NEVER_SEEN };
    return repeated(read.kind === "count" && report({ ...gone, ...read.count }));
  }
  if (said.kind === "too-old") return unclear(pool, null, boardWords[language].tooOld);
  if (said.kind === "unclear") return unclear(pool, null, words.oldForm);
  if (read.kind === "unclear")
    return read.typed === null
      ? unclear(pool, null, words.oldForm)
      : unclear(pool, read.typed, words.unclear(read.typed), toMend("count", change));

  const { key, version, saw, occupied, outOfService, sure } = read.count;
  const wanted = { occupied, outOfService };
  // Who said that it is still right said it of what they saw.
  const meant = { ...wanted, occupied: occupied ?? (saw ? Number(saw.split("-", 1)[0]) : undefined) };
  const asks = (kind: Question["kind"], then: PoolNow, status: 200 | 409): Outcome => ({
    kind: "asks",
    asks: { ...countQuestion(kind, then, meant, language), ...wanted },
    pool: then,
    status,
  });
  const isSeen = version === pool.version || saw === countShown(pool);
  const mine = { key, token, poolId: pool.poolId, ...wanted, saidAt: said.saidAt };
  const isAsked = !sure && occupied !== undefined && isSeen && isWorthAsking(pool, occupied);
  let answer = await report({ ...mine, seenVersion: isAsked ? NEVER_SEEN : version });
  if (answer.kind === "moved-on" && isAsked) return asks("sure", pool, 200);
  if (answer.kind === "moved-on" && saw === countShown(answer))
    // Only what is held has changed: the count that was said is of what was seen.
    answer = await report({ ...mine, seenVersion: answer.version });
  // Asked about: what of it is still on its way does nothing any more.
  if (answer.kind === "moved-on") answer = await report({ ...mine, seenVersion: NEVER_SEEN });
  if (answer.kind === "moved-on") return asks("moved", await poolOf(change), 409);
  if (answer.kind === "reported") return { kind: "saved", version: answer.version };
  return unclear(pool, null, words.oldForm);
}

export async function saveExtra(change: Change): Promise<Outcome> {
  const { token, place, form, language, now } = change;
  const [pool, read] = [await findPool(change), readExtra(form, now, place.timeZone)];
  if (!pool) {
    const gone = { token, poolId: poolIn(form), seenVersion: NEVER_SEEN };
    return repeated(read.kind === "extra" && reportExtra({ ...gone, ...read.form }));
  }
  if (read.kind === "unclear") {
    const [typed, sentence] = unclearExtra(read, language);
    return unclear(pool, typed, sentence, typed === null ? null : toMend("extra", change));
  }
  const { key, version, saw, units, until, sure, saidAt } = read.form;
  const isSeen = version === pool.version || saw === countShown(pool);
  const said = { key, token, poolId: pool.poolId, units, until, saidAt };
  const isAsked = !sure && isSeen && isExtraWorthAsking(pool, units);
  let answer = await reportExtra({ ...said, seenVersion: isAsked ? NEVER_SEEN : version });
  if (answer.kind === "moved-on" && isAsked) return asksExtra("sure", pool, read.form, change);
  const since = answer.kind === "moved-on" ? await poolOf(change) : pool;
  if (answer.kind === "moved-on" && saw === countShown(since))
    answer = await reportExtra({ ...said, seenVersion: since.version });
  if (answer.kind === "moved-on") answer = await reportExtra({ ...said, seenVersion: NEVER_SEEN });
  switch (answer.kind) {
    case "reported":
      return { kind: "saved", version: answer.version };
    case "moved-on":
      return asksExtra("moved", since, read.form, change);
    case "no-count-yet":
      return unclear(pool, null, boardWords[language].noCountYet);
    case "already-over":
    case "out-of-range":
      return unclear(
        pool,
        untilIn(form),
        boardWords[language].overAlready(untilIn(form)),
        toMend("extra", change),
      );
    default:
      return unclear(pool, null, staffWords[language].oldForm);
  }
}

const findPool = ({ place, form }: Change) => findBoardPool(place.placeId, poolIn(form));

async function poolOf(change: Change): Promise<PoolNow> {
  const pool = await findPool(change);
  if (!pool) throw notFound("place");
  return pool;
}

/** Of a pool that is gone: what was saved before it went is answered as it was then. */
async function repeated(asked: false | Promise<{ kind: string; version?: number }>): Promise<Outcome> {
  const answer = await asked;
  if (!answer || answer.kind !== "reported") throw notFound("place");
  return { kind: "saved", version: answer.version ?? null };
}

export function unclear(
  pool: PoolNow | null,
  typed: string | null,
  sentence: string,
  mend: ToMend | null = null,
): Outcome {
  return { kind: "asks", asks: { kind: "unclear", typed, sentence, toMend: mend }, pool, status: 400 };
}

function toMend(to: ToMend["to"], { form, language }: Change): ToMend {
  return {
    to,
    seen: Object.fromEntries(SEEN.map((name) => [name, typedLine(form.get(name), LONGEST_TYPED)])),
    fields: Object.entries(fieldsToMend(to, language)).map(([name, label]) => ({
      name,
      label,
      typed: typedLine(form.get(name), LONGEST_TYPED),
    })),
    save: to === "count" ? staffWords[language].save : boardWords[language].extraSave,
  };
}

function unclearExtra(
  read: Extract<ReadExtra, { kind: "unclear" }>,
  language: Language,
): [typed: string | null, sentence: string] {
  const words = boardWords[language];
  switch (read.problem) {
    case "units":
      return [read.typed, words.unclearExtra(read.typed)];
    case "until":
      return [read.typed, words.unclearUntil(read.typed)];
    case "too-old":
      return [null, words.tooOld];
    case "old-form":
      return [null, staffWords[language].oldForm];
  }
}

function asksExtra(
  kind: Question["kind"],
  pool: PoolNow,
  { units }: ExtraForm,
  { form, language }: Change,
): Outcome {
  const asks = extraQuestion(kind, pool, { units, until: untilIn(form) }, language);
  return { kind: "asks", asks, pool, status: kind === "sure" ? 200 : 409 };
}

function untilIn(form: FormData): string {
  return typedLine(form.get("until"), LONGEST_TYPED);
}
