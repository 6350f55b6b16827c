import { describe, expect, test } from "vitest";
import { warmest } from "~/domain/choosing";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { journeysFrom, prepare, type Question } from "~/transit/search/journeys";
import { buildTimetable, type Timetable } from "~/transit/timetable/timetable";
import {
  at,
  clockOf,
  type Drawing,
  feedFiles,
  feedOf,
  type Place,
  placed,
  told,
  town,
  trip,
} from "../picture";

// A to B and C are far apart; the house is 130 m of street from A, 145 s at a family's pace, and 120 s of slack.
const stops: Record<string, Place> = { A: [0, 0], B: [5000, 0], C: [9000, 0], D: [5000, 200] };
const home: Place = [-100, 0];
const atStop = (stop: string) => stops[stop]!;

function ask(
  timetable: Timetable,
  from: string,
  to: Place,
  extra: Partial<Question> & { opens?: string; closes?: string } = {},
) {
  const { opens, closes, ...question } = extra;
  const door = {
    key: 7,
    ...placed(to),
    opens: opens ? at(opens) : null,
    closes: closes ? at(closes) : null,
  };
  return journeysFrom(timetable, {
    origin: placed(home),
    doors: [door],
    leaveFrom: at(from),
    laterS: Infinity,
    ...question,
  }).get(7);
}

const simple = town({
  stops,
  trips: [trip("A 10:00", "B 10:20"), trip("A 11:00", "B 11:20"), trip("B 10:30", "C 10:45")],
});

describe("a journey", () => {
  test("says when to leave, and counts only what is outside: the walk and the slack, not the wait at home", () => {
    expect(told(ask(simple, "14 9:00", atStop("B")))).toEqual([
      "leave 09:55:35, in 10:20:00, 265 s outside, 1 ride",
    ]);
  });

  test("is told leg by leg", () => {
    const way = ask(simple, "14 9:00", [9000, 89]);
    const [journey] = way?.kind === "journeys" ? way.journeys : [];
    expect(
      journey!.legs.map(({ kind, from, to, departs, arrives }) => [
        kind,
        from.name,
        to.name,
        clockOf(departs),
        clockOf(arrives),
      ]),
    ).toEqual([
      ["walk", "", "A", "09:55:35", "09:58:00"],
      ["ride", "A", "B", "10:00:00", "10:20:00"],
      ["ride", "B", "C", "10:30:00", "10:45:00"],
      ["walk", "C", "", "10:45:00", "10:47:09"],
    ]);
    expect(journey).toMatchObject({ boardings: 2, estimated: false, outdoorS: 265 + 600 + 129 });
    expect(journey!.coldMinutes).toBeCloseTo((265 + 600 + 129) / 60, 10);
  });

  test("walks between stops where that is how the next bus is reached", () => {
    const city = town({ stops, trips: [trip("A 10:00", "B 10:20"), trip("D 10:30", "C 10:45")] });
    const way = ask(city, "14 9:00", atStop("C"));
    expect(told(way)).toEqual(["leave 09:55:35, in 10:45:00, 865 s outside, 2 rides"]);
    // 200 m are 260 of street and 289 s; a bus 4 minutes after is missed.
    const missed = town({ stops, trips: [trip("A 10:00", "B 10:20"), trip("D 10:25", "C 10:45")] });
    expect(told(ask(missed, "14 9:00", atStop("C")))).toEqual(["last-bus-gone"]);
  });

  test("may be the later one with less time outside: both are the front", () => {
    const city = town({
      stops,
      trips: [trip("A 10:00", "B 10:20"), trip("B 11:00", "C 11:20"), trip("A 11:10", "C 12:00")],
    });
    expect(told(ask(city, "14 9:00", atStop("C")))).toEqual([
      "leave 09:55:35, in 11:20:00, 2665 s outside, 2 rides",
      "leave 11:05:35, in 12:00:00, 265 s outside, 1 ride",
    ]);
    expect(told(ask(city, "14 9:00", atStop("C"), { laterS: 1800 }))).toHaveLength(1);
  });

  test("goes on foot where that is near enough, and is one of the front", () => {
    expect(told(ask(simple, "14 9:00", [800, 0]))).toEqual([
      "leave 09:00:00, in 09:21:40, 1300 s outside, 0 rides",
    ]);
  });

  test("starts and ends within the window asked for", () => {
    expect(told(ask(simple, "14 9:00", atStop("B"), { windowS: 3600 }))).toHaveLength(1);
    expect(told(ask(simple, "14 9:00", atStop("B"), { windowS: 3599 }))).toEqual(["last-bus-gone"]);
    expect(told(ask(simple, "14 9:55:35", atStop("B")))).toEqual([
      "leave 09:55:35, in 10:20:00, 265 s outside, 1 ride",
    ]);
    expect(told(ask(simple, "14 9:55:36", atStop("B")))).toEqual([
      "leave 10:55:35, in 11:20:00, 265 s outside, 1 ride",
    ]);
  });

  test("from a moment within a second leaves at the next whole one", () => {
    const way = journeysFrom(simple, {
      origin: placed(home),
      doors: [{ key: 1, ...placed([800, 0]), opens: null, closes: null }],
      leaveFrom: at("14 9:00") + 0.4,
    });
    expect(told(way.get(1))).toEqual(["leave 09:00:01, in 09:21:41, 1300 s outside, 0 rides"]);
  });
});

