/** The vehicles of a way, traced back from the label it ends with, and each one as a leg. */
import type { Asking, EpochSeconds, Leg, NamedPoint } from "~/domain/journey";
import { rideOf } from "~/transit/search/changes";
import { aboardFrom, type Labels, ORIGIN } from "~/transit/search/labels";
import type { DayRun } from "~/transit/search/scan";
import {
  DROP_OFF_BY_ARRANGEMENT,
  DROP_OFF_BY_DRIVER,
  PICKUP_BY_ARRANGEMENT,
  PICKUP_BY_DRIVER,
} from "~/transit/gtfs/feed";
import { ridePath } from "~/transit/timetable/ride-path";
import type { Timetable } from "~/transit/timetable/timetable";

/** What a search left behind, to be read backwards. */
export type Traced = { timetable: Timetable; labels: Labels; days: DayRun[]; leaveFrom: EpochSeconds };

/** One vehicle taken: the stop times it is boarded and left at, and the entry of the room waited in before. */
export type Ride = {
  trip: number;
  shiftS: number;
  boardedAt: number;
  alightedAt: number;
  inside: number;
  /** Who rides came with this vehicle, and stays aboard when it goes on as the next. */
  staysOn: boolean;
  goesOn: boolean;
};

export type RideLeg = Leg & { kind: "ride" };

export function ridesTo(label: number, { labels, days, timetable }: Traced): Ride[] {
  const { trips } = timetable;
  const rides: Ride[] = [];
  let alightedAt = labels.alightedAt[label]!;
  let goesOn = false;
  for (let boarding = label < 0 ? ORIGIN : labels.boarding[label]!; boarding >= 0;) {
    const { day, trip } = rideOf({ days, trips }, labels.run[boarding]!);
    const parent = labels.parent[boarding]!;
    const staysOn = parent < ORIGIN;
    const shiftS = day.shiftS + trips.offsetS[trip]!;
    const [boardedAt, inside] = [labels.boardedAt[boarding]!, labels.inside[boarding]!];
    rides.push({ trip, shiftS, boardedAt, alightedAt, inside, staysOn, goesOn });
    goesOn = staysOn;
    if (staysOn) {
      boarding = aboardFrom(parent);
      const before = rideOf({ days, trips }, labels.run[boarding]!).trip;
      alightedAt = trips.first[before]! + trips.length[before]! - 1;
    } else {
      boarding = parent === ORIGIN ? ORIGIN : labels.boarding[parent]!;
      alightedAt = labels.alightedAt[parent]!;
    }
  }
  return rides.toReversed();
}

export function rideLeg(ride: Ride, told: Traced): RideLeg {
  return new Ridden(ride, told);
}

/** Most legs are counted and not drawn: the line is made when it is read, and costs nothing before. */
class Ridden implements RideLeg {
  readonly kind = "ride";
  readonly route: RideLeg["route"];
  readonly headsign: string | null;
  readonly from: NamedPoint;
  readonly to: NamedPoint;
  readonly departs: EpochSeconds;
  readonly arrives: EpochSeconds;
  readonly stops: number;
  readonly estimated: boolean;
  readonly staysOn: boolean;
  readonly ask: RideLeg["ask"];
  readonly stepFree: RideLeg["stepFree"];
  readonly #ride: Ride;
  readonly #timetable: Timetable;

  constructor(ride: Ride, { timetable, leaveFrom }: Traced) {
    const { trip, shiftS, boardedAt, alightedAt, staysOn } = ride;
    const { trips, times } = timetable;
    const route = timetable.routes[trips.route[trip]!]!;
    this.route = route.name;
    this.headsign = timetable.headsigns[trips.headsign[trip]!] ?? null;
    this.from = stopPoint(timetable, times.stop[boardedAt]!);
    this.to = stopPoint(timetable, times.stop[alightedAt]!);
    this.departs = leaveFrom + shiftS + times.depart[boardedAt]!;
    this.arrives = leaveFrom + shiftS + times.arrive[alightedAt]!;
    this.stops = alightedAt - boardedAt;
    this.estimated = route.estimated || trips.halfHeadwayS[trip]! > 0;
    this.staysOn = staysOn;
    this.ask = askings(ride, times);
    this.stepFree = isStepFree(ride, timetable) ? "yes" : "maybe";
    this.#ride = ride;
    this.#timetable = timetable;
  }

  get path() {
    const { trip, boardedAt, alightedAt } = this.#ride;
    return ridePath(this.#timetable, trip, boardedAt, alightedAt);
  }
}

// Where all stay aboard nobody needs to get on or off.
function isStepFree(ride: Ride, { trips, times, stops }: Timetable): boolean {
  const { trip, boardedAt, alightedAt, staysOn, goesOn } = ride;
  return (
    trips.wheelchair[trip] === 1 &&
    (staysOn || stops.wheelchair[times.stop[boardedAt]!] === 1) &&
    (goesOn || stops.wheelchair[times.stop[alightedAt]!] === 1)
  );
}

function askings({ boardedAt, alightedAt, staysOn, goesOn }: Ride, { rules }: Timetable["times"]) {
  const on = askingOf(rules[boardedAt]!, PICKUP_BY_ARRANGEMENT, PICKUP_BY_DRIVER);
  const off = askingOf(rules[alightedAt]!, DROP_OFF_BY_ARRANGEMENT, DROP_OFF_BY_DRIVER);
  return { on: staysOn ? "nobody" : on, off: goesOn ? "nobody" : off } as const;
}

function askingOf(rules: number, byArrangement: number, byDriver: number): Asking {
  if (rules & byDriver) return "driver";
  return rules & byArrangement ? "agency" : "nobody";
}

function stopPoint({ stops }: Timetable, stop: number): NamedPoint {
  return { name: stops.names[stop]!, lat: stops.lat[stop]!, lon: stops.lon[stop]! };
}
