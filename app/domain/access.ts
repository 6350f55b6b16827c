/** How well buses serve a point on foot, hour by hour of a usual week, and the routes that make it so. */
import type { RouteName } from "~/domain/journey";
import type { LocalDate, WallMinutes, Weekday } from "~/domain/zone";

export const HOURS_A_DAY = 24;
export const HOURS_A_WEEK = 168;

// By day is from six to ten in the evening: then children are up, and most who must get somewhere go.
const DAY_BEGINS = 6;
const DAY_ENDS = 22;

export type Access = AccessScore & {
  /** 0 to 1 for each hour of the week on the wall clock, Monday's first hour first. */
  hours: number[];
  /** The first and last departure anywhere within reach. */
  span: ByDay<Span>;
  /** The best routes, the best one first. */
  routes: NearRoute[];
};

/** 0 to 100: the mean over the week, over its hours by day, and over those at night. */
export type AccessScore = { score: number; day: number; night: number };

/** null where nothing runs. */
export type ByDay<Said> = { weekdays: Said | null; saturday: Said | null; sunday: Said | null };

/** Minutes since midnight of the day it is counted to; after midnight they go on past 1440. */
export type Span = { first: WallMinutes; last: number };

/** First, last and number are of all directions. */
export type DayService = Span & {
  /**
   * Minutes between two departures by day, in the direction that serves the point best: what is usual, and what nine of
   * ten do not exceed; null where they do not come every so often.
   */
  every: { minutes: number; upTo: number } | null;
  departures: number;
};

/** One route, in each direction from the stop that serves the point best. */
export type NearRoute = ByDay<DayService> & {
  route: RouteName;
  walkMinutes: number;
  estimated: boolean;
  /** Of Monday to Friday the days without a departure, where there are some on others. */
  idle: Weekday[];
};

/** The seven days it was made from, in the region's clock; without any timetable, or one in force, there are none. */
export type AccessFound =
  | { kind: "access"; access: Access; from: LocalDate; until: LocalDate }
  | { kind: "none"; reason: "no-timetable" }
  | { kind: "none"; reason: "feed-expired"; endedOn: LocalDate };

export function accessScore(hours: ArrayLike<number>): AccessScore {
  let [day, night] = [0, 0];
  for (let hour = 0; hour < HOURS_A_WEEK; hour++) {
    const clock = hour % HOURS_A_DAY;
    if (clock >= DAY_BEGINS && clock < DAY_ENDS) day += hours[hour]!;
    else night += hours[hour]!;
  }
  const dayHours = (HOURS_A_WEEK / HOURS_A_DAY) * (DAY_ENDS - DAY_BEGINS);
  return {
    score: (100 * (day + night)) / HOURS_A_WEEK,
    day: (100 * day) / dayHours,
    night: (100 * night) / (HOURS_A_WEEK - dayHours),
  };
}

/** In words none, few, some, good, very good. */
export type AccessLevel = 0 | 1 | 2 | 3 | 4;

/**
 * Of a share from 0 to 1. By quarters: a bus every hour both ways, five minutes away, is "some", one every half hour
 * "good"; "very good" takes one every ten minutes, or several routes.
 */
export function accessLevel(share: number): AccessLevel {
  return share <= 0 ? 0 : ((Math.min(3, Math.floor(share * 4)) + 1) as AccessLevel);
}

/** Hours of one day that follow one another on one level; `until` is 24 at midnight. */
export type LevelRun = { from: number; until: number; level: AccessLevel };

/** The seven days in runs, Monday first. */
export function weekRuns(hours: ArrayLike<number>): LevelRun[][] {
  return Array.from({ length: HOURS_A_WEEK / HOURS_A_DAY }, (_, day) => {
    const runs: LevelRun[] = [];
    for (let hour = 0; hour < HOURS_A_DAY; hour++) {
      const level = accessLevel(hours[day * HOURS_A_DAY + hour]!);
      const last = runs.at(-1);
      if (last?.level === level) last.until = hour + 1;
      else runs.push({ from: hour, until: hour + 1, level });
    }
    return runs;
  });
}

/** Days after one another whose runs are equal. */
export type DayRuns = { days: Weekday[]; runs: LevelRun[] };

export function alikeDays(week: readonly LevelRun[][]): DayRuns[] {
  const groups: DayRuns[] = [];
  week.forEach((runs, index) => {
    const day = (index + 1) as Weekday;
    const last = groups.at(-1);
    if (last && JSON.stringify(last.runs) === JSON.stringify(runs)) last.days.push(day);
    else groups.push({ days: [day], runs });
  });
  return groups;
}