describe("a door", () => {
  test("that opens later is waited at, outside; so a later bus is better", () => {
    const every10 = town({
      stops,
      trips: ["10:00", "10:10", "10:20"].map((from, i) => trip(`A ${from}`, `B 10:${20 + 10 * i}`)),
    });
    expect(told(ask(every10, "14 9:00", atStop("B"), { opens: "14 10:35" }))).toEqual([
      "leave 10:05:35, in 10:35:00, 565 s outside, 1 ride",
      "leave 10:15:35, in 10:40:00, 265 s outside, 1 ride",
    ]);
  });

  test("reached on foot is reached as it opens, not before", () => {
    expect(told(ask(simple, "14 9:00", [800, 0], { opens: "14 18:00" }))).toEqual([
      "leave 17:38:20, in 18:00:00, 1300 s outside, 0 rides",
    ]);
  });

  test("that has closed is not arrived at; the very second it closes is in time", () => {
    expect(told(ask(simple, "14 9:00", atStop("B"), { closes: "14 10:20" }))).toHaveLength(1);
    expect(told(ask(simple, "14 9:00", atStop("B"), { closes: "14 10:19:59" }))).toEqual(["doors-closed"]);
    expect(told(ask(simple, "14 9:00", [800, 0], { closes: "14 9:10" }))).toEqual(["doors-closed"]);
  });
});

describe("no journey has its reason:", () => {
  const calendar = { daily: "1,1,1,1,1,1,1,20260105,20260120" };
  const dated = town({ stops, calendar, trips: [trip("A 10:00", "B 10:20")] });
  test.each([
    ["the last bus has gone", dated, "14 10:01", atStop("B"), "last-bus-gone"],
    ["no stop near the door", dated, "14 9:00", [5000, 4000] as Place, "no-stop-in-reach"],
    ["every feed has ended", dated, "25 9:00", atStop("B"), "feed-expired"],
    ["no feed has begun", dated, "2 9:00", atStop("B"), "outside-feed-dates"],
    [
      "nothing is known of buses",
      buildTimetable({ feeds: [], handRoutes: [], timeZone: "America/Chicago" }),
      "14 9:00",
      atStop("B"),
      "no-timetable",
    ],
  ] as [string, Timetable, string, Place, string][])("%s", (_, timetable, from, to, reason) => {
    expect(told(ask(timetable, from, to))).toEqual([reason]);
  });

  test("no stop near the origin", () => {
    const door = { key: 1, ...placed(atStop("B")), opens: null, closes: null };
    const way = journeysFrom(simple, {
      origin: placed([0, 20_000]),
      doors: [door],
      leaveFrom: at("14 9:00"),
    }).get(1);
    expect(told(way)).toEqual(["no-stop-in-reach"]);
  });

  // Each with its first and last day.
  test.each([
    ["on the last day of a feed, after its bus", ["05-20"], "20 11:00", "last-bus-gone"],
    ["on the first day of a feed, after its bus", ["05-20"], "5 11:00", "last-bus-gone"],
    ["where one feed has ended, and another's bus has gone", ["05-08", "09-20"], "12 11:00", "last-bus-gone"],
    ["on the last day of one feed, before another's first", ["05-10", "20-25"], "10 11:00", "last-bus-gone"],
    ["between two feeds", ["05-10", "20-25"], "15 9:00", "outside-feed-dates"],
    ["after two feeds", ["05-10", "12-20"], "22 9:00", "feed-expired"],
  ])("%s", (_, spans, from, reason) => {
    const feeds = spans.map((span) => {
      const [first, last] = span.split("-");
      const daily = `1,1,1,1,1,1,1,202601${first},202601${last}`;
      return feedOf(feedFiles({ stops, calendar: { daily }, trips: [trip("A 10:00", "B 10:20")] }));
    });
    const city = buildTimetable({ feeds, handRoutes: [], timeZone: "America/Chicago" });
    expect(told(ask(city, from, atStop("B"), { windowS: 3600 }))).toEqual([reason]);
  });

  test("even without a bus one may walk", () => {
    expect(told(ask(dated, "25 9:00", [800, 0]))).toEqual([
      "leave 09:00:00, in 09:21:40, 1300 s outside, 0 rides",
    ]);
  });
});

