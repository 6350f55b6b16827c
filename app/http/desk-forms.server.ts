/** The forms beside an ask, read and done: what is refused comes back with why, and as it was typed. */
import { z } from "zod";
import { answerAsk, claimAsk, handOverAsk, noteOnAsk, settleAsk } from "~/data/desk.server";
import { GROUP_QUICK } from "~/domain/ask";
import { LONGEST_SAID, type AskChange, type AskProblem, type AskSheet } from "~/domain/desk";
import { LONGEST_WHERE } from "~/domain/search";
import { LANGUAGES, type Language } from "~/text/language";
import { typedLine, typedLines } from "~/http/typed-words.server";

export type TypedInAsk = { said: string; note: string };
export type ChangedAsk =
  | { kind: "done"; typed: TypedInAsk }
  /** Gone meanwhile, or not theirs any more. */
  | { kind: "gone" }
  | { kind: "refused"; problem: AskProblem; typed: TypedInAsk };

type Doing = {
  form: FormData;
  key: string;
  token: string;
  ask: AskSheet;
  language: Language;
  typed: TypedInAsk;
};
type Answer = { kind: string; who?: string | null };

const NOTHING: TypedInAsk = { said: "", note: "" };

export async function changeAskBy(
  change: Exclude<AskChange, "places">,
  form: FormData,
  by: Pick<Doing, "token" | "ask" | "language">,
): Promise<ChangedAsk> {
  const typed = { said: typedLines(form.get("said")), note: typedLines(form.get("note")) };
  const key = z.uuid().safeParse(form.get("key"));
  if (!key.success) return { kind: "refused", problem: { kind: "old-form" }, typed };
  return DOING[change]({ ...by, form, key: key.data, typed });
}

const DOING: Record<Exclude<AskChange, "places">, (doing: Doing) => Promise<ChangedAsk>> = {
  async say({ form, key, token, ask, language, typed }) {
    const quick = GROUP_QUICK.find((each) => each === form.get("quick")) ?? null;
    const problem = quick === null ? problemOf(typed.said) : null;
    if (problem) return { kind: "refused", problem, typed };
    const said = quick === null ? typed.said : null;
    // A ready sentence is in the family's language, whatever the coordinator reads.
    const written = LANGUAGES.find((each) => each === form.get("language")) ?? language;
    const answer = await answerAsk({ key, token, askId: ask.askId, said, quick, language: written });
    return changed(answer, typed, quick === null ? NOTHING : typed);
  },
  async claim({ form, key, token, ask, typed }) {
    const from = personIn(form.get("from"));
    return changed(await claimAsk({ key, token, askId: ask.askId, from }), typed);
  },
  async hand({ form, key, token, ask, typed }) {
    const to = personIn(form.get("to"));
    if (to === null && form.get("let-go") !== "1")
      return { kind: "refused", problem: { kind: "unknown-person" }, typed };
    return changed(await handOverAsk({ key, token, askId: ask.askId, to }), typed);
  },
  async note({ key, token, ask, typed }) {
    const problem = problemOf(typed.note);
    if (problem) return { kind: "refused", problem, typed };
    return changed(await noteOnAsk({ key, token, askId: ask.askId, words: typed.note }), typed);
  },
  async end({ form, key, token, ask, typed }) {
    const read = ending.safeParse({ as: form.get("as"), of: form.get("of") });
    if (!read.success) return { kind: "refused", problem: { kind: "old-form" }, typed };
    const answer = await settleAsk({ key, token, askId: ask.askId, ...read.data });
    // Closed is what was wanted, by whomever it was done first.
    return answer.kind === "closed" ? { kind: "done", typed: NOTHING } : changed(answer, typed);
  },
};

const ending = z.object({
  as: z.enum(["helped", "elsewhere", "no-contact", "duplicate", "open"]),
  of: z.uuid().nullable(),
});

const DONE = new Set(["said", "claimed", "handed-over", "noted", "open"]);

function changed(answer: Answer, typed: TypedInAsk, left: TypedInAsk = NOTHING): ChangedAsk {
  const { kind, who = null } = answer;
  if (DONE.has(kind)) return { kind: "done", typed: left };
  switch (kind) {
    case "moved-on":
      return { kind: "refused", problem: { kind, who }, typed };
    case "closed":
    case "unknown-person":
    case "key-used-otherwise":
      return { kind: "refused", problem: { kind }, typed };
    case "unknown-ask":
    case "signed-out":
      return { kind: "gone" };
    default:
      return { kind: "refused", problem: { kind: "old-form" }, typed };
  }
}

/** A choice among several, or what was typed. */
export function placesAskedFrom(form: FormData): string {
  return typedLine(form.get("choice") ?? form.get("from"), LONGEST_WHERE);
}

function problemOf(words: string): AskProblem | null {
  if (words === "") return { kind: "empty" };
  // As the database counts them.
  const { length } = [...words];
  return length > LONGEST_SAID ? { kind: "too-long", length } : null;
}

function personIn(value: FormDataEntryValue | null): number | null {
  return typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : null;
}
