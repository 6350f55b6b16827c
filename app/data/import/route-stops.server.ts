/** The stops of a hand-entered route as a table: where each is, and its time as minutes from the first or on a clock. */
import type { z } from "zod";
import { metresBetween } from "~/domain/geo";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { clockTime, degrees, needed, whole } from "./answers.server";
import { columnName, type CsvRow } from "./csv-rows.server";
import { in24Hours } from "./route-service.server";

/** What is wrong: the line, where there is one, the column, and what to do. */
export type Say = (line: number | null, column: string | null, reason: string) => void;
type Stop = HandRoute["stops"][number];
const MOST_STOPS = 1000;
const DAY = 24 * 60;
// A clock that falls is after midnight, or mistyped: no town bus is under way for half a day.
const LONGEST_RUN = DAY / 2;
// Faster than a bus on a highway: then a position or a time is wrong, and would make journeys nobody can ride.
const FASTEST_KM_H = 110;
const COLUMNS = ["", "stop", "lat", "lon", "time", "minutes"];

/** The first row names the columns. Where something is said, the stops are not to be used. */
export function readStops([header, ...rows]: CsvRow[], say: Say): { stops: Stop[]; passedOver: string[] } {
  const names = header!.cells.map(columnName);
  const clocked = names.includes("time");
  sayOfHeader(names, header!.line, say);
  if (rows.length < 2) say(header!.line, null, "two stops or more must follow");
  if (rows.length > MOST_STOPS) say(rows[MOST_STOPS]!.line, null, `a route has at most ${MOST_STOPS} stops`);
  const typed = rows.slice(0, MOST_STOPS).map((row) => readStop(row, names, say));
  const minutes = minutesFromFirst(typed, clocked, say);
  const stops = typed.map(({ name, lat, lon }, i) => ({ name, lat, lon, minutes: minutes[i]! }));
  sayTooFast(stops, typed, say);
  return { stops, passedOver: names.filter((name) => !COLUMNS.includes(name)) };
}

function sayOfHeader(names: string[], line: number, say: Say): void {
  for (const column of ["lat", "lon", names.includes("time") ? "time" : "minutes"])
    if (!names.includes(column)) say(line, column, "is not among the columns: stop,lat,lon,minutes");
  if (names.includes("time") && names.includes("minutes"))
    say(line, "time", "stands beside minutes: keep one of the two");
  for (const [at, name] of names.entries())
    if (name !== "" && names.indexOf(name) < at) say(line, name, "is there twice");
}

function readStop({ cells, line }: CsvRow, names: string[], say: Say) {
  if (cells.some((cell, i) => cell.trim() !== "" && !names[i]))
    say(line, null, "has more cells than the stops have columns");
  const read = <Value>(column: string, reader: z.ZodType<Value>, otherwise: Value): Value => {
    const at = names.indexOf(column);
    const cell = cells[at] ?? "";
    const value = reader.safeParse(column === "time" ? in24Hours(cell) : cell);
    // Of a column that is not there enough is said.
    if (!value.success && at >= 0) say(line, column, value.error.issues[0]!.message);
    return value.success ? value.data : otherwise;
  };
  return {
    line,
    name: read("stop", needed(120), ""),
    lat: read("lat", degrees(90), Number.NaN),
    lon: read("lon", degrees(180), Number.NaN),
    at: names.includes("time")
      ? read("time", clockTime, Number.NaN)
      : read("minutes", whole(0, DAY - 1), Number.NaN),
  };
}

type Timed = { line: number; at: number | null };

/**
 * Of stops without a time, evenly between those that have one, as printed timetables leave them out. A time that could
 * not be read is NaN: it was said, and stays out of every comparison.
 */
function minutesFromFirst(rows: Timed[], clocked: boolean, say: Say): number[] {
  const column = clocked ? "time" : "minutes";
  const minutes: number[] = [];
  const start = rows[0]?.at ?? 0;
  let from = 0;
  for (const [place, { line, at }] of rows.entries()) {
    if (at === null) {
      const isEnd = place === 0 || place === rows.length - 1;
      if (isEnd) say(line, column, "must be given for the first and the last stop");
      continue;
    }
    if (place === 0 && !clocked && at > 0)
      say(line, column, "is counted from the first stop, so that one has 0");
    const past = clocked && at - start < from ? at - start + DAY : at - (clocked ? start : 0);
    if (past < from || past - from > LONGEST_RUN)
      say(line, column, "is earlier than at the stop above, or half a day later");
    const [first, steps] = [minutes.length, place - minutes.length + 1];
    for (let n = 1; n <= steps; n++) minutes[first + n - 1] = from + Math.floor(((past - from) * n) / steps);
    from = past;
  }
  return minutes;
}

function sayTooFast(stops: Stop[], rows: { line: number }[], say: Say): void {
  for (const [i, stop] of stops.entries()) {
    const before = stops[i - 1];
    if (!before) continue;
    const metres = metresBetween(before, stop);
    const minutes = stop.minutes - before.minutes;
    // A minute more, for times are printed without their seconds. What could not be read is NaN, and not too fast.
    if (!(minutes >= 0 && metres / 1000 > ((minutes + 1) / 60) * FASTEST_KM_H)) continue;
    const far = `${(metres / 1000).toFixed(1)} km from the stop above, ${minutes} min after it`;
    say(rows[i]!.line, null, `lies ${far}: no bus is that fast. Is its place or its time mistyped?`);
  }
}
