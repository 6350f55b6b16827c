/** Places, journeys and ways for tests of tonight's answer. */
import type { Journey, Way } from "~/domain/journey";
import type { Place } from "~/domain/place";
import type { Pool } from "~/domain/pool";
import { EVERYBODY } from "./admits";
import { hoursOf } from "./hours";

/** A family shelter that takes everybody, open every night from six to seven. */
export function placeOf(placeId: number, more: Partial<Place> = {}): Place {
  return {
    placeId,
    kind: "shelter",
    name: `Place ${placeId}`,
    organization: "An organization",
    phone: null,
    website: null,
    about: null,
    rules: null,
    languages: null,
    site: { name: null, address: null, city: null, zip: null, approximate: false, lat: 39.11, lon: -94.62 },
    admits: EVERYBODY,
    pools: [],
    hours: hoursOf("Mo-Su 18:00-07:00"),
    facts: [],
    ...more,
  };
}

/** Rooms for families, counted at the given moment. */
export function roomsOf(free: number, saidAt: number | null, more: Partial<Pool> = {}): Pool {
  return {
    poolId: 1,
    household: "families",
    unit: "room",
    peoplePerUnit: 4,
    capacity: 10,
    occupied: 10 - free,
    held: 0,
    outOfService: 0,
    lastReport: saidAt === null ? null : { at: new Date(saidAt * 1000), way: "web" },
    ...more,
  };
}

export function journeyOf(more: Partial<Journey>): Journey {
  const blank = {
    leaveBy: 0,
    arrives: 0,
    enters: 0,
    outdoorS: 0,
    coldMinutes: 0,
    boardings: 1,
    estimated: false,
    estimateS: 0,
    worst: { seconds: 0, coldMinutes: 0, peakWeight: 1 },
    callFirst: false,
    stepFree: "maybe" as const,
  };
  return { ...blank, legs: [], ...more };
}

export function wayOf(first: Partial<Journey>, ...others: Partial<Journey>[]): Way {
  return { kind: "journeys", journeys: [journeyOf(first), ...others.map(journeyOf)] };
}
