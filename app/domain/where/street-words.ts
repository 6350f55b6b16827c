/** Street and stop names brought to one spelling, so that "7th and minnesota ave" and "7TH ST @ MINNESOTA EB" meet. */

import { canonical, COMPASS, joinedOrdinal, TYPES } from "~/domain/where/spellings";

/** The words that tell a name from others, and those that may be left out when typing. */
export type NameWords = { core: string[]; extra: string[]; isCorner: boolean };

const CONNECTORS = new Set(["&", "and", "at", "y", "con", "esq", "esquina", "corner"]);

const FILLERS = new Set(
  "of the de del la el los las in en near by cerca stop station sta metrolink parada calle".split(" "),
);

/** The words of a name in one spelling, part by part, as a corner has two. */
export function partsOf(name: string): string[][] {
  const parts: string[][] = [[]];
  for (const word of spelled(plain(name).split(" "))) {
    if (CONNECTORS.has(word)) parts.push([]);
    else if (word !== "") parts.at(-1)!.push(word);
  }
  return parts.filter((part) => part.length > 0);
}

export function wordsOf(name: string): NameWords {
  const parts = partsOf(name);
  const core = new Set(parts.flatMap(coreOf));
  const extra = new Set(parts.flat().filter((word) => !core.has(word)));
  return { core: [...core], extra: [...extra], isCorner: parts.length > 1 };
}

/** One line for one spelling: equal for all ways to type the same name in the same order. */
export function spelling(name: string): string {
  return partsOf(name)
    .map((part) => part.join(" "))
    .join(" & ");
}

/** May this word be left out? Asked of a mistyped one ("avenu") too. */
export const OPTIONAL_WORDS: readonly string[] = [...Object.keys(TYPES), ...Object.keys(COMPASS), ...FILLERS];

/** "North Ave & Grand": what is left without street types, and where nothing is left, the compass word is the name. */
function coreOf(part: string[]): string[] {
  const named = part.filter((word) => !isType(word) && !FILLERS.has(word));
  const core = named.filter((word) => !isCompass(word));
  return core.length > 0 ? core : named.length > 0 ? named : part;
}

export function isCompass(word: string): boolean {
  return COMPASS[word] === word;
}

function isType(word: string): boolean {
  return TYPES[word] === word;
}

/** Lower case without marks; every sign that joins two streets is "&"; "7 th" is one word. */
function plain(name: string): string {
  return name
    .slice(0, 200)
    .normalize("NFD")
    .replace(/\p{M}|['’.]/gu, "")
    .toLowerCase()
    .replace(/[@&+/\\|]/g, " & ")
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .replace(/\b(\d+) (st|nd|rd|th)\b/g, "$1$2")
    .replace(/\b(?:dr )?martin luther king(?: jr)?\b/g, "mlk")
    .trim();
}

function spelled(words: string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    const joined = joinedOrdinal(out.at(-1) ?? "", word);
    if (joined) out[out.length - 1] = joined;
    else out.push(canonical(word));
  }
  return out;
}
