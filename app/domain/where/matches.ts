/**
 * Which names of a region fit the words typed. Tried in turn, the first that finds anything wins: the words as they
 * are; with one letter wrong or the end left off; without the words of the region's name and those nobody knows;
 * the two places where two streets without a common stop come closest; the corners nearest a house number.
 */
import type { Entry, Gazetteer } from "~/domain/where/gazetteer";
import { metresBetween } from "~/domain/geo";
import { stopLabel } from "~/domain/where/stop-label";
import { carrying, cheapestOf, exactly, loosely, type Query, type Reading } from "~/domain/where/readings";
import { isCompass, OPTIONAL_WORDS, partsOf, spelling, wordsOf } from "~/domain/where/street-words";
import { isForgiven, isOneLetterOff } from "~/domain/where/typing";

/** `effort` says how far the words had to be bent; 0 is not at all. */
export type Matches = { entries: readonly Entry[]; effort: number };

const NONE: Matches = { entries: [], effort: Infinity };

const ZIP = /(?:^|[\s,])(\d{5})(?:-?\d{4})?$|^(\d{5})(?=[\s,])/;

/** A ZIP at the start or the end of the words. */
export function zipIn(words: string): string | null {
  const match = ZIP.exec(words);
  return match ? (match[1] ?? match[2] ?? null) : null;
}

/** The names that fit equally well, the busiest first. */
export function matchesOf(typed: string, gazetteer: Gazetteer): Matches {
  const itself = gazetteer.bySpelling.get(spelling(typed));
  if (itself) return { entries: [itself], effort: 0 };
  const zip = zipIn(typed);
  // People copy what the sign at the stop says, its direction included.
  const words = stopLabel(zip === null ? typed : typed.replace(ZIP, " "));
  const query = wordsOf(words);
  const attempts: (() => readonly Entry[])[] = [
    () => beyondRegion(query, fitting(query, exactly(gazetteer)), gazetteer),
    () => beyondRegion(query, fitting(query, loosely(gazetteer)), gazetteer),
    () => fitting(withoutStrangers(query, gazetteer), loosely(gazetteer)),
    () => closestPair(words, gazetteer),
    () => aroundNumber(query, gazetteer),
  ];
  for (const [effort, attempt] of attempts.entries()) {
    const entries = attempt();
    if (entries.length > 0) return { entries: inZip(entries, zip), effort };
  }
  return NONE;
}

/** Of the cheapest readings those that are the whole name; then those with the most of the optional words. */
function fitting(query: Query, reading: Reading): readonly Entry[] {
  const cheapest = cheapestOf(carrying(query, reading), (entry) => (isOtherWay(query, entry) ? 1 : 0));
  const complete = cheapest.filter((entry) => entry.core.length <= query.core.length);
  const rest = complete.length > 0 ? [...complete, ...asPhrase(query, complete, cheapest)] : cheapest;
  const said = (entry: Entry) =>
    query.extra.filter((word) => entry.extra.includes(word) || entry.core.includes(word)).length;
  return inOrder(cheapestOf(rest, (entry) => -said(entry)));
}

/** "East Village" is not "Village West", though compass words may be left out. */
function isOtherWay({ extra }: Query, { extra: others }: Entry): boolean {
  const asked = extra.filter(isCompass);
  const known = others.filter(isCompass);
  return asked.length > 0 && known.length > 0 && !asked.some((word) => known.includes(word));
}

/** "Kansas City" alone is where everybody is, not the one stop that begins with it. */
function beyondRegion(
  { core }: Query,
  entries: readonly Entry[],
  { regionWords }: Gazetteer,
): readonly Entry[] {
  if (core.length < 2 || !core.every((word) => regionWords.has(word))) return entries;
  return entries.filter((entry) => entry.core.length === core.length);
}

