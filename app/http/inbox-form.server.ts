/** The forms of the inbox: a tap on a hold, a no with its reason, a hold for somebody on the phone. */
import { z } from "zod";
import { startOf } from "~/domain/ask-time";
import type { EpochSeconds } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { SearchProblem } from "~/domain/search";
import { asMeant } from "~/http/form-moment.server";
import { parseSearch } from "~/http/search.server";
import type { HeldByPhone } from "~/domain/hold";
import { formWords, problemSentence } from "~/text/form";
import { phoneWords } from "~/text/inbox-phone";
import type { Language } from "~/text/language";
import { DECLINE_REASONS, declineText, LONGEST_OWN_WORDS, type DeclineReason } from "~/text/decline-reasons";

export type Tap = { key: string; holdId: string };

const tap = z.object({ key: z.uuid(), hold: z.uuid().transform((id) => id.toLowerCase()) });

/** Null: no form of ours. */
export function readTap(form: FormData): Tap | null {
  const { data } = tap.safeParse({ key: form.get("key"), hold: form.get("hold") });
  return data ? { key: data.key, holdId: data.hold } : null;
}

// Longer than is taken, so that who wrote too much sees what to leave out.
const LONGEST_KEPT = 1000;

export type TypedReason = { reason: DeclineReason | null; ownWords: string };
export type ReadReason =
  | { kind: "reason"; text: string; typed: TypedReason }
  | { kind: "unclear"; problem: "needs-a-reason" | "too-long"; typed: TypedReason };

export function readReason(form: FormData): ReadReason {
  const chosen = textIn(form, "reason");
  const typed: TypedReason = {
    reason: Object.hasOwn(DECLINE_REASONS, chosen) ? (chosen as DeclineReason) : null,
    ownWords: textIn(form, "words").trim().slice(0, LONGEST_KEPT),
  };
  if (typed.ownWords.length > LONGEST_OWN_WORDS) return { kind: "unclear", problem: "too-long", typed };
  const text = declineText(typed.reason, typed.ownWords);
  return text ? { kind: "reason", text, typed } : { kind: "unclear", problem: "needs-a-reason", typed };
}

/** As it was typed, to be shown again. */
export type TypedCall = { pool: string; adults: string; children: string; when: string; contact: string };
export type CallProblem =
  | { field: "pool" }
  | { field: "contact" }
  | { field: "adults" | "children" | "when"; problem: SearchProblem["problem"] };
export type ReadCall =
  | {
      kind: "call";
      key: string;
      poolId: number;
      party: Party;
      arrivesAt?: Date;
      contact?: string;
      typed: TypedCall;
    }
  | { kind: "unclear"; problems: CallProblem[]; typed: TypedCall }
  | { kind: "not-ours" };

export const LONGEST_CONTACT = 100;
// Longer than any answer to these questions.
const LONGEST_TYPED = 200;

export function readCall(form: FormData, now: EpochSeconds, timeZone: string): ReadCall {
  const key = z.uuid().safeParse(form.get("key"));
  if (!key.success) return { kind: "not-ours" };
  const typed = typedIn(form);
  const asked = parseSearch(new URLSearchParams({ ...typed, where: "", region: "" }));
  const problems: CallProblem[] = [
    ...(/^\d{1,15}$/.test(typed.pool) ? [] : [{ field: "pool" as const }]),
    ...(asked.kind === "unclear" ? asked.problems.filter(isOfACall) : []),
    ...(typed.contact.length > LONGEST_CONTACT ? [{ field: "contact" as const }] : []),
  ];
  if (problems.length > 0 || asked.kind === "unclear") return { kind: "unclear", problems, typed };
  const { party, when } = asked.search;
  return {
    kind: "call",
    key: key.data,
    poolId: Number(typed.pool),
    party,
    typed,
    // Whole minutes from when the page was made: the same form sent again asks for the same.
    ...(when.kind !== "now" && {
      arrivesAt: new Date(
        Math.floor(asMeant(form, now, (from) => startOf(when, from, timeZone)) / 60) * 60_000,
      ),
    }),
    ...(typed.contact !== "" && { contact: typed.contact }),
  };
}

export type CallSentences = Partial<Record<keyof TypedCall | "form", string>>;

export function callProblems(problems: readonly CallProblem[], language: Language): CallSentences {
  const words = phoneWords[language].problems;
  const sentences: CallSentences = {};
  for (const problem of problems) {
    if (problem.field === "pool") sentences.pool = words.pool;
    else if (problem.field === "contact") sentences.contact = words.contact(LONGEST_CONTACT);
    else if (problem.field === "when") sentences.when = words.when;
    else sentences[problem.field] = problemSentence(formWords[language], problem);
  }
  return sentences;
}

/** Why the database held nothing, beside what it is about. */
export function refusedCall(kind: Exclude<HeldByPhone["kind"], "taken">, language: Language): CallSentences {
  const words = phoneWords[language].problems;
  switch (kind) {
    case "full":
      return { pool: words.full };
    case "unknown-pool":
      return { pool: words.pool };
    case "arrives-too-late":
      return { when: words["arrives-too-late"] };
    case "out-of-range":
      return { adults: words["out-of-range"] };
    case "key-used-otherwise":
    case "signed-out":
      return { form: words[kind] };
  }
}

function isOfACall(problem: SearchProblem): problem is Extract<CallProblem, { problem: unknown }> {
  return ["adults", "children", "when"].includes(problem.field);
}

function typedIn(form: FormData): TypedCall {
  const short = (name: string) => textIn(form, name).trim().slice(0, LONGEST_TYPED);
  return {
    pool: short("pool"),
    adults: short("adults"),
    children: short("children"),
    when: short("when"),
    contact: short("contact"),
  };
}

/** Control characters are no part of what people write, and some of them no database takes. */
function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.replace(/\p{Cc}+/gu, " ") : "";
}
