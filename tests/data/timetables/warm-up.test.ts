import { expect, test } from "vitest";
import { warmUp } from "~/data/timetables/warm-up.server";
import { journeysFrom } from "~/transit/search/journeys";
import { readFeed } from "~/transit/gtfs/read-feed";
import { buildTimetable } from "~/transit/timetable/timetable";
import { makeSampleFeed } from "../../../db/sample/make-gtfs";
import { at } from "../../support/hours";

const now = at("2026-01-15 17:00");

function sampleTimetable() {
  const read = readFeed(makeSampleFeed("2026-01-01", "2026-03-31"));
  if (read.kind === "refused") throw new Error(read.faults[0].reason);
  return buildTimetable({ feeds: [read.feed], handRoutes: [], timeZone: "America/Chicago" });
}

test("the first questions are asked in many pieces, and change no answer", async () => {
  const timetable = sampleTimetable();
  const { lat, lon } = timetable.stops;
  const door = { key: 1, lat: lat.at(-1)!, lon: lon.at(-1)!, opens: null, closes: null };
  const question = { origin: { lat: lat[0]!, lon: lon[0]! }, doors: [door], leaveFrom: now };
  const before = JSON.stringify([...journeysFrom(timetable, question)]);
  let rounds = 0;
  const count = setInterval(() => rounds++, 0);
  await warmUp(timetable, now);
  clearInterval(count);
  expect(rounds).toBeGreaterThan(5);
  expect(JSON.stringify([...journeysFrom(timetable, question)])).toBe(before);
});

test("where no bus runs there is nothing to ask", async () => {
  const empty = buildTimetable({ feeds: [], handRoutes: [], timeZone: "America/Chicago" });
  await expect(warmUp(empty, now)).resolves.toBeUndefined();
});
