/** The note for callers that staff put on a place: said once for its key, never rewritten, the newest counts. */
import type { Note, NoteWords } from "~/domain/note";
import { sql, within } from "./database.server";

export type StaffNote = {
  key: string;
  token: string;
  placeId: number;
  /** null takes it away. */
  words: NoteWords | null;
  /** null: until somebody takes it away. */
  until: Date | null;
  /** The newest one the page showed, 0 for none. */
  seenNote: number;
};

export type NoteSaid = {
  kind: "said" | "moved-on" | "unknown-place" | "out-of-range" | "signed-out" | "key-used-otherwise";
};

export async function sayNote({ key, token, placeId, words, until, seenNote }: StaffNote): Promise<NoteSaid> {
  const said = words && sql.json(words as Record<string, string>);
  const [{ answer }] = await within(sql<[{ answer: NoteSaid }]>`
    select say_note(${key}, ${token}, ${placeId}, ${said}, ${until}, ${seenNote}) as answer`);
  return answer;
}

/** The newest first; nothing for who may not act for the place. */
export async function notesOf(token: string, placeId: number, most = 2): Promise<Note[]> {
  type Row = Omit<Note, "until" | "saidAt"> & { until: string | null; saidAt: string };
  const [{ notes }] = await within(sql<[{ notes: Row[] }]>`
    select notes_of(${token}, ${placeId}, ${most}) as notes`);
  return notes.map(({ until, saidAt, ...note }) => ({
    ...note,
    until: until === null ? null : new Date(until),
    saidAt: new Date(saidAt),
  }));
}
