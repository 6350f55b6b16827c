/** The rules of transfers.txt between two stops, and which of them counts. */
import { type Link, NEVER_S, pairKey } from "~/transit/timetable/footpaths";
import type { Changed } from "~/transit/timetable/generated-paths";
import type { Grid } from "~/transit/timetable/nearby";
import { usualSeconds } from "~/transit/stations/pathways";
import type { NamedRule, Transfers } from "~/transit/timetable/transfers";
import { walkMetres } from "~/transit/timetable/walking";

/** A rule for two stops, all or some of whose riders it means; `stations` of the two were named by their station. */
export type PairRule = NamedRule & { from: number; to: number; stations: number };

/** By pairKey, the most particular first. */
export type PairRules = ReadonlyMap<number, PairRule[]>;

export function rulesByPair(rules: readonly PairRule[], stops: number): PairRules {
  const byPair = new Map<number, PairRule[]>();
  for (const rule of rules) {
    const key = pairKey(rule.from, rule.to, stops);
    const known = byPair.get(key);
    if (known) known.push(rule);
    else byPair.set(key, [rule]);
  }
  for (const ofPair of byPair.values()) ofPair.sort(byRank);
  return byPair;
}

/**
 * GTFS ranks by trips and routes. It does not say whether a row of a stop wins over one of its station: the row that was
 * written for this very place does. Equal rows ought not to be: of those the stricter counts, whichever stands first.
 */
function byRank(a: PairRule, b: PairRule): number {
  return rankOf(a) - rankOf(b) || a.stations - b.stations || strictness(b) - strictness(a);
}

const EVERYBODY = 5;

function rankOf({ fromTrip, toTrip, fromRoute, toRoute }: NamedRule): number {
  if (fromTrip >= 0 && toTrip >= 0) return 0;
  if (fromTrip >= 0 || toTrip >= 0) return fromRoute >= 0 || toRoute >= 0 ? 1 : 2;
  if (fromRoute >= 0 && toRoute >= 0) return 3;
  return fromRoute >= 0 || toRoute >= 0 ? 4 : EVERYBODY;
}

function strictness({ forbidden, minS }: NamedRule): number {
  return forbidden ? Infinity : minS;
}

type Ways = {
  changed: Changed;
  grid: Grid;
  linkM: number;
  /** The ways with steps, where these are those without. */
  withSteps?: Changed;
};

/**
 * The ways as these rules have them: a rule for everybody wins over what was found, a time of its own replaces walk and
 * change, and a pair that it names is linked however far apart. But where there are only stairs no rule makes a ramp, and
 * the time of a rule is that of the stairs.
 */
export function ruledLinks(rules: PairRules, ways: Ways): Map<number, Link | null> {
  const { changed, grid, linkM, withSteps } = ways;
  const links = new Map(changed);
  for (const [key, ofPair] of rules) {
    const steps = withSteps?.get(key);
    if (steps && !changed.get(key)) continue;
    const straight = straightLink(grid, key);
    const found = changed.has(key) ? changed.get(key)! : straight.metres <= linkM ? straight : null;
    const way = found ?? straight;
    const usual = ofPair.find((rule) => rankOf(rule) === EVERYBODY);
    const isOpenToSome = ofPair.some((rule) => rankOf(rule) < EVERYBODY && !rule.forbidden);
    const isLonger = steps && usual && usualSeconds(way) > Math.max(usualSeconds(steps), usual.minS);
    const minS = usual && !isLonger ? usual.minS : -1;
    if (usual ? !usual.forbidden : found) links.set(key, { ...way, minS });
    else links.set(key, isOpenToSome ? { ...way, minS: NEVER_S } : null);
  }
  return links;
}

function straightLink({ lat, lon, detour }: Grid, key: number): Link {
  const [from, to] = [Math.floor(key / lat.length), key % lat.length];
  const at = (stop: number) => ({ lat: lat[stop]!, lon: lon[stop]! });
  return { metres: from === to ? 0 : walkMetres(at(from), at(to), detour), fixedS: 0, minS: -1 };
}

/** The rules for single routes and trips, as far as they say something else than what everybody needs there. */
export function namedRules(
  rules: PairRules,
  links: Changed,
  stops: number,
): Pick<Transfers, "named" | "isNamed"> {
  const named = new Map<number, NamedRule[]>();
  const isNamed = new Uint8Array(stops);
  for (const [key, ofPair] of rules) {
    const link = links.get(key);
    if (!link) continue;
    const some = ofPair.filter((rule) => rankOf(rule) < EVERYBODY);
    // A timed transfer of two trips, of which a railway may have ten thousand, is mostly no more than a change.
    if (link.minS < NEVER_S) some.length = 1 + some.findLastIndex((rule) => rule.forbidden || rule.minS >= 0);
    if (some.length === 0) continue;
    named.set(key, some);
    isNamed[Math.floor(key / stops)] = 1;
  }
  return { named, isNamed };
}
