import { describe, expect, test } from "vitest";
import { buildTimetable } from "~/transit/timetable/timetable";
import { at, type Drawing, type DrawnTrip, feedFiles, feedOf, type Place, placed, trip } from "./picture";
import { drawn, stops, ways } from "./trap-town";

const morning = at("14 9:00");

/** When one gets to C from A by a change at B or near it, or why not. */
function reaches(drawing: Partial<Drawing> & { trips: DrawnTrip[] }, to = "C"): string {
  const [first] = ways(drawn(drawing), morning, to);
  return /in (\d\d:\d\d:\d\d)/.exec(first!)?.[1] ?? first!;
}

describe("trap 6: vehicles that go on as another trip (block_id, transfer types 4 and 5)", () => {
  // Nobody has a minute to change here.
  const [there, on] = [trip("A 10:00", "B 10:20"), trip("B 10:20", "C 10:40")];
  const blocked = [
    { ...there, id: "there", block: "7" },
    { ...on, id: "on", block: "7" },
  ];

  test("are stayed aboard of, and that is one ride", () => {
    expect(ways(drawn({ trips: blocked }), morning, "C")).toEqual([
      "leave 09:58:00, in 10:40:00, 120 s outside, 1 ride",
    ]);
    expect(ways(drawn({ trips: [there, on] }), morning, "C")).toEqual(["last-bus-gone"]);
  });

  test("type 4 says so of two trips without a block, even where the second starts at another stop", () => {
    const apart = { ...stops, D: [5000, 3000] as Place };
    const trips = [
      { ...there, id: "there" },
      { ...trip("D 10:25", "C 10:40"), id: "on" },
    ];
    expect(reaches({ stops: apart, trips })).toBe("last-bus-gone");
    expect(reaches({ stops: apart, trips, transfers: [",,4,,,,there,on"] })).toBe("10:40:00");
    expect(reaches({ stops: apart, trips, transfers: [",,4,,,,on,there"] })).toBe("last-bus-gone");
  });

  test("type 5 says that riders of a block must get off, and there is a minute to change or there is not", () => {
    const transfers = ["B,B,5,,,,there,on"];
    expect(reaches({ trips: blocked, transfers })).toBe("last-bus-gone");
    const later = [blocked[0]!, { ...trip("B 10:21", "C 10:41"), id: "on", block: "7" }];
    expect(ways(drawn({ trips: later, transfers }), morning, "C")).toEqual([
      "leave 09:58:00, in 10:41:00, 180 s outside, 2 rides",
    ]);
  });
});

