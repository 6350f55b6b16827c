/** The questions of a bench: origins, doors and times by chance, the same for the same seed. */
import type { LatLon } from "~/domain/journey";
import type { Door } from "~/transit/search/doors";
import { dayNumber } from "~/transit/timetable/calendar";
import { serviceDayStart } from "~/transit/timetable/service-day";
import type { Timetable } from "~/transit/timetable/timetable";
import { seeded } from "./seeded";

export type Ask = {
  /** Some corner near a stop, and that stop itself. */
  origin: LatLon;
  atStop: LatLon;
  stop: string;
  atS: number;
  leaveFrom: number;
  doors: Door[];
  laterS: number;
};

export const DOORS = 30;

// From the first buses to midnight.
const FROM_HOUR = 5;
const HOURS = 19;
const LATER_S = 3600;
// About three hundred metres to each side.
const NEAR_DEGREES = 0.006;

/** The doors lie where the origin does: of feeds side by side, none leads into the other. */
export function asked(
  { stops, timeZone }: Timetable,
  { date, queries, seed }: { date: string; queries: number; seed: number },
): Ask[] {
  const random = seeded(seed);
  const dayStarts = serviceDayStart(dayNumber(date), timeZone);
  const pointAt = (stop: number): LatLon => ({ lat: stops.lat[stop]!, lon: stops.lon[stop]! });
  const cornerAt = (stop: number): LatLon => {
    const { lat, lon } = pointAt(stop);
    return {
      lat: lat + NEAR_DEGREES * (random.next() - 0.5),
      lon: lon + NEAR_DEGREES * (random.next() - 0.5),
    };
  };
  return Array.from({ length: queries }, () => {
    const stop = random.upTo(stops.ids.length);
    const first = stops.feed.indexOf(stops.feed[stop]!);
    const among = stops.feed.lastIndexOf(stops.feed[stop]!) + 1 - first;
    const atS = 3600 * FROM_HOUR + random.upTo(3600 * HOURS);
    return {
      origin: cornerAt(stop),
      atStop: pointAt(stop),
      stop: stops.ids[stop]!,
      atS,
      leaveFrom: dayStarts + atS,
      doors: Array.from({ length: DOORS }, (_, key) => ({
        key,
        ...cornerAt(first + random.upTo(among)),
        opens: null,
        closes: null,
      })),
      laterS: LATER_S,
    };
  });
}
