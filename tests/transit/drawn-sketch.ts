/** A sketch drawn by hand in a few words: trips as a picture shows them, and a question that is as plain as can be. */
import { USUAL_WALKING } from "~/transit/timetable/walking";
import type { DrawnTrip, Place } from "./picture";
import type { Rule, Sketch, SketchedQuestion, SketchedTrip } from "./sketch";

// At 1 m/s and 1.3 m of street for each straight one B2 is 130 s from B, E is too far from it to walk between rides, and
// F too far from home, which is A. The door is at C unless it is said.
export const PLACES = {
  A: [0, 0],
  B: [5000, 0],
  B2: [5099.9, 0],
  C: [9000, 0],
  D: [20000, 0],
  E: [5599.8, 0],
  F: [1200, 0],
} as const satisfies Record<string, Place>;
const NAMES = Object.keys(PLACES) as (keyof typeof PLACES)[];
const AT = Object.fromEntries(NAMES.map((name, stop) => [name, stop]));

const secondOf = (time: string) =>
  time.split(":").reduce((sum, part, i) => sum + Number(part) * [3600, 60, 1][i]!, 0);

export type Given = {
  trips: (DrawnTrip & { repeats?: SketchedTrip["repeats"] })[];
  transfers?: string[];
  rooms?: { place: Place; open: string[] }[];
  to?: Place;
  opens?: string;
  closes?: string;
  marked?: string[];
} & Partial<Pick<SketchedQuestion, "wheelchair" | "callFirst" | "windowS" | "cold">>;

export function sketchDrawn({
  trips,
  transfers = [],
  rooms = [],
  to = PLACES.C,
  opens,
  closes,
  marked = [],
  ...asked
}: Given): Sketch {
  return {
    stops: NAMES.map((name) => ({ place: PLACES[name], wheelchair: marked.includes(name) ? "2" : "" })),
    trips: trips.map((drawn, i) => ({
      id: drawn.id ?? `t${i}`,
      yesterday: drawn.service === "yesterday",
      route: drawn.route ?? "R",
      block: drawn.block ?? "",
      wheelchair: (drawn.wheelchair ?? "") as "",
      repeats: drawn.repeats ?? [],
      calls: drawn.calls.map((call) => ({
        stop: AT[call.stop]!,
        arrive: secondOf(call.arrive),
        depart: secondOf(call.depart),
        blank: false,
        on: (call.pickup || "0") as Rule,
        off: (call.dropOff || "0") as Rule,
      })),
    })),
    transfers: transfers.map((line) => {
      const [off, on, type, minS, fromRoute = "", toRoute = "", fromTrip = "", toTrip = ""] = line.split(",");
      const named = { fromRoute, toRoute, fromTrip, toTrip };
      return {
        from: AT[off!]!,
        to: AT[on!]!,
        type: Number(type) as 0,
        minS: minS ? Number(minS) : null,
        ...named,
      };
    }),
    question: {
      origin: PLACES.A,
      doors: [{ place: to, opens: opens ? secondOf(opens) : null, closes: closes ? secondOf(closes) : null }],
      rooms: rooms.map(({ place, open }) => ({
        place,
        open: open.map((span) => {
          const [from, until] = span.split("-").map(secondOf) as [number, number];
          return { from, until };
        }),
      })),
      leaveFrom: secondOf("9:00"),
      windowS: 2 * 3600,
      pace: { metresPerSecond: 1, slackS: 0, changeS: 60, boardingPenaltyS: 0 },
      walking: USUAL_WALKING,
      cold: { from: 0, stepS: 3600, weights: [1] },
      wheelchair: false,
      callFirst: false,
      ...asked,
    },
  };
}