test("one search answers for every door by its key, in any number, and doors do not disturb each other", () => {
  const doors = [3, 1, 2].map((key) => ({ key, ...placed([5000, key * 100]), opens: null, closes: null }));
  const question = { origin: placed(home), leaveFrom: at("14 9:00") };
  const all = journeysFrom(simple, { ...question, doors });
  expect([...all.keys()]).toEqual([3, 1, 2]);
  for (const door of doors)
    expect(journeysFrom(simple, { ...question, doors: [door] }).get(door.key)).toEqual(all.get(door.key));
  expect(journeysFrom(simple, { ...question, doors: [] }).size).toBe(0);
});

test("cold minutes weigh the minutes outside, and choose another journey", () => {
  const city = town({
    stops,
    trips: [trip("A 10:00", "B 10:20"), trip("B 10:40", "C 11:00"), trip("A 12:10", "C 13:00")],
  });
  // It grows bitter at 11:00: three hours of waiting at home do not make up for the walk then.
  const coldWeight = { from: at("14 11:00"), stepS: 3600, weights: [9, 9] as [number, number] };
  const mild = { from: 0, stepS: 3600, weights: [1] as [number] };
  const before = {
    ...coldWeight,
    weights: [1, ...coldWeight.weights] as [number, ...number[]],
    from: at("14 10:00"),
  };
  const best = (weight: Question["coldWeight"]) => {
    const way = ask(city, "14 9:00", atStop("C"), { coldWeight: weight! });
    return way?.kind === "journeys" ? warmest(way.journeys) : null;
  };
  expect(clockOf(best(mild)!.leaveBy)).toBe("12:05:35");
  expect(clockOf(best(before)!.leaveBy)).toBe("09:55:35");
  expect(best(before)!.coldMinutes).toBeCloseTo((265 + 1200) / 60, 10);
});

