import { expect, test } from "vitest";
import { dayNumber, LAST_DAY, localDate } from "~/transit/timetable/calendar";
import { agenciesIn, type Coverage, oldTimes } from "~/transit/timetable/coverage";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { buildTimetable } from "~/transit/timetable/timetable";
import { asFiles, feedFiles, feedOf, trip } from "../picture";

const quindaro: HandRoute = {
  route: { shortName: "106", longName: "Quindaro", color: "#000000", textColor: "#ffffff" },
  agency: "Unified Government",
  stops: [
    { name: "7th & Minnesota", lat: 39.1155, lon: -94.6265, minutes: 0 },
    { name: "Quindaro", lat: 39.15, lon: -94.63, minutes: 15 },
  ],
  bothWays: true,
  service: [{ days: [1, 2, 3, 4, 5], first: 360, last: 420, headwayMinutes: 60 }],
  from: "2026-01-05",
  until: null,
  source: "leaflet",
  asOf: "2026-01-02",
};

function source(name: string | null, agencies: string[], startsOn: string, endsOn: string): Coverage {
  return { name, agencies, startsOn: dayNumber(startsOn), endsOn: dayNumber(endsOn) };
}

const old = (coverage: Coverage[], day: string) =>
  oldTimes({ coverage }, dayNumber(day)).map(({ agency, endedOn }) => `${agency} until ${endedOn}`);

const winter = source("kcata", ["RideKC"], "2026-01-01", "2026-03-31");

test("every source says whose buses it has, by what name, and from when until when", () => {
  const feed = feedOf(feedFiles({ stops: { A: [0, 0], B: [900, 0] }, trips: [trip("A 10:00", "B 10:30")] }));
  const { coverage } = buildTimetable({
    feeds: [{ ...feed, name: "kcata" }, feed],
    handRoutes: [quindaro],
    timeZone: "America/Chicago",
  });
  expect(
    coverage.map(({ startsOn, endsOn, ...who }) => ({
      ...who,
      days: [localDate(startsOn), endsOn === LAST_DAY ? "open" : localDate(endsOn)],
    })),
  ).toEqual([
    { name: "kcata", agencies: ["Town"], days: ["2026-01-01", "2026-01-31"] },
    { name: null, agencies: ["Town"], days: ["2026-01-01", "2026-01-31"] },
    { name: null, agencies: ["Unified Government"], days: ["2026-01-05", "open"] },
  ]);
});

test("an agency of a feed that runs no trip is not one whose times could end", () => {
  const files = feedFiles({
    stops: { A: [0, 0], B: [900, 0] },
    trips: [{ ...trip("A 10:00", "B 10:30"), route: "R" }],
  });
  const more = asFiles({
    "agency.txt": [
      "agency_id,agency_name,agency_url,agency_timezone",
      "t,Town,http://x,America/Chicago",
      "g,Ghost,http://x,America/Chicago",
      "h,Halt,http://x,America/Chicago",
    ],
    "routes.txt": ["route_id,agency_id,route_short_name,route_type", "R,t,R,3", "S,h,S,3"],
  });
  expect(agenciesIn(feedOf(new Map([...files, ...more])))).toEqual(["Town"]);
});

test("times are old from the day after their last one", () => {
  expect(old([winter], "2026-03-31")).toEqual([]);
  expect(old([winter], "2026-04-01")).toEqual(["RideKC until 2026-03-31"]);
});

test("times that have not begun are not old", () => {
  expect(old([winter], "2025-12-31")).toEqual([]);
});

test("an agency whose next feed is in force has no old times, whatever that feed calls it", () => {
  const spring = source("kcata", ["KCATA"], "2026-04-01", "2026-06-30");
  expect(old([winter, spring], "2026-04-01")).toEqual([]);
  expect(old([winter, spring], "2026-07-01")).toEqual(["KCATA until 2026-06-30", "RideKC until 2026-03-31"]);
});

test("in the gap before the next feed begins the times are old", () => {
  const spring = source("kcata", ["RideKC"], "2026-04-10", "2026-06-30");
  expect(old([winter, spring], "2026-04-05")).toEqual(["RideKC until 2026-03-31"]);
});

test("an agency that another feed or a hand-entered route covers has no old times", () => {
  const other = source("regional", ["ridekc ", "Streetcar"], "2026-01-01", "2026-12-31");
  expect(old([winter, other], "2026-05-01")).toEqual([]);
  expect(old([winter, source(null, ["RideKC"], "2026-01-01", "2099-01-01")], "2026-05-01")).toEqual([]);
});

test("one agency is named once, with the latest end, and agencies in the order of their names", () => {
  const sources = [
    source("b", ["Streetcar"], "2026-01-01", "2026-02-01"),
    source("c", ["RIDEKC", "Express"], "2026-01-01", "2026-02-15"),
    winter,
  ];
  expect(old(sources, "2026-05-01")).toEqual([
    "Express until 2026-02-15",
    "RideKC until 2026-03-31",
    "Streetcar until 2026-02-01",
  ]);
});

test("feeds without a name do not stand for one another", () => {
  const nameless = source(null, ["Streetcar"], "2026-01-01", "2026-12-31");
  expect(old([{ ...winter, name: null }, nameless], "2026-05-01")).toEqual(["RideKC until 2026-03-31"]);
});
