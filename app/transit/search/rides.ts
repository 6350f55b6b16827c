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
  const { trip, shiftS, boardedAt, alightedAt, staysOn, goesOn } = ride;
  const { timetable, leaveFrom } = told;
  const { trips, times, stops } = timetable;
  const route = timetable.routes[trips.route[trip]!]!;
  const [on, off] = [times.stop[boardedAt]!, times.stop[alightedAt]!];
  // Where all stay aboard nobody needs to get on or off.
  const isStepFree =
    trips.wheelchair[trip] === 1 &&
    (staysOn || stops.wheelchair[on] === 1) &&
    (goesOn || stops.wheelchair[off] === 1);
  return {
    kind: "ride",
    route: route.name,
    headsign: timetable.headsigns[trips.headsign[trip]!] ?? null,
    from: stopPoint(timetable, on),
    to: stopPoint(timetable, off),
    departs: leaveFrom + shiftS + times.depart[boardedAt]!,
    arrives: leaveFrom + shiftS + times.arrive[alightedAt]!,
    stops: alightedAt - boardedAt,
    estimated: route.estimated || trips.halfHeadwayS[trip]! > 0,
    staysOn,
    ask: {
      on: staysOn ? "nobody" : askingOf(times.rules[boardedAt]!, PICKUP_BY_ARRANGEMENT, PICKUP_BY_DRIVER),
      off: goesOn
        ? "nobody"
        : askingOf(times.rules[alightedAt]!, DROP_OFF_BY_ARRANGEMENT, DROP_OFF_BY_DRIVER),
    },
    stepFree: isStepFree ? "yes" : "maybe",
    // Most legs are counted and not drawn: the line is made when it is read.
    get path() {
      return ridePath(timetable, trip, boardedAt, alightedAt);
    },
  };
}

function askingOf(rules: number, byArrangement: number, byDriver: number): Asking {
  if (rules & byDriver) return "driver";
  return rules & byArrangement ? "agency" : "nobody";
}

function stopPoint({ stops }: Timetable, stop: number): NamedPoint {
  return { name: stops.names[stop]!, lat: stops.lat[stop]!, lon: stops.lon[stop]! };
}
