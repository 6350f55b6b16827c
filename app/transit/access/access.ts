/** The access of a point: how well the buses around it serve it in each hour of a usual week (TRANSIT, "Access score"). */
import { type Access, accessScore, HOURS_A_DAY, HOURS_A_WEEK } from "~/domain/access";
import type { LatLon } from "~/domain/journey";
import { daysOf, type DepartureTable, minuteOf } from "~/transit/access/departures";
import { bestRoutes, type NearLine, spanOf } from "~/transit/access/reason";
import { stopsNear } from "~/transit/timetable/reach";
import type { Timetable } from "~/transit/timetable/timetable";
import { FAMILY_PACE, walkSeconds } from "~/transit/timetable/walking";

// A stop counts less the farther it is, and nothing from a quarter of an hour on.
const FARTHEST_S = 900;
const FARTHEST_M = FARTHEST_S * FAMILY_PACE.metresPerSecond;

/** Of a member's room the point is the centre of its cell, never its address. Takes well under 2 ms. */
export function accessAt(table: DepartureTable, timetable: Timetable, point: LatLon): Access {
  const lines = linesNear(table, timetable, point);
  const hours = Array.from({ length: HOURS_A_WEEK }, (_, hour) => oneOfThem(lines, hour));
  return {
    ...accessScore(hours),
    hours,
    span: spanOf(lines),
    routes: bestRoutes(lines, timetable.routes),
  };
}

/** How surely there is a bus when each line has one with its own chance. */
function oneOfThem(lines: readonly NearLine[], hour: number): number {
  return 1 - lines.reduce((none, { hours }) => none * (1 - hours[hour]!), 1);
}

function linesNear(table: DepartureTable, timetable: Timetable, point: LatLon): NearLine[] {
  const lines = new Map<number, NearLine>();
  for (const { stop, metres, fixedS } of stopsNear(timetable, point, FARTHEST_M)) {
    const walkS = walkSeconds(metres, FAMILY_PACE) + fixedS;
    if (walkS >= FARTHEST_S) continue;
    for (const { line, departures } of linesAt(table, stop)) {
      const chances = chancesOf(departures, 1 - walkS / FARTHEST_S);
      const seen = { worth: chances.reduce((sum, chance) => sum + chance, 0), walkS, departures };
      const known = lines.get(line);
      if (known) addStop(known, chances, seen);
      else lines.set(line, newLine(table, line, { chances, seen }));
    }
  }
  // In the order of the timetable, not in the one the stops were found in.
  return [...lines].toSorted(([a], [b]) => a - b).map(([, line]) => line);
}

function* linesAt({ first, line, when }: DepartureTable, stop: number) {
  const end = first[stop + 1]!;
  for (let from = first[stop]!, until = from; from < end; from = until) {
    while (until < end && line[until] === line[from]) until++;
    yield { line: line[from]!, departures: when.subarray(from, until) };
  }
}

/** d(s) n / (n + 2) for each hour of the week. */
function chancesOf(departures: Int32Array, closeness: number): Float64Array {
  const chances = new Float64Array(HOURS_A_WEEK);
  for (const when of departures) {
    const [hour, days] = [Math.floor(minuteOf(when) / 60), daysOf(when)];
    for (let day = 0; days >> day; day++) if ((days >> day) & 1) chances[day * HOURS_A_DAY + hour]!++;
  }
  for (let hour = 0; hour < HOURS_A_WEEK; hour++)
    chances[hour] = (closeness * chances[hour]!) / (chances[hour]! + 2);
  return chances;
}

type Seen = NearLine["best"];

function newLine(
  { routes, directions, estimated }: DepartureTable,
  line: number,
  { chances, seen }: { chances: Float64Array; seen: Seen },
): NearLine {
  return {
    route: routes[line]!,
    direction: directions[line]!,
    estimated: estimated[line] === 1,
    hours: chances,
    best: seen,
  };
}

/** The better of two stops counts, hour by hour: with the nearest alone, a nearer stop with fewer buses would do harm. */
function addStop(line: NearLine, chances: Float64Array, seen: Seen): void {
  for (let hour = 0; hour < HOURS_A_WEEK; hour++)
    if (chances[hour]! > line.hours[hour]!) line.hours[hour] = chances[hour]!;
  if (isBetter(seen, line.best)) line.best = seen;
}

function isBetter(one: Seen, other: Seen): boolean {
  if (one.worth !== other.worth) return one.worth > other.worth;
  if (one.walkS !== other.walkS) return one.walkS < other.walkS;
  return isEarlier(one.departures.toSorted(), other.departures.toSorted());
}

/** Between two stops as good and as near, so that it is not the order of a feed's rows that decides. */
function isEarlier(one: Int32Array, other: Int32Array): boolean {
  const at = one.findIndex((when, index) => when !== other[index]);
  return at >= 0 && one[at]! < (other[at] ?? Infinity);
}