describe("trap 6: transfers.txt for everybody", () => {
  const trips = [trip("A 10:00", "B 10:20"), trip("B 10:21", "C 10:40"), trip("B 10:30", "C 10:50")];

  test("type 0 and type 1 without a time are a change as usual: no bus is promised to wait", () => {
    expect(reaches({ trips, transfers: ["B,B,0,,,,,"] })).toBe("10:40:00");
    expect(reaches({ trips, transfers: ["B,B,1,,,,,"] })).toBe("10:40:00");
    const tight = [trips[0]!, trip("B 10:20:59", "C 10:40"), trips[2]!];
    expect(reaches({ trips: tight, transfers: ["B,B,1,,,,,"] })).toBe("10:50:00");
  });

  test("type 2 takes its time, longer or shorter than walk and change", () => {
    expect(reaches({ trips, transfers: ["B,B,2,300,,,,"] })).toBe("10:50:00");
    expect(reaches({ trips, transfers: ["B,B,2,600,,,,"] })).toBe("10:50:00");
    expect(reaches({ trips, transfers: ["B,B,2,601,,,,"] })).toBe("last-bus-gone");
    const quick = [trips[0]!, trip("B 10:20:30", "C 10:40")];
    expect(reaches({ trips: quick })).toBe("last-bus-gone");
    expect(reaches({ trips: quick, transfers: ["B,B,2,30,,,,"] })).toBe("10:40:00");
    // Nobody gets off and on within the same second.
    expect(reaches({ trips: [trips[0]!, trip("B 10:20", "C 10:40")], transfers: ["B,B,2,0,,,,"] })).toBe(
      "last-bus-gone",
    );
  });

  test("a minimum time is the time of a walk too, and for one direction only", () => {
    const near: Record<string, Place> = { ...stops, D: [5250, 0] };
    const walked = [trip("A 10:00", "B 10:20"), trip("D 10:25", "C 10:40")];
    // 250 m are 325 m of street and 362 s, and a minute to change.
    expect(reaches({ stops: near, trips: walked })).toBe("last-bus-gone");
    expect(reaches({ stops: near, trips: walked, transfers: ["B,D,2,300,,,,"] })).toBe("10:40:00");
    expect(reaches({ stops: near, trips: walked, transfers: ["D,B,2,300,,,,"] })).toBe("last-bus-gone");
  });

  test("type 3 forbids the change there, and leaves the one at the next stop", () => {
    expect(reaches({ trips, transfers: ["B,B,3,,,,,"] })).toBe("last-bus-gone");
    const next: Record<string, Place> = { ...stops, D: [5100, 0] };
    const other = [...trips, trip("D 10:31", "C 10:55")];
    expect(reaches({ stops: next, trips: other, transfers: ["B,B,3,,,,,"] })).toBe("10:55:00");
    expect(reaches({ stops: next, trips: other, transfers: ["B,B,3,,,,,", "B,D,3,,,,,"] })).toBe(
      "last-bus-gone",
    );
  });

  test.each(["B,D,0,,,,,", "B,D,1,,,,,", "B,D,2,,,,,"])(
    "%s links stops farther apart than we would",
    (line) => {
      const far: Record<string, Place> = { ...stops, D: [5900, 0] };
      // 900 m are 1,170 m of street: 1,300 s, and a minute.
      const walked = [trip("A 10:00", "B 10:20"), trip("D 10:42:40", "C 10:50")];
      expect(reaches({ stops: far, trips: walked })).toBe("last-bus-gone");
      expect(reaches({ stops: far, trips: walked, transfers: [line] })).toBe("10:50:00");
      const tooSoon = [walked[0]!, trip("D 10:42:39", "C 10:50")];
      expect(reaches({ stops: far, trips: tooSoon, transfers: [line] })).toBe("last-bus-gone");
    },
  );

  test("a station's row counts for all pairs of its stops, a stop's own row more", () => {
    const platforms: Drawing["stops"] = { ...stops, S: [5000, 0], P: [5000, 0], Q: [5010, 0] };
    const station: Partial<Drawing> = {
      stops: platforms,
      inside: { S: { kind: 1 }, P: { of: "S" }, Q: { of: "S" } },
    };
    const changed = [trip("A 10:00", "P 10:20"), trip("Q 10:24", "C 10:40"), trip("Q 10:30", "C 10:50")];
    expect(reaches({ ...station, trips: changed })).toBe("10:40:00");
    expect(reaches({ ...station, trips: changed, transfers: ["S,S,2,300,,,,"] })).toBe("10:50:00");
    expect(reaches({ ...station, trips: changed, transfers: ["P,Q,2,200,,,,", "S,S,2,300,,,,"] })).toBe(
      "10:40:00",
    );
    const back = [trip("A 10:00", "P 10:20"), trip("P 10:24", "C 10:40"), trip("P 10:30", "C 10:50")];
    expect(reaches({ ...station, trips: back, transfers: ["S,S,2,300,,,,"] })).toBe("10:50:00");
  });
});

