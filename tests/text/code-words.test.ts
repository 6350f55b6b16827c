import { describe, expect, test } from "vitest";
import { ENGLISH_CODE_WORDS } from "~/text/code-words/english.server";
import { SPANISH_CODE_WORDS } from "~/text/code-words/spanish.server";

const plain = (word: string) => word.normalize("NFKD").replaceAll(/\p{M}/gu, "");

// Some of what BIP 39's lists have, and what five random words must never say.
const NEVER = {
  en: "abandon abuse alien arrest attack baby black child death deny die divorce expire family father gorilla gun husband illegal kid monkey mother orphan police poverty refuse reject sick slave tent ugly victim visa weapon wife wine",
  es: "aborto abuso adicto arma asesino bala bebé cadáver cárcel diablo droga esposa gorila guerra hijo hija ilegal madre marido mono morir muerte negar negro niño niña orgía padre pistola pobre policía prisión puñal rehén satán sexo veneno víctima",
};

describe.each([
  ["English", ENGLISH_CODE_WORDS, NEVER.en],
  ["Spanish", SPANISH_CODE_WORDS, NEVER.es],
])("%s code words", (_language, words, never) => {
  test("are 2,048 plain words, told apart by their first four letters", () => {
    expect(words).toHaveLength(2048);
    expect(words.filter((word) => !/^[a-záéíóúüñ]{2,10}$/.test(word))).toEqual([]);
    expect(new Set(words.map((word) => plain(word).slice(0, 4))).size).toBe(2048);
    expect(words.every((word) => word === word.normalize("NFC"))).toBe(true);
  });

  test("leave out what would frighten or hurt", () => {
    const known = new Set(words);
    expect(never.split(" ").filter((word) => known.has(word))).toEqual([]);
  });
});

test("no word is in both languages", () => {
  const english = new Set(ENGLISH_CODE_WORDS);
  expect(SPANISH_CODE_WORDS.filter((word) => english.has(plain(word)))).toEqual([]);
});
