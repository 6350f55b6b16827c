import { expect, test } from "vitest";
import { checkRoute } from "~/data/import/route-check.server";
import type { Region } from "~/domain/region";
import type { HandRoute } from "~/transit/timetable/hand-route";

const TODAY = "2026-02-01";

const kck: Region = {
  regionId: 1,
  slug: "kck",
  name: "Kansas City, Kansas",
  timeZone: "America/Chicago",
  bounds: { south: 38.98, west: -94.91, north: 39.21, east: -94.59 },
  languages: ["en"],
  isSample: false,
  fare: null,
  hotlines: [],
};

const quindaro: HandRoute = {
  route: { shortName: "106", longName: "Quindaro", color: "#a85a00", textColor: "#ffffff" },
  agency: "Unified Government",
  stops: [
    { name: "7th & Minnesota", lat: 39.1155, lon: -94.6265, minutes: 0 },
    { name: "Quindaro", lat: 39.15, lon: -94.63, minutes: 15 },
  ],
  bothWays: true,
  service: [{ days: [1, 2, 3, 4, 5], first: 360, last: 420, headwayMinutes: 60 }],
  from: null,
  until: null,
  source: "leaflet",
  asOf: "2026-01-02",
};

const checked = (route: HandRoute, stored: HandRoute[] = []) => checkRoute(route, stored, kck, TODAY);

test("a route is new, there already, or changed in some of its facts", () => {
  expect(checked(quindaro)).toEqual({ kind: "good", change: "new", doubts: [] });
  expect(checked(quindaro, [{ ...quindaro, agency: "Johnson County" }])).toMatchObject({ change: "new" });
  expect(checked(quindaro, [structuredClone(quindaro)])).toMatchObject({ change: "same" });
  expect(checked(quindaro, [{ ...quindaro, bothWays: false, asOf: "2025-01-01" }])).toMatchObject({
    change: ["bothWays", "asOf"],
  });
});

test("a route with no stop in the region is another region's", () => {
  const stops = quindaro.stops.map((stop) => ({ ...stop, lat: stop.lon, lon: stop.lat }));
  expect(checked({ ...quindaro, stops })).toEqual({ kind: "elsewhere" });
});

test("stops outside the region, days that are over or yet to come, and a source of tomorrow are doubted", () => {
  const stops = [...quindaro.stops, { name: "Topeka", lat: 39.05, lon: -95.68, minutes: 90 }];
  const doubts = (route: Partial<HandRoute>) => {
    const answer = checked({ ...quindaro, ...route });
    return answer.kind === "good" ? answer.doubts : [];
  };
  expect(doubts({ stops })).toEqual([
    "1 of its 3 stops lie outside the bounds of Kansas City, Kansas: Topeka.",
  ]);
  expect(doubts({ until: "2026-01-31" })).toEqual([
    "It ended on 2026-01-31: no bus of it is shown after that day.",
  ]);
  expect(doubts({ from: "2026-02-02" })).toEqual([
    "It begins on 2026-02-02: no bus of it is shown before that day.",
  ]);
  expect(doubts({ until: TODAY, from: TODAY, asOf: TODAY })).toEqual([]);
  expect(doubts({ asOf: "2026-02-02" })).toEqual([
    "Its source is dated 2026-02-02, a day that is yet to come.",
  ]);
});
