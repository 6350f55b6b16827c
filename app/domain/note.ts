/** What staff tell callers of their place: plain text in the languages it was given in, until a moment or until it is taken away. */
import type { EpochSeconds } from "~/domain/journey";

/** Long enough for a door and an hour, short enough to be read at a bus stop. */
export const LONGEST_NOTE = 300;

/** Keys are language codes; at least one. */
export type NoteWords = Partial<Record<string, string>>;

export type PlaceNote = { words: NoteWords; saidAt: EpochSeconds };

export type Note = {
  noteId: number;
  /** null: it was taken away. */
  words: NoteWords | null;
  /** null: until it is taken away. */
  until: Date | null;
  who: string;
  saidAt: Date;
};

/** As it was typed, to be shown again; keys are language codes. */
export type TypedNote = { words: Record<string, string>; until: "tonight" | "always" };

export type NoteProblem =
  { kind: "too-long"; language: string; length: number } | { kind: "empty" | "moved" | "old-form" };

/** In the reader's language; in another one where it was given in no other, with its name. */
export function noteIn(words: NoteWords, language: string): { text: string; language: string } | null {
  const [given] = Object.entries(words).toSorted(
    ([a], [b]) => Number(b === language) - Number(a === language) || Number(b === "en") - Number(a === "en"),
  );
  return given?.[1] ? { text: given[1], language: given[0] } : null;
}

export function isInForce(note: Note | undefined, now: Date): boolean {
  return note !== undefined && note.words !== null && (note.until === null || note.until > now);
}

const UNDO_MS = 30_000;

/** What was there before the newest, as long as that can be taken back; null for "no note". */
export function undoableNote(
  [last, before]: readonly Note[],
  now: Date,
): { words: NoteWords | null; until: Date | null } | undefined {
  if (!last || now.getTime() - last.saidAt.getTime() > UNDO_MS) return undefined;
  const was = isInForce(before, now) ? before : undefined;
  return { words: was?.words ?? null, until: was?.until ?? null };
}
