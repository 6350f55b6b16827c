/** Adds the rules of a feed's transfers.txt to a timetable in the making; a station is all of its stops. */
import { type Feed, STATION, STOP, type Stops, type TransferRule } from "~/transit/gtfs/feed";
import { MUST_GET_OFF, NO_CHANGE, STAYS_ABOARD } from "~/transit/gtfs/read-transfers";
import type { PairRule } from "~/transit/timetable/pair-rules";

export type Changes = {
  rules: PairRule[];
  /** Pairs of trips that are one vehicle all the same, and those that are not one for its riders. */
  stays: [from: number, to: number][];
  parts: [from: number, to: number][];
};

/** Where a feed's stops, routes and trips are in the timetable; the runs of trip t from firstRun[t] up to the next. */
export type Merging = { stopOf: Int32Array; firstRoute: number; firstRun: Int32Array };

export function mergeTransfers(changes: Changes, feed: Feed, merging: Merging): void {
  const membersOf = servedMembers(feed.stops, merging.stopOf);
  const { firstRun } = merging;
  const repeated = new Set(feed.frequencies.map(({ trip }) => trip));
  const runsOf = (trip: number) => (trip < 0 ? 1 : firstRun[trip + 1]! - firstRun[trip]!);
  for (const rule of feed.transfers) {
    const { fromTrip, toTrip } = rule;
    const [fromRuns, toRuns] = [runsOf(fromTrip), runsOf(toTrip)];
    // A trip that never stops twice is not in the timetable.
    if (fromRuns === 0 || toRuns === 0) continue;
    if (rule.type < STAYS_ABOARD) {
      const stations = stationsIn(feed.stops, rule);
      for (const from of membersOf(rule.fromStop))
        for (const to of membersOf(rule.toStop))
          changes.rules.push(ruleOf(rule, merging, { from, to, stations, fromRuns, toRuns }));
      // Which of the runs of a repeated trip goes on as which is not said, be it only one.
    } else if (!repeated.has(fromTrip) && !repeated.has(toTrip)) {
      const pairs = rule.type === MUST_GET_OFF ? changes.parts : changes.stays;
      pairs.push([firstRun[fromTrip]!, firstRun[toTrip]!]);
    }
  }
}

function stationsIn({ kind }: Stops, { fromStop, toStop }: TransferRule): number {
  return (kind[fromStop] === STATION ? 1 : 0) + (kind[toStop] === STATION ? 1 : 0);
}

type Pair = { from: number; to: number; stations: number; fromRuns: number; toRuns: number };

/**
 * Type 1, a timed transfer, is a change like another: we do not promise a bus that waits. Types 0, 1 and 2 alike take
 * their time where they have one. Where a row names both a trip and its route, the trip counts.
 */
function ruleOf(rule: TransferRule, { firstRoute, firstRun }: Merging, pair: Pair): PairRule {
  const { fromRoute, toRoute, fromTrip, toTrip, type, minS } = rule;
  const routeAt = (route: number, trip: number) => (route < 0 || trip >= 0 ? -1 : firstRoute + route);
  // Written out, for a railway may have ten thousand of them.
  return {
    from: pair.from,
    to: pair.to,
    stations: pair.stations,
    fromTrip: firstRun[fromTrip] ?? -1,
    toTrip: firstRun[toTrip] ?? -1,
    fromRuns: pair.fromRuns,
    toRuns: pair.toRuns,
    fromRoute: routeAt(fromRoute, fromTrip),
    toRoute: routeAt(toRoute, toTrip),
    minS: type === NO_CHANGE ? -1 : minS,
    forbidden: type === NO_CHANGE,
  };
}

/** Of a stop itself, of a station its stops, and itself where trips call at it as a whole; as far as they are served. */
function servedMembers({ kind, parent }: Stops, stopOf: Int32Array): (stop: number) => number[] {
  const members = new Map<number, number[]>();
  for (let stop = 0; stop < kind.length; stop++) {
    const station = kind[stop] === STATION ? stop : parent[stop]!;
    if (stopOf[stop]! < 0 || station < 0 || kind[stop]! > STATION) continue;
    const known = members.get(station);
    if (known) known.push(stopOf[stop]!);
    else members.set(station, [stopOf[stop]!]);
  }
  const alone = (stop: number) => (stopOf[stop]! < 0 ? [] : [stopOf[stop]!]);
  return (stop) => (kind[stop] === STOP ? alone(stop) : (members.get(stop) ?? []));
}