describe("trap 6: transfers.txt for single routes and trips", () => {
  const trips = [
    { ...trip("A 10:00", "B 10:20"), id: "a", route: "one" },
    { ...trip("A 10:01", "B 10:20"), id: "b", route: "two" },
    { ...trip("B 10:21", "C 10:40"), id: "x", route: "on" },
    { ...trip("B 10:30", "C 10:50"), id: "y", route: "on" },
    { ...trip("B 10:40", "C 11:00"), id: "z", route: "other" },
  ];
  const only = (...ids: string[]) => trips.filter(({ id }) => ids.includes(id));
  const by = (first: string, ...transfers: string[]) =>
    reaches({ trips: only(first, "x", "y", "z"), transfers });

  test("a rule of a route counts for who comes by it or goes on by it, and for nobody else", () => {
    const rules = ["B,B,2,300,one,,,"];
    expect([by("a", ...rules), by("b", ...rules)]).toEqual(["10:50:00", "10:40:00"]);
    expect(by("a", "B,B,2,900,,on,,")).toBe("11:00:00");
    expect(by("a", "B,B,3,,one,on,,")).toBe("11:00:00");
  });

  test("a rule of a trip counts for that trip", () => {
    expect(by("a", "B,B,3,,,,a,x")).toBe("10:50:00");
    expect(by("b", "B,B,3,,,,a,x")).toBe("10:40:00");
    expect(by("a", "B,B,3,,,,,x", "B,B,3,,,,,y")).toBe("11:00:00");
  });

  test("of two rules the more particular counts, as GTFS ranks them", () => {
    expect(by("a", "B,B,3,,,,,", "B,B,2,60,one,on,,")).toBe("10:40:00");
    expect(by("a", "B,B,3,,one,on,,", "B,B,2,500,,,a,")).toBe("10:50:00");
    expect(by("a", "B,B,2,60,,,a,x", "B,B,3,,,on,a,", "B,B,2,900,one,,,")).toBe("10:40:00");
    // A rule for the two trips without a time is a change as everybody's there.
    expect(by("a", "B,B,1,,,,a,x", "B,B,3,,one,on,,")).toBe("10:40:00");
  });

  test("a rule for some links stops for them only, with its time or the walk", () => {
    const far: Partial<Drawing> = { stops: { ...stops, D: [5900, 0] } };
    const walked = (route: string) => [
      { ...trip("A 10:00", "B 10:20"), route },
      { ...trip("D 10:42:40", "C 10:50"), route: "on" },
    ];
    for (const [route, transfers, reached] of [
      ["one", ["B,D,1,,one,on,,"], "10:50:00"],
      ["two", ["B,D,1,,one,on,,"], "last-bus-gone"],
      ["one", ["B,D,2,1360,one,,,"], "10:50:00"],
      ["one", ["B,D,2,1361,one,,,"], "last-bus-gone"],
      ["two", ["B,D,2,30,one,,,"], "last-bus-gone"],
    ] as [string, string[], string][])
      expect([route, ...transfers, reaches({ ...far, trips: walked(route), transfers })]).toEqual([
        route,
        ...transfers,
        reached,
      ]);
  });

  test("a rule of a repeated trip counts for each of its runs", () => {
    const repeated = { trips: only("a", "x"), frequencies: ["x,10:21:00,11:00:00,600,1"] };
    expect(reaches(repeated)).toBe("10:40:00");
    expect(reaches({ ...repeated, transfers: ["B,B,2,700,,,,x"] })).toBe("11:00:00");
    expect(reaches({ ...repeated, transfers: ["B,B,3,,,,,x"] })).toBe("last-bus-gone");
  });
});

