/** A way through the cold: what a family walks, waits and rides, and when it must leave. */

/** Seconds since 1970-01-01T00:00:00Z. */
export type EpochSeconds = number;

/** WGS 84 degrees. */
export type LatLon = { lat: number; lon: number };

export type RouteName = {
  shortName: string;
  longName: string;
  /** "#rrggbb", as the agency prints it. */
  color: string;
  textColor: string;
};

/** A point with the name people use for it; the origin and the door have an empty name. */
export type NamedPoint = LatLon & { name: string };

/** A warm place on the way where one may wait: a lobby, a library, an aging center. */
export type RoomPoint = NamedPoint & { roomKey: number };

/** A room that anybody may wait in, and when: stretches in order that do not touch. `roomKey` is the asker's. */
export type WarmRoom = RoomPoint & { open: { from: EpochSeconds; until: EpochSeconds }[] };

/** A bus company whose times ended: they are not used, and that is said. `endedOn` is a date. */
export type OldTimes = { agency: string; endedOn: string };

/** Stops and vehicles that are not known to be usable with a wheelchair are "maybe"; what is known not to be is not used. */
export type StepFree = "yes" | "maybe";

/**
 * In order. Time between one leg's end and the next one's start is spent waiting outside, but for a ride that `staysOn`:
 * then it is spent aboard.
 */
export type Leg =
  | {
      kind: "walk";
      from: NamedPoint;
      to: NamedPoint;
      departs: EpochSeconds;
      arrives: EpochSeconds;
      /** Straight-line metres times the street detour. */
      metres: number;
    }
  | {
      kind: "ride";
      route: RouteName;
      headsign: string | null;
      from: NamedPoint;
      to: NamedPoint;
      departs: EpochSeconds;
      arrives: EpochSeconds;
      /** Stops passed, the one to get off at included. */
      stops: number;
      /** The times come from a headway or a hand-entered route. */
      estimated: boolean;
      /** The vehicle of the ride before goes on under this name: nobody gets off between them. */
      staysOn: boolean;
      /** What the bus company must be asked by phone, or the driver by word, before: getting on, getting off. */
      ask: { on: Asking; off: Asking };
      stepFree: StepFree;
      /** The line ridden, to be drawn. */
      path: LatLon[];
    }
  | {
      /** Waiting indoors, from `departs` until one must go on at `arrives`; `from` and `to` are the room. */
      kind: "inside";
      from: RoomPoint;
      to: RoomPoint;
      departs: EpochSeconds;
      arrives: EpochSeconds;
    };

/** GTFS pickup_type and drop_off_type: as usual (0), by phone with the agency (2), by word with the driver (3). */
export type Asking = "nobody" | "agency" | "driver";

export type Journey = {
  /** When to go out of the door one is behind now. */
  leaveBy: EpochSeconds;
  /** At the place's door. */
  arrives: EpochSeconds;
  /** When they let people in: later than `arrives` where the family waits outside the door. */
  enters: EpochSeconds;
  /** Seconds walking and waiting outside, boarding penalties left out. */
  outdoorS: number;
  /** Outdoor minutes weighted by the cold (TRANSIT: weight 1 where the weather is unknown). */
  coldMinutes: number;
  /** Vehicles boarded: a bus that goes on under another name counts once. 0 when walking all the way. */
  boardings: number;
  /** Some times come from a headway or a hand-entered route. */
  estimated: boolean;
  /** Half the headway of each vehicle without exact times: it is waited for that much longer, and `outdoorS` holds it. */
  estimateS: number;
  /** The coldest stretch outside without a break. */
  worst: Stretch;
  /** Some stop of it is only served for who asks first. */
  callFirst: boolean;
  stepFree: StepFree;
  legs: Leg[];
};

/** A time outside between two warm places, a ride or a room. */
export type Stretch = {
  seconds: number;
  coldMinutes: number;
  /** The heaviest weight of its seconds. */ peakWeight: number;
};

export type NoJourney =
  | "no-timetable" // the region has no feed and no hand-entered route
  | "feed-expired" // every feed ended before the day asked for
  | "outside-feed-dates" // no feed covers the day asked for
  | "no-stop-in-reach" // nothing within walking distance of the origin or the door
  | "last-bus-gone" // buses run, but none gets there from now on
  | "doors-closed"; // one would get there, but after they stop letting people in

/** What is known of getting to one door: the front of journeys by arrival, walking included, or why there is none. */
export type Way =
  { kind: "journeys"; journeys: [Journey, ...Journey[]] } | { kind: "none"; reason: NoJourney };

/**
 * A way as a family will live it, on average: a vehicle without exact times comes half a headway after its clock, and who
 * comes later stands less before a door that is still shut.
 */
export function asLived(journey: Journey): Journey {
  const { arrives, enters, outdoorS, estimateS } = journey;
  const there = arrives + estimateS;
  const lessAtDoor = Math.min(estimateS, enters - arrives);
  return { ...journey, arrives: there, enters: Math.max(enters, there), outdoorS: outdoorS - lessAtDoor };
}

/** Whether one is surely there before they stop letting people in, be every vehicle a whole headway late. */
export function isInTime({ arrives, estimateS }: Journey, closes: EpochSeconds | null): boolean {
  return estimateS === 0 || closes === null || arrives + 2 * estimateS <= closes;
}

// 20 cold-minutes halve the warmth: 90 of them, the frostbite limit, leave 4 of 100.
const HALVING_COLD_MINUTES = 20;

/** 100 at the door, halved by every 20 cold-minutes; a whole number. */
export function warmth(coldMinutes: number): number {
  return Math.round(100 * 2 ** (-coldMinutes / HALVING_COLD_MINUTES));
}

// Half of the 90 cold-minutes after which skin can freeze: from here on a family should not be outside at one stretch.
const HAZARD_COLD_MINUTES = 45;
// The weight of a wind chill of -18 F, from which on the NWS names frostbite within half an hour.
const FROSTBITE_WEIGHT = 3;

/** What to warn of: a stretch outside that is dangerous, or one in cold that can freeze skin. */
export type Hazard = "none" | "hazard" | "frostbite";

export function hazardOf({ worst }: Pick<Journey, "worst">): Hazard {
  if (worst.coldMinutes < HAZARD_COLD_MINUTES) return "none";
  return worst.peakWeight >= FROSTBITE_WEIGHT ? "frostbite" : "hazard";
}
