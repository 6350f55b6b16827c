/** The names people may type in one region, indexed by their words; built once per timetable. */
import { metresBetween, middleOf } from "~/domain/geo";
import type { LatLon } from "~/domain/journey";
import { stopLabel } from "~/domain/where/stop-label";
import { spelling, wordsOf, type NameWords } from "~/domain/where/street-words";
import type { Found, Named } from "~/domain/where/where";

export type Entry = NameWords & {
  at: Found;
  /** The nearest ZIP's, where any is known. */
  zip: string | null;
  /** How many stops stand there: a busier corner is meant more often. */
  stops: number;
};

export type Gazetteer = {
  entries: readonly Entry[];
  /** The entry whose words these are, by their spelling. */
  bySpelling: ReadonlyMap<string, Entry>;
  /** Entries by each of their core words. */
  byWord: ReadonlyMap<string, readonly Entry[]>;
  zips: ReadonlyMap<string, LatLon>;
  /** Words of the region's own name, which people add and stops leave out. */
  regionWords: ReadonlySet<string>;
};

// All stops of one corner stand within this; the next corner of the same name is another town's.
const ONE_CORNER_M = 400;

export function gazetteerOf(names: readonly Named[], regionName = ""): Gazetteer {
  const making = makeGazetteer(names, regionName);
  for (;;) {
    const step = making.next();
    if (step.done) return step.value;
  }
}

/** The same in pieces of less than a millisecond: a metropolis takes a hundred. */
export function* makeGazetteer(names: readonly Named[], regionName: string): Generator<void, Gazetteer> {
  const zips = new Map(
    names.filter(({ kind }) => kind === "zip").map(({ name, lat, lon }) => [name, { lat, lon }]),
  );
  const places = names.filter(({ kind }) => kind === "place").map(placeEntry);
  const corners = yield* cornersOf(names.filter(({ kind }) => kind === "stop"));
  const located: Entry[] = [];
  for (const draft of [...places, ...corners]) {
    if (draft.core.length > 0) located.push({ ...draft, zip: nearestZip(draft.at, zips) });
    yield;
  }
  const bySpelling = yield* named(yield* withoutShadows(located));
  const entries = [...bySpelling.values()];
  const { core, extra } = wordsOf(regionName);
  return { entries, bySpelling, byWord: indexed(entries), zips, regionWords: new Set([...core, ...extra]) };
}

type Draft = Omit<Entry, "zip">;

function placeEntry({ name, lat, lon }: Named): Draft {
  return { ...wordsOf(name), at: { via: "place", words: name.trim(), lat, lon }, stops: 0 };
}

/** Stops of one name near one another are one corner, in its middle. */
function* cornersOf(stops: readonly Named[]): Generator<void, Draft[]> {
  const corners = new Map<string, [Labelled, ...Labelled[]][]>();
  for (const { name, lat, lon } of stops) {
    const label = stopLabel(name);
    const words = wordsOf(label);
    const key = words.core.toSorted().join(" ");
    const stop = { label, words, lat, lon };
    const near = corners.get(key)?.find(([first]) => metresBetween(first, stop) <= ONE_CORNER_M);
    if (near) near.push(stop);
    else corners.set(key, [...(corners.get(key) ?? []), [stop]]);
    yield;
  }
  return [...corners.values()].flat().map(cornerEntry);
}

type Labelled = LatLon & { label: string; words: NameWords };

function cornerEntry(stops: [Labelled, ...Labelled[]]): Draft {
  const shortest = stops.reduce((best, next) => (isBefore(next.label, best.label) ? next : best));
  const extra = [...new Set(stops.flatMap(({ words }) => words.extra))];
  const { core, isCorner } = shortest.words;
  const at = {
    via: isCorner ? ("corner" as const) : ("stop" as const),
    words: shortest.label,
    ...middleOf(stops),
  };
  return { core, isCorner, extra, at, stops: stops.length };
}

function isBefore(a: string, b: string): boolean {
  return a.length < b.length || (a.length === b.length && a < b);
}

/** A stop named after the place beside it is the place. */
function* withoutShadows(entries: readonly Entry[]): Generator<void, Entry[]> {
  const places = entries.filter(({ at }) => at.via === "place");
  const kept: Entry[] = [];
  for (const entry of entries) {
    const { at } = entry;
    const isShadow = places.some(
      (place) =>
        metresBetween(place.at, at) <= ONE_CORNER_M && spelling(place.at.words) === spelling(at.words),
    );
    if (at.via === "place" || !isShadow) kept.push(entry);
    yield;
  }
  return kept;
}

/** Every entry under words of its own: namesakes are told apart by ZIP, and within one ZIP by a number. */
function* named(entries: readonly Entry[]): Generator<void, Map<string, Entry>> {
  const namesakes = yield* grouped(entries);
  const taken = new Map<string, Entry>();
  for (const [words, group] of namesakes) if (group.length === 1) taken.set(words, group[0]!);
  for (const group of namesakes.values()) {
    if (group.length < 2) continue;
    const zips = new Set(group.map(({ zip }) => zip));
    const byZip = zips.size === group.length && !zips.has(null);
    group.forEach((entry, index) => {
      const told = {
        ...entry,
        at: { ...entry.at, words: `${entry.at.words}, ${byZip ? entry.zip : `no. ${index + 1}`}` },
      };
      for (let n = 2; taken.has(spelling(told.at.words)); n += 1)
        told.at.words = `${entry.at.words}, no. ${group.length + n}`;
      taken.set(spelling(told.at.words), told);
    });
  }
  return taken;
}

function* grouped(entries: readonly Entry[]): Generator<void, Map<string, Entry[]>> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const words = spelling(entry.at.words);
    groups.set(words, [...(groups.get(words) ?? []), entry]);
    yield;
  }
  return groups;
}

function indexed(entries: readonly Entry[]): Map<string, Entry[]> {
  const byWord = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const word of entry.core) {
      const known = byWord.get(word);
      if (known) known.push(entry);
      else byWord.set(word, [entry]);
    }
  }
  return byWord;
}

function nearestZip(point: LatLon, zips: ReadonlyMap<string, LatLon>): string | null {
  let nearest: string | null = null;
  let least = Infinity;
  for (const [zip, middle] of zips) {
    const metres = metresBetween(point, middle);
    if (metres < least) [nearest, least] = [zip, metres];
  }
  return nearest;
}