/** "Forest Park" without a sign between may be the corner of Forest and Park, and any name with that phrase in it. */
function asPhrase({ core, isCorner }: Query, complete: readonly Entry[], all: readonly Entry[]): Entry[] {
  const phrase = core.join(" ");
  if (isCorner || core.length < 2) return [];
  const isPhraseIn = ({ at }: Entry) => spelling(at.words).includes(phrase);
  return complete.some(isPhraseIn)
    ? []
    : all.filter((entry) => !complete.includes(entry) && isPhraseIn(entry));
}

/** "7th & Minnesota, Kansas City KS": a town's words, and words no stop carries, are left out where others remain. */
function withoutStrangers(query: Query, gazetteer: Gazetteer): Query {
  const reading = loosely(gazetteer);
  const ours = query.core.filter((word) => !gazetteer.regionWords.has(word));
  const known = ours.filter((word) => reading(word).size > 0 && !isOptional(word));
  const strangers = ours.filter((word) => !known.includes(word) && !isOptional(word));
  // One word alone must not stand for an address: "700 Main" is not "Main"; "Main, MO" is.
  const isEnough = known.length > 1 || strangers.every((word) => /^\p{L}{1,3}$/u.test(word));
  return { ...query, core: isEnough ? known : [] };
}

function isOptional(word: string): boolean {
  return (
    isForgiven(word) &&
    OPTIONAL_WORDS.some((optional) => optional.length > 2 && isOneLetterOff(word, optional))
  );
}

// Further apart than this, two streets do not meet where the family stands.
const CORNER_NEAR_M = 800;
const MOST_PAIRED = 200;

/** No bus stops at this corner: the two stops, one on each street, that are nearest one another. */
function closestPair(words: string, gazetteer: Gazetteer): readonly Entry[] {
  const parts = partsOf(words);
  // "Grand Olive" is a corner too; a name of two words that is known was found before.
  const streets = parts.length === 1 ? wordsOf(words).core.map((word) => [word]) : parts;
  if (streets.length !== 2) return [];
  const [first = [], second = []] = streets.map((part) =>
    carrying(withoutStrangers(wordsOf(part.join(" ")), gazetteer), loosely(gazetteer)).slice(0, MOST_PAIRED),
  );
  let best: readonly Entry[] = [];
  let least = CORNER_NEAR_M;
  for (const a of first) {
    for (const b of second) {
      const metres = metresBetween(a.at, b.at);
      if (a !== b && metres < least) [best, least] = [[a, b], metres];
    }
  }
  return best;
}

const MOST_AROUND = 4;
const BLOCKS_NEAR = 3;

/**
 * Where streets are numbered, "625 Minnesota Ave" lies between 6th and 7th, and "8th & Minnesota", where no bus stops,
 * near 7th; elsewhere any corner of the street may be near a house number.
 */
function aroundNumber({ core, ...rest }: Query, gazetteer: Gazetteer): readonly Entry[] {
  const number = core.find((word) => /^\d{1,5}$/.test(word));
  const street = core.filter((word) => word !== number);
  if (!number || street.length === 0) return [];
  const isHouse = number.length > 2;
  const block = isHouse ? Number(number) / 100 : Number(number);
  const along = inOrder(carrying({ core: street, ...rest }, loosely(gazetteer)));
  const off = (entry: Entry) =>
    Math.min(
      ...entry.core.filter((word) => /^\d{1,3}$/.test(word)).map((word) => Math.abs(Number(word) - block)),
    );
  const near = along.filter((entry) => off(entry) <= BLOCKS_NEAR).toSorted((a, b) => off(a) - off(b));
  if (near.length > 0) return isHouse || near.length > 1 ? near.slice(0, MOST_AROUND) : [];
  return isHouse ? along : [];
}

function inZip(entries: readonly Entry[], zip: string | null): readonly Entry[] {
  const there = entries.filter((entry) => entry.zip === zip);
  return zip !== null && there.length > 0 ? there : entries;
}

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted(
    (a, b) => a.core.length - b.core.length || b.stops - a.stops || (a.at.words < b.at.words ? -1 : 1),
  );
}