describe("trap 6: stations with pathways", () => {
  // P and Q are platforms; P has an entrance 200 m to the west, Q one 300 m to the east. C is far away.
  const station: Partial<Drawing> = {
    stops: { ...stops, S: [5000, 0], P: [5000, 0], Q: [5020, 0], west: [4800, 0], east: [5320, 0] },
    inside: {
      S: { kind: 1 },
      P: { of: "S" },
      Q: { of: "S" },
      west: { kind: 2, of: "S" },
      east: { kind: 2, of: "S" },
    },
  };
  const trips = [trip("A 10:00", "P 10:20"), trip("Q 10:24", "C 10:40"), trip("Q 10:35", "C 10:50")];

  test("a change takes the walk inside, and a minute", () => {
    expect(reaches({ ...station, trips })).toBe("10:40:00");
    expect(reaches({ ...station, trips, pathways: ["P,Q,1,1,,180,"] })).toBe("10:40:00");
    expect(reaches({ ...station, trips, pathways: ["P,Q,1,1,,181,"] })).toBe("10:50:00");
    // 162 m at 0.9 m/s are 180 s.
    expect(reaches({ ...station, trips, pathways: ["P,Q,1,1,162,,"] })).toBe("10:40:00");
    expect(reaches({ ...station, trips, pathways: ["P,Q,1,1,163,,"] })).toBe("10:50:00");
  });

  test("an elevator and stairs of levels.txt take their time", () => {
    const inside = { ...station.inside, P: { of: "S", level: "deep" }, Q: { of: "S", level: "street" } };
    const drawing = { ...station, inside, levels: { street: 0, deep: -4 } };
    // 20 m, four levels of fifteen steps: 23 + 45 s; with an elevator a minute and a half more.
    const soon = [trips[0]!, trip("Q 10:22:08", "C 10:40"), trips[2]!];
    expect(reaches({ ...drawing, trips: soon, pathways: ["P,Q,2,1,,,"] })).toBe("10:40:00");
    expect(reaches({ ...drawing, trips: soon, pathways: ["P,Q,5,1,,,"] })).toBe("10:50:00");
    expect(reaches({ ...drawing, trips: soon, pathways: ["P,Q,2,1,,,100"] })).toBe("10:50:00");
  });

  test("a way that leads in only is no way out", () => {
    const pathways = ["Q,P,1,0,,60,"];
    expect(reaches({ ...station, trips, pathways })).toBe("last-bus-gone");
    const [back] = [[trip("A 10:00", "Q 10:20"), trip("P 10:24", "C 10:40")]];
    expect(reaches({ ...station, trips: back, pathways })).toBe("10:40:00");
  });

  test("one comes from the street by an entrance, and the walk inside is part of the way", () => {
    const arrive = [trip("A 10:00", "P 10:20"), trip("B2 10:40", "C 11:00")];
    const near = { ...station, stops: { ...station.stops, B2: [4700, 0] as Place } };
    // Out by the west entrance: 100 s inside, 100 m x 1.3 of street at 0.9 m/s, a minute.
    expect(reaches({ ...near, trips: arrive, pathways: ["P,west,1,1,,100,"] })).toBe("11:00:00");
    const tooFar = { ...station, stops: { ...station.stops, B2: [4400, 0] as Place } };
    expect(reaches({ ...tooFar, trips: arrive, pathways: ["P,west,1,1,,100,"] })).toBe("last-bus-gone");
  });

  test("a first walk goes to the entrance and down the stairs; without steps there may be another or none", () => {
    const home: Partial<Drawing> = {
      stops: { S: [0, 0], A: [0, 0], stairs: [90, 0], ramp: [-90, 0], B: stops.B! },
      inside: { S: { kind: 1 }, A: { of: "S" }, stairs: { kind: 2, of: "S" }, ramp: { kind: 2, of: "S" } },
    };
    const ride = [trip("A 10:00", "B 10:20")];
    // 90 m x 1.3 are 130 s, and 40 steps 30 s; the slack is two minutes. The ramp is 108 m long: 120 s.
    const both = drawn({ ...home, trips: ride, pathways: ["stairs,A,2,1,,,40", "ramp,A,1,1,108,,"] });
    expect(ways(both, morning)).toEqual(["leave 09:55:20, in 10:20:00, 280 s outside, 1 ride"]);
    expect(ways(both, morning, "B", { wheelchair: true })).toEqual([
      "leave 09:53:50, in 10:20:00, 370 s outside, 1 ride",
    ]);
    const stairs = drawn({ ...home, trips: ride, pathways: ["stairs,A,2,1,,,40"] });
    expect(ways(stairs, morning, "B", { wheelchair: true })).toEqual(["no-stop-in-reach"]);
  });

  test("a last walk leads up the stairs and out of an entrance, and the walk inside is part of it", () => {
    const out = drawn({ ...station, trips: [trip("A 10:00", "P 10:20")], pathways: ["P,west,2,1,,100,"] });
    const { west } = station.stops!;
    expect(ways(out, morning, west!)).toEqual(["leave 09:58:00, in 10:21:40, 220 s outside, 1 ride"]);
    expect(ways(out, morning, west!, { wheelchair: true })).toEqual(["no-stop-in-reach"]);
  });

  test("a warm room at an entrance is as far from the platform as the walk inside, there and back", () => {
    const back = [trip("A 10:00", "P 10:20"), trip("P 11:00", "C 11:20")];
    const city = drawn({ ...station, trips: back, pathways: ["P,west,1,1,,100,"] });
    const open = [{ from: at("14 9:00"), until: at("14 18:00") }];
    const kiosk = { roomKey: 1, name: "Kiosk", ...placed(station.stops!.west!), open };
    // Two minutes at A, 100 s into the warm and 100 s out of it, and a minute.
    expect(ways(city, morning, "C", { rooms: [kiosk] })).toEqual([
      "leave 09:58:00, in 11:20:00, 380 s outside, 2 rides",
    ]);
  });

  test("a stop says for wheelchairs what its station says, unless it says something itself", () => {
    const steep = { ...station, trips: [trip("A 10:00", "P 10:20"), trip("A 11:00", "Q 11:20")] };
    const here = station.stops!.P!;
    const by = (wheelchair: Record<string, string>) =>
      ways(drawn({ ...steep, wheelchair }), morning, here, { wheelchair: true })[0];
    expect(by({})).toMatch(/in 10:20:00/);
    expect(by({ S: "2" })).toBe("last-bus-gone");
    expect(by({ S: "2", Q: "1" })).toMatch(/in 11:20:29/);
    expect(by({ S: "1", P: "2" })).toMatch(/in 11:20:29/);
  });
});

