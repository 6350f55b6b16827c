/** Why a point has the access it has: its best routes, how often they come, how far off, from when to when. */
import type { ByDay, DayService, NearRoute, Span } from "~/domain/access";
import type { Weekday } from "~/domain/zone";
import { daysOf, minuteOf } from "~/transit/access/departures";
import type { Timetable } from "~/transit/timetable/timetable";

/** One direction of a route, as it serves a point. */
export type NearLine = {
  route: number;
  direction: number;
  estimated: boolean;
  /** For each hour of the week how surely it comes, 0 to 1, at the stop that is best in that hour. */
  hours: Float64Array;
  /** The stop that serves the point best over the week. */
  best: { worth: number; walkS: number; departures: Int32Array };
};

// A third one nobody would choose by.
const MOST_ROUTES = 2;

const MINUTES_A_DAY = 1440;
// Half past twelve belongs to the evening before it; at three nearly no bus runs anywhere.
const DAY_TURNS = 180;
const NEVER = 2 * MINUTES_A_DAY;
const BY_DAY = { begins: 360, ends: 1320 };
const [SATURDAY, SUNDAY] = [5, 6];
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

// A bus that leaves one out for three hours does not come "every so often", whatever it does at other times.
const HOLE = { minutes: 180, times: 3 };
const FEWEST = 3;

/** The routes that do most for the point, by the name they bear: two feeds may carry one route in turns. */
export function bestRoutes(lines: readonly NearLine[], routes: Timetable["routes"]): NearRoute[] {
  const named = new Map<string, NearLine[]>();
  for (const line of lines) {
    const { name, agency } = routes[line.route]!;
    const key = `${name.shortName || name.longName}\n${agency}`;
    named.set(key, [...(named.get(key) ?? []), line]);
  }
  return [...named]
    .map(([key, some]) => ({ key, some, worth: worthOf(some) }))
    .toSorted((a, b) => b.worth - a.worth || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_ROUTES)
    .map(({ some }) => nearRoute(some, routes));
}

/** The first and last departure of all lines, each at the stop that is best for it. */
export function spanOf(lines: readonly NearLine[]): ByDay<Span> {
  const [first, last] = [new Int32Array(DAYS.length).fill(NEVER), new Int32Array(DAYS.length).fill(-1)];
  for (const { best } of lines)
    for (const departure of best.departures) {
      const { minute, days } = onTransitDay(departure);
      for (const day of DAYS) {
        if (!((days >> day) & 1)) continue;
        if (minute < first[day]!) first[day] = minute;
        if (minute > last[day]!) last[day] = minute;
      }
    }
  return byDay(
    DAYS.map((day) => (last[day]! < 0 ? [] : [first[day]!, last[day]!])),
    (day) => day.length > 0,
    ends,
  );
}

function worthOf(lines: readonly NearLine[]): number {
  let sum = 0;
  for (let hour = 0; hour < lines[0]!.hours.length; hour++)
    sum += 1 - lines.reduce((none, { hours }) => none * (1 - hours[hour]!), 1);
  return sum;
}

function nearRoute(lines: readonly NearLine[], routes: Timetable["routes"]): NearRoute {
  const main = lines.reduce((best, line) => (line.best.worth > best.best.worth ? line : best));
  const sameWay = lines.filter(({ direction }) => direction === main.direction);
  const oneWay = perDay(sameWay.map(({ best }) => best.departures));
  const days = perDay(lines.map(({ best }) => best.departures)).map((all, day) => ({
    all,
    oneWay: oneWay[day]!,
  }));
  const idle = DAYS.slice(0, SATURDAY).filter((day) => days[day]!.all.length === 0);
  return {
    route: routes[main.route]!.name,
    walkMinutes: Math.max(1, Math.ceil(main.best.walkS / 60)),
    estimated: lines.some(({ estimated }) => estimated),
    idle: idle.length === SATURDAY ? [] : idle.map((day) => (day + 1) as Weekday),
    ...byDay(days, ({ all }) => all.length > 0, serviceOf),
  };
}

type RouteDay = { all: number[]; oneWay: number[] };

/** The last bus is the last one whichever way it goes; but how often one comes is told of one way. */
function serviceOf(days: readonly RouteDay[]): DayService {
  const all = days.map((day) => day.all);
  const oneWay = days.map((day) => day.oneWay).filter((minutes) => minutes.length > 0);
  return {
    ...ends(all),
    every: rhythm(oneWay.length > 0 ? oneWay : all),
    departures: usual(all.map((minutes) => minutes.length)),
  };
}

/** Before three in the morning a bus belongs to the day before. */
function onTransitDay(departure: number): { minute: number; days: number } {
  const [minute, days] = [minuteOf(departure), daysOf(departure)];
  if (minute >= DAY_TURNS) return { minute, days };
  return { minute: minute + MINUTES_A_DAY, days: (days >> 1) | ((days & 1) << SUNDAY) };
}

/** The minutes of departure on each day, in order. */
function perDay(departures: readonly Int32Array[]): number[][] {
  const week: number[][] = DAYS.map(() => []);
  for (const some of departures)
    for (const departure of some) {
      const { minute, days } = onTransitDay(departure);
      for (const day of DAYS) if ((days >> day) & 1) week[day]!.push(minute);
    }
  return week.map((minutes) => minutes.toSorted((a, b) => a - b));
}

/** Monday to Friday are said as one: what is usual among those on which it runs. */
function byDay<Day, Said>(
  days: readonly Day[],
  runs: (day: Day) => boolean,
  say: (some: readonly Day[]) => Said,
): ByDay<Said> {
  const among = (some: readonly Day[]) => {
    const running = some.filter(runs);
    return running.length > 0 ? say(running) : null;
  };
  return {
    weekdays: among(days.slice(0, SATURDAY)),
    saturday: among([days[SATURDAY]!]),
    sunday: among([days[SUNDAY]!]),
  };
}

function ends(days: readonly number[][]): Span {
  return { first: usual(days.map((day) => day[0]!)), last: usual(days.map((day) => day.at(-1)!)) };
}

function rhythm(days: readonly number[][]): DayService["every"] {
  const departures = usual(days.map((day) => day.length));
  const all = days.flatMap(gapsOf);
  const daytime = all.filter(({ from, until }) => from >= BY_DAY.begins && until <= BY_DAY.ends);
  const gaps = (daytime.length > 1 ? daytime : all).map(({ from, until }) => until - from);
  const minutes = usual(gaps);
  const longest = all.reduce((most, { from, until }) => Math.max(most, until - from), 0);
  const hasHole = longest > Math.max(HOLE.minutes, HOLE.times * minutes);
  if (departures < FEWEST || gaps.length === 0 || hasHole) return null;
  return { minutes, upTo: at(gaps, 0.9) };
}

/** Two buses of one minute are one chance to leave. */
function gapsOf(day: readonly number[]): { from: number; until: number }[] {
  return day.slice(1).flatMap((until, i) => (until > day[i]! ? [{ from: day[i]!, until }] : []));
}

function usual(numbers: number[]): number {
  return at(numbers, 0.5);
}

/** The number that this share of them does not exceed. */
function at(numbers: number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(numbers.length * share) - 1)] ?? 0;
}
