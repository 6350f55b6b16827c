import { expect, test } from "vitest";
import { isInForce, noteIn, undoableNote, type Note } from "~/domain/note";

const now = new Date("2026-01-15T23:00:00Z");
const note = (words: Note["words"], secondsAgo: number, until: Date | null = null): Note => ({
  noteId: 1,
  words,
  until,
  who: "Ana",
  saidAt: new Date(now.getTime() - secondsAgo * 1000),
});
const ring = { en: "Ring the side door.", es: "Toque en la puerta de al lado." };

test.each([
  ["in the reader's language", ring, "es", { text: ring.es, language: "es" }],
  ["as it is, where it was given in one language", { es: ring.es }, "en", { text: ring.es, language: "es" }],
  [
    "in English before any third one",
    { so: "Garaac.", en: ring.en },
    "es",
    { text: ring.en, language: "en" },
  ],
  ["not at all, where nobody wrote anything", {}, "en", null],
])("a note is read %s", (_how, words, language, read) => {
  expect(noteIn(words, language)).toEqual(read);
});

test("a note is in force until its time is over, or until it is taken away", () => {
  expect(isInForce(note(ring, 900), now)).toBe(true);
  expect(isInForce(note(ring, 900, new Date(now.getTime() + 1)), now)).toBe(true);
  expect(isInForce(note(ring, 900, now), now)).toBe(false);
  expect(isInForce(note(null, 900), now)).toBe(false);
  expect(isInForce(undefined, now)).toBe(false);
});

test("a change of the note can be taken back for half a minute, to what was read before it", () => {
  const before = note({ en: "Before." }, 900);
  expect(undoableNote([note(ring, 29), before], now)).toEqual({ words: { en: "Before." }, until: null });
  expect(undoableNote([note(ring, 29)], now)).toEqual({ words: null, until: null });
  // What had lapsed does not come back.
  expect(undoableNote([note(ring, 29), note({ en: "Old." }, 900, now)], now)).toEqual({
    words: null,
    until: null,
  });
  expect(undoableNote([note(ring, 31), before], now)).toBeUndefined();
  expect(undoableNote([], now)).toBeUndefined();
});