describe("trap 6: agencies and feeds side by side", () => {
  test("several agencies and zones in one feed: each trip runs by its own clock, and one may change between", () => {
    const city = drawn({
      agencies: { c: "America/Chicago", d: "America/Denver" },
      runBy: { far: "d" },
      trips: [
        { ...trip("A 10:00", "B 10:20"), route: "near" },
        // Half past nine in Denver is half past ten here.
        { ...trip("B 9:30", "C 9:50"), route: "far" },
      ],
    });
    expect(ways(city, morning, "C")).toEqual(["leave 09:58:00, in 10:50:00, 720 s outside, 2 rides"]);
  });

  test("feeds merged keep equal ids of stops, trips, routes and blocks apart", () => {
    const first = feedOf(
      feedFiles({
        stops: { x: stops.A!, y: stops.B! },
        trips: [{ ...trip("x 10:00", "y 10:20"), id: "t", block: "1" }],
      }),
    );
    const second = (transfers: string[] = []) =>
      feedOf(
        feedFiles({
          stops: { x: stops.B!, y: stops.C! },
          trips: [
            { ...trip("x 10:20", "y 10:40"), id: "t", block: "1" },
            { ...trip("x 10:30", "y 10:50"), id: "u" },
          ],
          transfers,
        }),
      );
    const both = (feeds = [first, second()]) =>
      buildTimetable({ feeds, handRoutes: [], timeZone: "America/Chicago" });
    // Block 1 is another vehicle in each feed: there is no staying aboard.
    expect(ways(both(), morning, "C")).toEqual(["leave 09:58:00, in 10:50:00, 720 s outside, 2 rides"]);
    // What the second feed says of its x and its route R is not said of the first one's.
    for (const transfers of [["x,x,3,,,,,"], ["x,x,3,,R,,,"], [",,4,,,,t,t"]])
      expect(ways(both([first, second(transfers)]), morning, "C")).toEqual([
        "leave 09:58:00, in 10:50:00, 720 s outside, 2 rides",
      ]);
  });
});
