/** Words that a stranger wrote, made fit to be shown: in a fault on a terminal, or as a name on a page. */

// Line and paragraph separators break a line as a control character does; the others turn the words around them.
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const UNPRINTABLE_OR_BLANK = /[\s\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const MOST_LETTERS = 40;

/** Short, on one line, in quotes, and nothing that a terminal would obey. */
export function shown(words: string): string {
  // By letter, not by UTF-16 unit: half a letter is not text that a database takes.
  const start = Array.from(words.slice(0, 2 * MOST_LETTERS))
    .slice(0, MOST_LETTERS)
    .join("");
  return `"${escaped(start.replace(/\s+/g, " "))}"`;
}

/** What cannot be seen, written out: NUL becomes \u0000. */
export function escaped(words: string): string {
  return words.replaceAll(UNSEEN, (letter) => `\\u${letter.codePointAt(0)!.toString(16).padStart(4, "0")}`);
}

/** A name without control characters: a space where they were. */
export function cleaned(name: string): string {
  return UNPRINTABLE.test(name) ? name.replaceAll(UNPRINTABLE_OR_BLANK, " ").trim() : name;
}
