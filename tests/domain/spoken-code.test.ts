import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeReader, wordsOf, type SpokenCode } from "~/domain/spoken-code";
import { ENGLISH_CODE_WORDS } from "~/text/code-words/english.server";
import { SPANISH_CODE_WORDS } from "~/text/code-words/spanish.server";

const lists = { en: ENGLISH_CODE_WORDS, es: SPANISH_CODE_WORDS };
const readCode = codeReader(lists);
const plain = (word: string) => word.normalize("NFKD").replaceAll(/\p{M}/gu, "");

const index = fc.integer({ min: 0, max: 2047 });
const anyCode: fc.Arbitrary<SpokenCode> = fc.tuple(index, index, index, index, index);
const anyLanguage = fc.constantFrom("en" as const, "es" as const);

const codeOf = (...words: string[]) =>
  words.map((word) => Math.max(...inLists(word))) as unknown as SpokenCode;
const inLists = (word: string) => [ENGLISH_CODE_WORDS.indexOf(word), SPANISH_CODE_WORDS.indexOf(word)];

describe("a code is read again", () => {
  test("in the language it was said in, and both say the same", () => {
    fc.assert(
      fc.property(anyCode, anyLanguage, (code, language) => {
        expect(readCode(wordsOf(code, language, lists).join(" "))).toEqual({ kind: "code", code });
      }),
    );
  });

  test("without accents, in capitals, with marks, numbers and blanks between", () => {
    const between = fc.constantFrom(" ", "  ", " - ", "-", ", ", "\n", "\t", ".", " 2. ", "·", "_");
    const shaped = fc.tuple(between, fc.boolean(), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(anyCode, anyLanguage, shaped, (code, language, [gap, capitals, bare, split]) => {
        let typed = `  ${wordsOf(code, language, lists).join(gap)}! `;
        if (capitals) typed = typed.toUpperCase();
        if (bare) typed = plain(typed);
        expect(readCode(split ? typed.normalize("NFD") : typed)).toEqual({ kind: "code", code });
      }),
    );
  });

  test("in words of both languages, each in full, unless it is the other's cut short", () => {
    const cutShort = new Set(
      [...ENGLISH_CODE_WORDS, ...SPANISH_CODE_WORDS].flatMap((word) =>
        Array.from({ length: Math.max(0, word.length - 4) }, (_, more) => plain(word).slice(0, 4 + more)),
      ),
    );
    const mixed = fc.tuple(...Array.from({ length: 5 }, () => anyLanguage));
    fc.assert(
      fc.property(anyCode, mixed, (code, languages) => {
        const words = code.map((at, place) => lists[languages[place]!][at]!);
        fc.pre(words.every((word) => !cutShort.has(plain(word))));
        expect(readCode(words.join(" "))).toEqual({ kind: "code", code });
      }),
    );
  });

  test("from one wrong letter in one word: right, or asked about, never another code without an own word", () => {
    const letters = "abcdefghijklmnopqrstuvwxyz";
    const wrong = fc.record({
      place: fc.nat(4),
      at: fc.nat(9),
      letter: fc.constantFrom(...letters),
      how: fc.constantFrom("change", "add", "leave out", "swap"),
    });
    let right = 0;
    let all = 0;
    fc.assert(
      fc.property(anyCode, anyLanguage, wrong, (code, language, { place, at, letter, how }) => {
        const words = wordsOf(code, language, lists).map(plain);
        const typed = misspelt(words[place]!, at, letter, how);
        words[place] = typed;
        const read = readCode(words.join(" "));
        all++;
        if (read.kind === "code" && read.code.every((found, at2) => found === code[at2])) return void right++;
        // What is typed is then another listed word, is one cut short, or is near to several.
        if (read.kind === "code") {
          expect(read.code.filter((found, at2) => found !== code[at2])).toHaveLength(1);
          const near = [...ENGLISH_CODE_WORDS, ...SPANISH_CODE_WORDS].map(plain);
          expect(near.some((word) => word === typed || word.startsWith(typed))).toBe(true);
        } else expect(read).toMatchObject({ problem: "unknown-word", word: typed });
      }),
      { numRuns: 500, seed: 7 },
    );
    expect(right / all).toBeGreaterThan(0.85);
  });

  test("from four letters a word", () => {
    let [right, all] = [0, 0];
    fc.assert(
      fc.property(anyCode, anyLanguage, (code, language) => {
        const cut = wordsOf(code, language, lists).map((word) => plain(word).slice(0, 4));
        const read = readCode(cut.join(" "));
        all++;
        if (read.kind === "code") {
          expect(read.code).toEqual(code);
          right++;
        }
      }),
      { numRuns: 500 },
    );
    expect(right / all).toBeGreaterThan(0.95);
  });
});

test("five beginnings are read in the language that has them all", () => {
  // pompa, longitud, abadejo, editor, lámpara; long, edit and lamp are English words in full.
  expect(readCode("pomp long abad edit lamp")).toEqual({
    kind: "code",
    code: codeOf("pompa", "longitud", "abadejo", "editor", "lámpara"),
  });
});

test("five beginnings that words of both languages have are asked about", () => {
  expect(readCode("pomp long pomp edit lamp")).toMatchObject({ problem: "unknown-word", word: "pomp" });
  expect(readCode("pompom long pompom edit lamp")).toMatchObject({ kind: "code" });
});

describe("what is unclear is said", () => {
  const five = "lantern pebble violet harbor maple";
  test.each([
    ["", "too-few"],
    ["lantern pebble violet harbor", "too-few"],
    ["1 2 3 4 5", "too-few"],
    [`${five} maple`, "too-many"],
    ["maple maple maple maple maple maple maple maple", "too-many"],
  ])("%j: %s", (typed, problem) => {
    expect(readCode(typed)).toEqual({ kind: "unclear", problem });
  });

  test("a word nobody knows, with those that begin like it", () => {
    expect(readCode("lantern pebble umbrellaless harbor maple")).toEqual({
      kind: "unclear",
      problem: "unknown-word",
      word: "umbrellaless",
      nearest: ["umbrella"],
    });
    expect(readCode("lantern pebble qqqqq harbor maple")).toMatchObject({ word: "qqqqq", nearest: [] });
  });

  test("a word near to several, with those it may be", () => {
    expect(readCode("lantern pebble bost harbor maple")).toMatchObject({
      problem: "unknown-word",
      word: "bost",
      nearest: ["best", "boat", "bolt"],
    });
  });

  test("anything at all is read without a fault", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => void readCode(typed)));
  });
});

test("the language of most words decides what two languages would read differently", () => {
  // "acto" is a Spanish word, and the English "actor" cut short.
  expect(readCode("acto pebble lantern harbor maple")).toEqual({
    kind: "code",
    code: codeOf("actor", "pebble", "lantern", "harbor", "maple"),
  });
  expect(readCode("acto abeja jirafa laguna sombra")).toEqual({
    kind: "code",
    code: codeOf("acto", "abeja", "jirafa", "laguna", "sombra"),
  });
});

function misspelt(word: string, at: number, letter: string, how: string): string {
  const place = at % word.length;
  if (how === "add") return word.slice(0, place) + letter + word.slice(place);
  if (how === "leave out") return word.slice(0, place) + word.slice(place + 1);
  if (how === "change") return word.slice(0, place) + letter + word.slice(place + 1);
  return word.slice(0, place) + (word[place + 1] ?? "") + word[place]! + word.slice(place + 2);
}
