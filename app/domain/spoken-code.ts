/** Codes of five words: how each language says them, and how they are read again from what people type. */

/** Five places in lists of 2,048 words: 55 bits. */
export type SpokenCode = readonly [number, number, number, number, number];

export type ReadCode =
  | { kind: "code"; code: SpokenCode }
  | { kind: "unclear"; problem: "too-few" | "too-many" }
  /** The word as it was typed, and the listed words it may be, at most three. */
  | { kind: "unclear"; problem: "unknown-word"; word: string; nearest: string[] };

/** One list a language. Within a list the first four letters tell every word; no word is in two lists. */
export type WordLists<Language extends string> = Record<Language, readonly string[]>;

type Entry<Language> = { language: Language; index: number; word: string; plain: string };
type Meaning<Language> = {
  word: string;
  meant: Entry<Language>[];
  weight: number;
  /** Words that begin like it. */
  alike: Entry<Language>[];
};

const WORDS = 5;
const MOST_NEAREST = 3;
const PREFIX_LETTERS = 4;
// A word in full says its language best. What is of another language counts for this one nothing.
const [IN_FULL, CUT_SHORT, ONE_OFF, FOREIGN] = [3, 2, 1, 0];

export function wordsOf<Language extends string>(
  code: SpokenCode,
  language: Language,
  lists: WordLists<Language>,
): string[] {
  return code.map((index) => lists[language][index]!);
}

/**
 * Forgives case, accents, marks, numbers, words cut after four letters or more, and one wrong letter a word where only one word
 * is so near. What two languages would read differently is read in the one that most of the words are of; it is asked
 * about where all five words may be of either.
 */
export function codeReader<Language extends string>(lists: WordLists<Language>): (typed: string) => ReadCode {
  const languages = Object.keys(lists) as Language[];
  const entries = languages.flatMap((language) =>
    lists[language].map((word, index) => ({ language, index, word, plain: plainly(word) })),
  );
  return (typed) => {
    const words = plainly(typed).match(/\p{L}+/gu) ?? [];
    if (words.length < WORDS) return { kind: "unclear", problem: "too-few" };
    if (words.length > WORDS) return { kind: "unclear", problem: "too-many" };

    const found = words.map((word) => ({ word, near: entriesNear(word, entries) }));
    const readings = languages.map((language) => found.map(({ word, near }) => read(word, near, language)));
    return agreed(likeliest(readings));
  };
}

/** Lower case, without accents: "Acción" and "ACCION" are one word. */
function plainly(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

type Near<Language> = Record<"inFull" | "cutShort" | "oneOff" | "alike", Entry<Language>[]>;

function entriesNear<Language>(word: string, entries: Entry<Language>[]): Near<Language> {
  const beginning = word.slice(0, PREFIX_LETTERS - 1);
  const alike = entries.filter(({ plain }) => plain.startsWith(beginning));
  const inFull = alike.filter(({ plain }) => plain === word);
  const canBeCut = word.length >= PREFIX_LETTERS;
  const cutShort = alike.filter(({ plain }) => canBeCut && plain !== word && plain.startsWith(word));
  // A word that is listed is no slip of another: most codes are typed well, and read at once.
  const oneOff = inFull.length > 0 ? [] : entries.filter(({ plain }) => isOneOff(plain, word));
  return { inFull, cutShort, oneOff, alike };
}

/** What the word means to somebody who speaks `language`; several meanings, or none, are for the person to settle. */
function read<Language>(word: string, near: Near<Language>, language: Language): Meaning<Language> {
  const own = (those: Entry<Language>[]) => those.filter((entry) => entry.language === language);
  const ranked: [Entry<Language>[], weight: number][] = [
    [own(near.inFull), IN_FULL],
    // "acto" among English words is "actor" cut short, though Spanish has an "acto".
    [own(near.cutShort), CUT_SHORT],
    [near.inFull, FOREIGN],
    [own(near.oneOff), ONE_OFF],
    [near.cutShort, FOREIGN],
    [near.oneOff, FOREIGN],
  ];
  const [meant, weight] = ranked.find(([those]) => those.length > 0) ?? [[], FOREIGN];
  return { word, meant, weight, alike: own(near.alike) };
}

/** Whole words of one language are of it; five that several languages begin so are for the person to settle. */
function likeliest<Language>(readings: Meaning<Language>[][]): Meaning<Language>[][] {
  const allOf = (least: number) =>
    readings.filter((reading) => reading.every(({ weight }) => weight >= least));
  const [inFull, own] = [allOf(IN_FULL), allOf(CUT_SHORT)];
  if (inFull.length > 0) return inFull;
  if (own.length > 0) return own;
  const most = Math.max(...readings.map(weightOf));
  return readings.filter((reading) => weightOf(reading) === most);
}

function weightOf<Language>(reading: Meaning<Language>[]): number {
  return reading.reduce((sum, { weight }) => sum + weight, 0);
}

/** The code that all these readings are of; else the first word that is not settled. */
function agreed<Language>(readings: Meaning<Language>[][]): ReadCode {
  const indices: number[] = [];
  for (let place = 0; place < WORDS; place++) {
    const meant = readings.flatMap((reading) => reading[place]!.meant);
    const settled =
      readings.every((reading) => reading[place]!.meant.length === 1) &&
      new Set(meant.map(({ index }) => index)).size === 1;
    if (!settled) {
      const { word, alike } = readings[0]![place]!;
      const guesses = new Set((meant.length > 0 ? meant : alike).map((entry) => entry.word));
      const nearest = [...guesses].slice(0, MOST_NEAREST);
      return { kind: "unclear", problem: "unknown-word", word, nearest };
    }
    indices.push(meant[0]!.index);
  }
  return { kind: "code", code: indices as unknown as SpokenCode };
}

/** One letter changed, too many, missing, or swapped with the next. */
function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [restA, restB] = [a.length - start - end, b.length - start - end];
  const isSwap = restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
  return (restA <= 1 && restB <= 1) || isSwap;
}