describe("a hand-entered route", () => {
  const hand: HandRoute = {
    route: { shortName: "104", longName: "Argentine", color: "#000000", textColor: "#ffffff" },
    agency: "Unified Government",
    stops: [
      { name: "A", ...placed(atStop("A")), minutes: 0 },
      { name: "B", ...placed(atStop("B")), minutes: 20 },
    ],
    bothWays: true,
    service: [{ days: [3], first: 600, last: 720, headwayMinutes: 60 }],
    from: null,
    until: null,
    source: "leaflet",
    asOf: "2026-01-01",
  };
  const only = buildTimetable({ feeds: [], handRoutes: [hand], timeZone: "America/Chicago" });

  test("is ridden, half a headway waited outside, and says that its times are estimated", () => {
    const way = ask(only, "14 9:00", atStop("B"));
    expect(told(way)).toEqual(["leave 09:55:35, in 10:20:00, 2065 s outside, 1 ride"]);
    expect(way).toMatchObject({
      journeys: [{ estimated: true, legs: [{ kind: "walk" }, { estimated: true }] }],
    });
  });

  test("runs on its days only", () => {
    expect(told(ask(only, "15 9:00", atStop("B")))).toEqual(["last-bus-gone"]);
  });

  test("gives way to a bus with a timetable that costs less time outside, and may be changed to", () => {
    const both = buildTimetable({
      feeds: [feedOf(feedFiles({ stops, trips: [trip("A 10:10", "B 10:30"), trip("C 9:30", "B 9:50")] }))],
      handRoutes: [hand],
      timeZone: "America/Chicago",
    });
    expect(told(ask(both, "14 9:00", atStop("B")))).toEqual([
      "leave 09:55:35, in 10:20:00, 2065 s outside, 1 ride",
      "leave 10:05:35, in 10:30:00, 265 s outside, 1 ride",
    ]);
  });
});

test("agencies of two zones in one feed keep their own clocks", () => {
  const drawing: Drawing = {
    stops,
    trips: [
      { ...trip("A 10:00", "B 10:20"), route: "near" },
      { ...trip("A 10:00", "C 10:20"), route: "far" },
    ],
  };
  const files = feedFiles(drawing);
  const text = (name: string, lines: string[]) => files.set(name, new TextEncoder().encode(lines.join("\n")));
  text("agency.txt", [
    "agency_id,agency_name,agency_timezone",
    "c,Town,America/Chicago",
    "d,Far,America/Denver",
  ]);
  text("routes.txt", ["route_id,agency_id,route_short_name,route_type", "near,c,near,3", "far,d,far,3"]);
  const city = buildTimetable({ feeds: [feedOf(files)], handRoutes: [], timeZone: "America/Chicago" });
  expect(told(ask(city, "14 9:00", atStop("B")))).toEqual([
    "leave 09:55:35, in 10:20:00, 265 s outside, 1 ride",
  ]);
  expect(told(ask(city, "14 9:00", atStop("C")))).toEqual([
    "leave 10:55:35, in 11:20:00, 265 s outside, 1 ride",
  ]);
});

test("a question prepared for finds all its days made, the night's buses of tomorrow too", () => {
  const city = town({ stops, trips: [trip("A 0:30", "B 0:50"), trip("A 19:00", "B 19:20")] });
  const question = {
    origin: placed(home),
    doors: [{ key: 1, ...placed(atStop("B")), opens: null, closes: null }],
    leaveFrom: at("14 18:00") - 0.5,
  };
  const making = prepare(city, question);
  while (!making.next().done);
  const made = [...city.order.days.keys()];
  expect(made).toHaveLength(2);
  journeysFrom(city, question);
  expect([...city.order.days.keys()]).toEqual(made);
});

test("a vehicle that no wheelchair can use is ridden by who says nothing of one", () => {
  const city = town({ stops, trips: [{ ...trip("A 10:00", "B 10:20"), wheelchair: "2" }] });
  expect(told(ask(city, "14 9:00", atStop("B")))[0]).toMatch(/in 10:20:00/);
  expect(told(ask(city, "14 9:00", atStop("B"), { wheelchair: false }))[0]).toMatch(/in 10:20:00/);
  expect(told(ask(city, "14 9:00", atStop("B"), { wheelchair: true }))).toEqual(["last-bus-gone"]);
});

test("searches asked in turn, of one timetable, do not disturb each other", () => {
  const question = (minute: number): Question => ({
    origin: placed(home),
    doors: [{ key: 1, ...placed(atStop("B")), opens: null, closes: null }],
    leaveFrom: at("14 9:00") + 60 * minute,
  });
  const fresh = Array.from({ length: 90 }, (_, i) => told(journeysFrom({ ...simple }, question(i)).get(1)));
  const again = Array.from({ length: 90 }, (_, i) =>
    told(journeysFrom(simple, question(89 - i)).get(1)),
  ).toReversed();
  expect(again).toEqual(fresh);
});
