/** What the engine finds, in the oracle's terms. */
import type { Way } from "~/domain/journey";
import { journeysFrom } from "~/transit/search/journeys";
import { buildTimetable, type Timetable } from "~/transit/timetable/timetable";
import { feedFiles, feedOf } from "../picture";
import { drawingOf, type Sketch } from "../sketch";
import { questionOf } from "../sketch-told";
import { oracleFronts, type Point } from "./oracle";
import type { Aim, Asked } from "./oracle/asked";

export const AIMS = ["warmest", "fewest-rides", "latest-leave"] as const satisfies Aim[];

/** What an aim is about; the rest may differ between answers that are equally good. */
const COUNTED: Record<Aim, (keyof Point)[]> = {
  warmest: ["enters", "cost"],
  "fewest-rides": ["enters", "rides", "cost"],
  "latest-leave": ["enters", "leave"],
};

export type Front = Partial<Point>[];

export type Fronts = Record<Aim, Front[]>;

export function expectedFronts(asked: Asked): Fronts {
  return forEachAim((aim) =>
    oracleFronts(asked, aim).map((front) => front.map((point) => onlyCounted(point, aim))),
  );
}

export function foundFronts(sketch: Sketch, asked: Asked, laterS = Infinity): Fronts {
  const timetable = timetableOf(sketch);
  const question = questionOf(sketch);
  return forEachAim((aim) => {
    const ways = journeysFrom(timetable, { ...question, aim, laterS });
    return question.doors.map(({ key }) =>
      pointsOf(ways.get(key)!, question.leaveFrom, asked).map((point) => onlyCounted(point, aim)),
    );
  });
}

export function timetableOf(sketch: Sketch, everyStop = false): Timetable {
  const feeds = [feedOf(feedFiles(drawingOf(sketch)))];
  const { walking } = sketch.question;
  return buildTimetable({ feeds, handRoutes: [], timeZone: "America/Chicago", walking, everyStop });
}

function forEachAim(of: (aim: Aim) => Front[]): Fronts {
  return { warmest: of("warmest"), "fewest-rides": of("fewest-rides"), "latest-leave": of("latest-leave") };
}

export function onlyCounted(point: Point, aim: Aim): Partial<Point> {
  return Object.fromEntries(COUNTED[aim].map((key) => [key, point[key]]));
}

/** The engine leaves the boarding penalty out of what it shows: here it is added again. */
export function pointsOf(way: Way, leaveFrom: number, { penaltyS, weight }: Asked): Point[] {
  if (way.kind === "none") return [];
  return way.journeys.map(({ enters, coldMinutes, leaveBy, boardings, legs }) => {
    const boarded = legs.flatMap((leg) =>
      leg.kind === "ride" && !leg.staysOn ? [leg.departs - leaveFrom] : [],
    );
    const penalty = boarded.slice(1).reduce((sum, departs) => sum + penaltyS * weight(departs), 0);
    return {
      enters: enters - leaveFrom,
      cost: exact(coldMinutes * 60) + penalty,
      rides: boardings,
      leave: leaveBy - leaveFrom,
    };
  });
}

// Weights are sixteenths: what is between them comes from minutes, and is no second's.
function exact(seconds: number): number {
  return Math.round(seconds * 1024) / 1024;
}
