/** Every departure of a usual week by stop, on the wall clock: what the access of any point is read from. */
import { usualDays } from "~/transit/access/week";
import { type DayNumber, NO_PICKUP, PICKUP_BY_ARRANGEMENT } from "~/transit/gtfs/feed";
import { serviceDayStart } from "~/transit/timetable/service-day";
import type { Timetable } from "~/transit/timetable/timetable";

/**
 * A line is one direction of one route of one feed. The departures of stop s are those from first[s] up to
 * first[s + 1], those of one line together: `line` is an index into `routes`, `directions` and `estimated`, `when` a
 * minute of the day with its weekdays (`minuteOf`, `daysOf`). Typed arrays alone, so that it can cross to another thread.
 */
export type DepartureTable = {
  firstDay: DayNumber;
  routes: Int32Array;
  directions: Int32Array;
  /** 1 where its times come from a headway. */
  estimated: Uint8Array;
  first: Int32Array;
  line: Int32Array;
  when: Int32Array;
};

type Parts = Pick<Timetable, "trips" | "times" | "services" | "stops" | "timeZone">;

/** What one run of a trip adds to its times, and the days it runs on; a run without days is left out. */
type Run = { trip: number; line: number; shiftMinutes: number; days: number };

const MINUTES_A_DAY = 1440;
const DAY_BITS = 7;
const EVERY_DAY = (1 << DAY_BITS) - 1;
const CANNOT_BOARD = NO_PICKUP | PICKUP_BY_ARRANGEMENT;
const MOST_DIRECTIONS = 2;
// Stop times in a slice of work: about a millisecond.
const SLICE = 1 << 15;

export function minuteOf(when: number): number {
  return when >> DAY_BITS;
}

/** Bit 0 is Monday. */
export function daysOf(when: number): number {
  return when & EVERY_DAY;
}

/** Some 20 ms and 4 MB for 450,000 stop times. */
export function departureTable(timetable: Parts, firstDay: DayNumber): DepartureTable {
  const making = makeDepartureTable(timetable, firstDay);
  for (;;) {
    const step = making.next();
    if (step.done) return step.value;
  }
}

/** The same in slices of a few milliseconds. */
export function* makeDepartureTable(timetable: Parts, firstDay: DayNumber): Generator<void, DepartureTable> {
  const { lines, runs } = runsByLine(timetable, firstDay);
  yield;
  const first = new Int32Array(timetable.stops.lat.length + 1);
  yield* eachDeparture(timetable, runs, (stop) => first[stop + 1]!++);
  for (let stop = 1; stop < first.length; stop++) first[stop]! += first[stop - 1]!;
  const [line, when] = [new Int32Array(first.at(-1)!), new Int32Array(first.at(-1)!)];
  const next = first.slice();
  // Line after line, so a stop's departures stand line after line too.
  yield* eachDeparture(timetable, runs, (stop, run, at) => {
    const slot = next[stop]!++;
    line[slot] = run.line;
    when[slot] = at;
  });
  return { firstDay, ...lines, first, line, when };
}

function* eachDeparture(
  { trips, times }: Parts,
  runs: readonly Run[],
  see: (stop: number, run: Run, when: number) => void,
): Generator<void, void> {
  let work = 0;
  for (const run of runs) {
    // From its last stop a trip does not depart.
    const last = trips.first[run.trip]! + trips.length[run.trip]! - 1;
    for (let at = trips.first[run.trip]!; at < last; at++) {
      if (times.rules[at]! & CANNOT_BOARD) continue;
      see(times.stop[at]!, run, onTheWall(times.depart[at]! + trips.offsetS[run.trip]!, run));
    }
    work += trips.length[run.trip]!;
    if (work < SLICE) continue;
    work = 0;
    yield;
  }
}

/** 25:10 on Mondays is ten past one on Tuesdays, however it was written; Sunday's night is Monday's. */
function onTheWall(seconds: number, { shiftMinutes, days }: Run): number {
  const minutes = Math.floor(seconds / 60) + shiftMinutes;
  const later = Math.floor(minutes / MINUTES_A_DAY);
  return ((minutes - later * MINUTES_A_DAY) << DAY_BITS) | turned(days, later);
}

function turned(days: number, by: number): number {
  const bits = ((by % DAY_BITS) + DAY_BITS) % DAY_BITS;
  return ((days << bits) | (days >> (DAY_BITS - bits))) & EVERY_DAY;
}

function runsByLine({ trips, services, timeZone }: Parts, firstDay: DayNumber) {
  const days = services.map(({ service }) => usualDays(service, firstDay));
  const shift = services.map((service) => minutesAhead(timeZone, service.timeZone, firstDay));
  const byLine = new Map<number, { route: number; direction: number; trips: number[] }>();
  for (let trip = 0; trip < trips.first.length; trip++) {
    if (days[trips.service[trip]!] === 0) continue;
    const [route, direction] = [trips.route[trip]!, trips.direction[trip]!];
    const key = route * MOST_DIRECTIONS + direction;
    const line = byLine.get(key);
    if (line) line.trips.push(trip);
    else byLine.set(key, { route, direction, trips: [trip] });
  }
  const lines = [...byLine.values()];
  return {
    lines: {
      routes: Int32Array.from(lines, ({ route }) => route),
      directions: Int32Array.from(lines, ({ direction }) => direction),
      estimated: Uint8Array.from(lines, (line) =>
        Number(line.trips.some((trip) => trips.halfHeadwayS[trip]! > 0)),
      ),
    },
    runs: lines.flatMap(({ trips: some }, line) =>
      some.map((trip): Run => {
        const service = trips.service[trip]!;
        return { trip, line, shiftMinutes: shift[service]!, days: days[service]! };
      }),
    ),
  };
}

/** The clock of the week is the region's; that it may change within the week is an exception too. */
function minutesAhead(region: string, agency: string, day: DayNumber): number {
  return (serviceDayStart(day, agency) - serviceDayStart(day, region)) / 60;
}
