/** Five-word codes: made again from APP_SECRET and the row's id whenever they are said, known to the database as a keyed hash. */
import { createHmac, hkdfSync } from "node:crypto";
import { codeReader, wordsOf, type SpokenCode } from "~/domain/spoken-code";
import { ENGLISH_CODE_WORDS } from "~/text/code-words/english.server";
import { SPANISH_CODE_WORDS } from "~/text/code-words/spanish.server";
import type { Language } from "~/text/language";
import { isUuid } from "~/domain/uuid";

/** What a code opens; the same row's code for another purpose is another one. */
export type CodePurpose = "hold" | "ask" | "alert" | "door";

const LISTS = { en: ENGLISH_CODE_WORDS, es: SPANISH_CODE_WORDS } satisfies Record<Language, string[]>;
const SHORTEST_SECRET = 32;

/** What a person typed, in either language. */
export const readCode = codeReader(LISTS);

/** The code of the row with this UUID: 55 bits that nobody without APP_SECRET can tell from chance. */
export function codeOf(purpose: CodePurpose, rowId: string): SpokenCode {
  const id = rowId.toLowerCase();
  if (!isUuid(id)) throw new Error("A code is made from a row's UUID.");
  const bytes = createHmac("sha256", keyFor(`words of ${purpose}`))
    .update(id)
    .digest();
  const bits = bytes.readBigUInt64BE() >> 9n;
  const word = (place: bigint) => Number((bits >> (place * 11n)) & 2047n);
  return [word(4n), word(3n), word(2n), word(1n), word(0n)];
}

/** As people are told it. */
export function codeWords(code: SpokenCode, language: Language): string[] {
  return wordsOf(code, language, LISTS);
}

/** By which a host knows the family of a match at the door: one word, in each language. */
export function doorWords(matchId: string): Record<Language, string> {
  const code = codeOf("door", matchId);
  return { en: codeWords(code, "en")[0]!, es: codeWords(code, "es")[0]! };
}

/** The 32 bytes the database knows a code by: the same work whether there is such a code or not. */
export function hashOfCode(purpose: CodePurpose, code: SpokenCode): Buffer {
  const bytes = Buffer.alloc(10);
  code.forEach((index, place) => bytes.writeUInt16BE(index, place * 2));
  return createHmac("sha256", keyFor(`hash of ${purpose}`))
    .update(bytes)
    .digest();
}

// A key of its own for each use: what one is good for must say nothing about another (RFC 5869).
function keyFor(use: string): Buffer {
  const secret = process.env.APP_SECRET ?? "";
  if (secret.length < SHORTEST_SECRET) {
    throw new Error(
      `Set APP_SECRET to at least ${SHORTEST_SECRET} characters (npm start does it by itself).`,
    );
  }
  return Buffer.from(hkdfSync("sha256", secret, "", `warmstop codes: ${use}`, 32));
}
