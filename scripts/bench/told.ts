/** The figures as a table, TRANSIT.md's goals beside them. */
import { availableParallelism } from "node:os";
import type { Measured } from "./child";
import type { MinotorFigures, OursFigures, Spread } from "./figures";

export type Figures = {
  feed: string;
  queries: number;
  seed: number;
  /** How many processes wanted to run, on average over a minute, when the bench began. */
  load: number;
  nothingMb: number;
  ours: OursFigures;
  minotorVersion: string;
  minotor: Measured<MinotorFigures>;
  copies: number;
  tiled: OursFigures | null;
};

const WIDTHS = [46, 26, 26];

// TRANSIT.md, "What it must reach".
const GOALS = { legsMs: 15, tiledP95Ms: 150, importTimes: 5, memoryShare: 0.65 };

export function* told(figures: Figures): Generator<string> {
  const { feed, queries, seed, load, ours, minotor, tiled } = figures;
  yield `${feed} on ${ours.date}: ${size(ours)}. ${queries} questions, seed ${seed}.\n`;
  yield `Node ${process.version}, ${availableParallelism()} cores, load ${load.toFixed(1)}. Busy machines measure badly: compare ratios.\n\n`;
  yield* oursTold(figures);
  yield* minotor.kind === "figures" ? besideTold(figures, minotor.figures) : unmeasured(minotor.reason);
  if (tiled) yield* tiledTold(figures, tiled);
}

function* oursTold({ ours, nothingMb }: Figures): Generator<string> {
  yield row("", "figure", "goal");
  yield row("import, zip to ready", seconds(ours.importS), "");
  yield row("memory after import", megabytes(ours.rssMb), `(an empty process: ${megabytes(nothingMb)})`);
  yield row("scan order of the whole timetable", milliseconds(ours.scanOrderMs), "");
  yield row("the days of a first question", milliseconds(ours.daysMs), "");
  yield row(
    "one to 30 doors, every leg told (p50/p95/worst)",
    spread(ours.legs),
    goal(`never above ${GOALS.legsMs} ms`, ours.legs.worst <= GOALS.legsMs),
  );
  yield row("  journeys told for a question", ours.journeysPerQuery.toFixed(0), "");
  yield row("one to all stops, whole fronts, no legs", spread(ours.plain), "");
  yield `Every question is about all departures of 4 h, by arrival and outdoor cost, walks and changes included.\n\n`;
}

function* besideTold(
  { ours, nothingMb, minotorVersion }: Figures,
  theirs: MinotorFigures,
): Generator<string> {
  const importTimes = theirs.importS / ours.importS;
  const memory = ours.rssMb / theirs.rssMb;
  const net = (ours.rssMb - nothingMb) / (theirs.rssMb - nothingMb);
  yield row(`beside minotor ${minotorVersion}`, "ours / minotor", "ratio, goal");
  yield row(
    "import, zip to ready",
    `${seconds(ours.importS)} / ${seconds(theirs.importS)}`,
    goal(`${times(importTimes)} faster, at least ${GOALS.importTimes}`, importTimes >= GOALS.importTimes),
  );
  yield row(
    "memory after import",
    `${megabytes(ours.rssMb)} / ${megabytes(theirs.rssMb)}`,
    goal(`${memory.toFixed(2)}, at most ${GOALS.memoryShare}`, memory <= GOALS.memoryShare),
  );
  yield row("  without the empty process", "", net.toFixed(2));
  yield* earliestTold("first departure within 4 h", ours.earliest, theirs.earliest);
  yield* earliestTold("first departure within 1 h", ours.earliestOfHour, theirs.earliest);
  yield row(
    "  stops reached, on average (4 h, 1 h)",
    `${ours.reachedPerQuery.toFixed(0)}, ${ours.reachedOfHour.toFixed(0)} / ${theirs.reachedPerQuery.toFixed(0)}`,
    "",
  );
  yield* WHAT_IS_COMPARED;
  if (theirs.unknown > 0)
    yield `${theirs.unknown} stops are unknown to it that day; it was not asked about them.\n`;
}

function* earliestTold(title: string, ours: Spread, theirs: Spread): Generator<string> {
  yield row(
    `earliest arrivals, ${title}`,
    `${ours.p50.toFixed(1)}, ${ours.p95.toFixed(1)} / ${theirs.p50.toFixed(1)}, ${theirs.p95.toFixed(1)} ms`,
    `p50 ${times(theirs.p50 / ours.p50)}, p95 ${times(theirs.p95 / ours.p95)} faster`,
  );
}

const WHAT_IS_COMPARED = [
  "Earliest arrivals (p50, p95): from the same stops at the same times to all stops. Ours come of a whole search: every\n",
  "departure of the window, outdoor cost too, seconds, the buses of the night before, walks to stops. Its search is for\n",
  "one departure; the ways on foot between stops, which it does not make, were given to it as a transfers.txt. The goal of\n",
  "15 x (p95, every leg told) is against a range query of two hours, which no version of minotor on npm has.\n",
];

function* unmeasured(reason: string): Generator<string> {
  yield `minotor could not be measured with this feed: ${reason}\n`;
}

function* tiledTold({ copies }: Figures, tiled: OursFigures): Generator<string> {
  yield `\n${row(`${copies} copies side by side`, "figure", "goal")}`;
  yield row("stops, stop times", `${count(tiled.stops)}, ${count(tiled.stopTimes)}`, "");
  yield row("import, zips to ready", seconds(tiled.importS), "");
  yield row("memory after import", megabytes(tiled.rssMb), "");
  yield row(
    "scan order, the days of a first question",
    `${milliseconds(tiled.scanOrderMs)}, ${milliseconds(tiled.daysMs)}`,
    "",
  );
  yield row(
    "one to 30 doors, every leg told",
    spread(tiled.legs),
    goal(`p95 at most ${GOALS.tiledP95Ms} ms`, tiled.legs.p95 <= GOALS.tiledP95Ms),
  );
  yield row("one to all stops, whole fronts, no legs", spread(tiled.plain), "");
}

function goal(words: string, isMet: boolean): string {
  return `${words}: ${isMet ? "met" : "missed"}`;
}

function row(...cells: [string, string, string]): string {
  return `${cells
    .map((cell, i) => cell.padEnd(WIDTHS[i]!))
    .join(" ")
    .trimEnd()}\n`;
}

function size({ stops, stopTimes }: OursFigures): string {
  return `${count(stops)} stops, ${count(stopTimes)} stop times`;
}

function spread({ p50, p95, worst }: Spread): string {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)} / ${worst.toFixed(1)} ms`;
}

function times(ratio: number): string {
  return `${ratio.toFixed(1)} x`;
}

function seconds(s: number): string {
  return `${s.toFixed(2)} s`;
}

function milliseconds(ms: number): string {
  return `${ms.toFixed(ms < 100 ? 1 : 0)} ms`;
}

function megabytes(mb: number): string {
  return `${mb.toFixed(0)} MB`;
}

function count(n: number): string {
  return n.toLocaleString("en");
}
