/** The note for callers as staff write it: plain text, a line each; what does not fit comes back as it was typed. */
import { z } from "zod";
import { LONGEST_NOTE, type NoteProblem, type NoteWords, type TypedNote } from "~/domain/note";
import { whenIn } from "~/domain/clock-words";
import { startOf } from "~/domain/ask-time";
import { LANGUAGES } from "~/text/language";
import { typedLine } from "~/http/typed-words.server";

// Longer than is taken, so that who wrote too much sees what to leave out.
const LONGEST_KEPT = 1000;

export type ReadNote =
  | {
      kind: "note";
      key: string;
      seenNote: number;
      words: NoteWords | null;
      /** "tonight", or a moment an undo names, or until it is taken away. */
      until: "tonight" | Date | null;
      typed: TypedNote;
    }
  | { kind: "unclear"; problem: NoteProblem; typed: TypedNote };

const head = z.object({
  key: z.uuid(),
  seen: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});

export function readNote(form: FormData, now: Date, timeZone: string): ReadNote {
  const typed = typedIn(form);
  const read = head.safeParse({ key: form.get("key"), seen: form.get("seen") });
  if (!read.success) return { kind: "unclear", problem: { kind: "old-form" }, typed };
  const base = { kind: "note" as const, key: read.data.key, seenNote: read.data.seen, typed };
  if (form.get("clear") === "1") return { ...base, words: null, until: null };
  for (const language of LANGUAGES) {
    const { length } = typed.words[language] ?? "";
    if (length > LONGEST_NOTE)
      return { kind: "unclear", problem: { kind: "too-long", language, length }, typed };
  }
  const given = LANGUAGES.filter((language) => typed.words[language] !== "");
  if (given.length === 0) return { kind: "unclear", problem: { kind: "empty" }, typed };
  const words = Object.fromEntries(given.map((language) => [language, typed.words[language]]));
  return { ...base, words, until: untilIn(form, now, timeZone) };
}

function untilIn(form: FormData, now: Date, timeZone: string): "tonight" | Date | null {
  const chosen = form.get("until");
  if (chosen === "always") return null;
  // Tonight ends when the page said it does, however often it is sent.
  const until = chosen === "tonight" ? form.get("ends") : chosen;
  // As the page writes it: "2026-01-15 08:00".
  const when = typeof until === "string" ? whenIn(until) : undefined;
  if (when?.kind !== "on") return "tonight";
  const at = new Date(startOf(when, now.getTime() / 1000, timeZone) * 1000);
  // A page left open since another night.
  return chosen === "tonight" && at <= now ? "tonight" : at;
}

function typedIn(form: FormData): TypedNote {
  const words = LANGUAGES.map((language) => [language, typedLine(form.get(language), LONGEST_KEPT)]);
  return {
    words: Object.fromEntries(words) as TypedNote["words"],
    until: form.get("until") === "always" ? "always" : "tonight",
  };
}
