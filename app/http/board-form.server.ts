/** What the board's other forms send: units for a night, and the word for it; and when it was said, where that was a while ago. */
import { z } from "zod";
import { endSaid } from "~/domain/extra-units";
import type { EpochSeconds } from "~/domain/journey";
import type { LocalDate } from "~/domain/zone";
import { count, saidOf, whole, wholeId } from "./count-form.server";
import { asMeant } from "./form-moment.server";
import { typedLine } from "./typed-words.server";

const LONGEST_TYPED = 40;

const extraFields = z.object({
  key: z.uuid(),
  pool: wholeId,
  version: wholeId,
  saw: count.saw,
  sure: count.sure,
});

export type ExtraForm = z.infer<typeof extraFields> & { units: number; until: Date | null; saidAt?: Date };

export type ReadExtra =
  | { kind: "extra"; form: ExtraForm }
  | { kind: "unclear"; problem: "old-form" | "too-old" }
  | { kind: "unclear"; problem: "units" | "until"; typed: string };

const secondsOf = (at: Date): EpochSeconds => Math.floor(at.getTime() / 1000);

/** A clock time is the next one after it was said: sent again later, it is still the same moment. */
export function readExtra(form: FormData, now: Date, timeZone: string): ReadExtra {
  const said = saidOf(form, now);
  const read = extraFields.safeParse(Object.fromEntries(form));
  if (!read.success || said.kind === "unclear") return { kind: "unclear", problem: "old-form" };
  if (said.kind === "too-old") return { kind: "unclear", problem: "too-old" };
  const [extra, until] = [
    typedLine(form.get("extra"), LONGEST_TYPED),
    typedLine(form.get("until"), LONGEST_TYPED),
  ];
  const units = whole.safeParse(extra);
  if (!units.success) return { kind: "unclear", problem: "units", typed: extra };
  const { saidAt } = said;
  const base = { ...read.data, units: units.data, ...(saidAt && { saidAt }) };
  if (units.data === 0) return { kind: "extra", form: { ...base, until: null } };
  const next = (from: EpochSeconds) => endSaid(until, from, timeZone);
  const end = saidAt ? next(secondsOf(saidAt)) : asMeant(form, secondsOf(now), next);
  if (end === undefined) return { kind: "unclear", problem: "until", typed: until };
  return { kind: "extra", form: { ...base, until: new Date(end * 1000) } };
}

const wordFields = z.object({ key: z.uuid(), night: z.iso.date(), open: z.enum(["open", "closed", "none"]) });
const SAID = { open: true, closed: false, none: null };

export type WordForm = {
  key: string;
  night: LocalDate;
  word: keyof typeof SAID;
  open: boolean | null;
  saidAt?: Date;
};

/** Undefined where it is no form of ours, or was said days ago. */
export function readWord(form: FormData, now: Date): WordForm | undefined {
  const said = saidOf(form, now);
  const read = wordFields.safeParse(Object.fromEntries(form));
  if (!read.success || said.kind !== "said") return undefined;
  const { key, night, open } = read.data;
  return { key, night, word: open, open: SAID[open], ...(said.saidAt && { saidAt: said.saidAt }) };
}
