/** The town of the traps: everybody starts at stop A itself, so that one leaves two minutes before the bus. */
import type { EpochSeconds } from "~/domain/journey";
import { journeysFrom, type Question } from "~/transit/search/journeys";
import type { Timetable } from "~/transit/timetable/timetable";
import { type Drawing, type DrawnTrip, type Place, placed, told, town } from "./picture";

export const stops: Record<string, Place> = { A: [0, 0], B: [5000, 0], C: [9000, 0] };

export const drawn = (drawing: Partial<Drawing> & { trips: DrawnTrip[] }) => town({ stops, ...drawing });

/** The front at a door that stands at a stop, or anywhere. */
export function ways(
  timetable: Timetable,
  leaveFrom: EpochSeconds,
  to: string | Place = "B",
  more: Partial<Question> = {},
): string[] {
  const door = { key: 1, ...placed(typeof to === "string" ? stops[to]! : to), opens: null, closes: null };
  const question = { origin: placed(stops.A!), doors: [door], leaveFrom, laterS: Infinity, ...more };
  return told(journeysFrom(timetable, question).get(1));
}
