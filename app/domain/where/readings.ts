/** Names that carry the words typed: as they are, with the end left off, or with one letter wrong. */
import type { Entry, Gazetteer } from "~/domain/where/gazetteer";
import type { NameWords } from "~/domain/where/street-words";
import { isForgiven, isOneLetterOff } from "~/domain/where/typing";

export type Query = Pick<NameWords, "core" | "extra" | "isCorner">;

/** The entries that carry one word, each with what it cost to read the word so. */
export type Reading = (word: string) => ReadonlyMap<Entry, number>;

export function exactly({ byWord }: Gazetteer): Reading {
  return (word) => new Map((byWord.get(word) ?? []).map((entry) => [entry, 0]));
}

const COST_OF_SHORT = 1;
const COST_OF_TYPO = 2;
const SHORTEST_START = 3;

export function loosely({ byWord }: Gazetteer): Reading {
  return (word) => {
    const costs = new Map<Entry, number>();
    const add = (known: string, cost: number) => {
      for (const entry of byWord.get(known)!) costs.set(entry, Math.min(cost, costs.get(entry) ?? Infinity));
    };
    const isStart = word.length >= SHORTEST_START && !/^\d/.test(word);
    for (const known of byWord.keys()) {
      if (known === word) add(known, 0);
      else if (isStart && known.startsWith(word)) add(known, COST_OF_SHORT);
      else if (isForgiven(word) && isOneLetterOff(word, known)) add(known, COST_OF_TYPO);
    }
    return costs;
  };
}

/** The entries that carry every core word, in the cheapest reading there is. */
export function carrying({ core }: Query, reading: Reading): readonly Entry[] {
  let costs: Map<Entry, number> | null = null;
  for (const word of core) {
    const found = reading(word);
    const next = new Map<Entry, number>();
    for (const [entry, cost] of costs ?? found) {
      const more = found.get(entry);
      if (more !== undefined) next.set(entry, costs ? cost + more : cost);
    }
    costs = next;
  }
  const all = costs ?? new Map<Entry, number>();
  return cheapestOf([...all.keys()], (entry) => all.get(entry)!);
}

export function cheapestOf<T>(items: readonly T[], cost: (item: T) => number): T[] {
  let low = Infinity;
  for (const item of items) low = Math.min(low, cost(item));
  return items.filter((item) => cost(item) === low);
}
