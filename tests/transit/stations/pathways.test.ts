import { describe, expect, test } from "vitest";
import { insideWalks } from "~/transit/stations/pathways";
import { type Drawing, feedFiles, feedOf, trip } from "../picture";

// An entrance, a hall and two platforms in a row, 100 m apart; the hall is one level down.
const drawing: Drawing = {
  stops: { S: [0, 0], E: [0, 0], N: [100, 0], P: [200, 0], Q: [300, 0], far: [9000, 0] },
  inside: {
    S: { kind: 1 },
    E: { kind: 2, of: "S", level: "street" },
    N: { kind: 3, of: "S", level: "hall" },
    P: { of: "S" },
    Q: { of: "S" },
  },
  levels: { street: 0, hall: -2 },
  trips: [trip("P 10:00", "far 10:20"), trip("Q 10:00", "far 10:20")],
};
const ends = new Set(["E", "P", "Q"]);

/** "E-P 100 m 30 s" for each walk that pathways make. */
function walks(pathways: string[], more: Partial<Drawing> = {}, stepFree = false): string[] {
  const feed = feedOf(feedFiles({ ...drawing, ...more, pathways }));
  const name = (stop: number) => feed.stops.ids[stop]!;
  return insideWalks(feed, (stop) => ends.has(name(stop)), stepFree)
    .map(({ from, to, metres, fixedS }) => `${name(from)}-${name(to)} ${Math.round(metres)} m ${fixedS} s`)
    .toSorted();
}

describe("a pathway takes", () => {
  test.each([
    [
      "its traversal time, whatever else it says, waiting for the elevator in it",
      "P,Q,5,0,80,42,30",
      "P-Q 0 m 42 s",
    ],
    ["three quarters of a second a step of stairs, up or down", "P,Q,2,0,8,,-30", "P-Q 0 m 23 s"],
    ["its length at the party's pace", "P,Q,1,0,80,,", "P-Q 80 m 0 s"],
    ["its length and the few steps in it", "P,Q,1,0,80,,4", "P-Q 80 m 3 s"],
    ["a wait and its length, for an elevator", "P,Q,5,0,0,,", "P-Q 0 m 90 s"],
    ["the straight line, where nothing is said", "P,Q,1,0,,,", "P-Q 100 m 0 s"],
    ["the straight line and a level, for stairs without a count", "P,Q,2,0,,,", "P-Q 100 m 12 s"],
    ["the same and a wait, for an elevator without a time", "P,Q,5,0,,,", "P-Q 100 m 102 s"],
  ])("%s", (_, line, walk) => {
    expect(walks([line])).toEqual([walk]);
  });

  test("fifteen steps a level where levels are known", () => {
    const levels = { P: { of: "S", level: "street" }, Q: { of: "S", level: "hall" } };
    const inside = { ...drawing.inside, ...levels };
    expect(walks(["P,Q,4,0,,,"], { inside })).toEqual(["P-Q 100 m 23 s"]);
  });

  test("only its levels where a point has no position", () => {
    const files = feedFiles({ ...drawing, pathways: ["E,N,1,1,,,", "N,P,1,1,50,,"] });
    const stops = new TextDecoder().decode(files.get("stops.txt")).replace(/^N,N,[^,]*,[^,]*/m, "N,N,,");
    const feed = feedOf(new Map([...files, ["stops.txt", new TextEncoder().encode(stops)]]));
    const found = insideWalks(feed, (stop) => ends.has(feed.stops.ids[stop]!), false);
    expect(found.map(({ metres, fixedS }) => [metres, fixedS])).toEqual([
      [50, 23],
      [50, 23],
    ]);
  });
});

test("of several ways the quickest counts, each way for itself, through nodes and other platforms", () => {
  const pathways = ["E,N,1,0,90,,", "E,N,1,1,45,,", "N,E,3,0,,20,", "N,P,1,1,9,,", "P,Q,1,1,9,,"];
  expect(walks(pathways)).toEqual([
    "E-P 54 m 0 s",
    "E-Q 63 m 0 s",
    "P-E 9 m 20 s",
    "P-Q 9 m 0 s",
    "Q-E 18 m 20 s",
    "Q-P 9 m 0 s",
  ]);
});

test("one-way pathways and exit gates lead one way, whatever an exit gate's row says", () => {
  expect(walks(["E,P,4,0,,30,", "Q,E,7,1,5,,"])).toEqual(["E-P 0 m 30 s", "Q-E 5 m 0 s", "Q-P 5 m 30 s"]);
});

test("pathways that lead to the boarding areas of a platform lead to the platform", () => {
  const stops = { ...drawing.stops, front: [190, 0], back: [210, 0] } as Drawing["stops"];
  const inside = { ...drawing.inside, front: { kind: 4, of: "P" }, back: { kind: 4, of: "P" } };
  expect(walks(["E,front,1,0,30,,", "back,E,1,0,40,,"], { stops, inside })).toEqual([
    "E-P 30 m 0 s",
    "P-E 40 m 0 s",
  ]);
});

describe("without steps", () => {
  test("neither stairs nor escalators are taken, but elevators and ramps", () => {
    const pathways = ["E,P,2,1,,,20", "E,P,5,1,,60,", "E,Q,4,0,,10,", "P,Q,1,1,200,,"];
    expect(walks(pathways, {}, true)).toEqual([
      "E-P 0 m 60 s",
      "E-Q 200 m 60 s",
      "P-E 0 m 60 s",
      "P-Q 200 m 0 s",
      "Q-E 200 m 60 s",
      "Q-P 200 m 0 s",
    ]);
  });

  test("an entrance that is marked as not accessible is none, one that says nothing is", () => {
    expect(walks(["E,P,1,1,30,,"], { wheelchair: { E: "2" } }, true)).toEqual([]);
    expect(walks(["E,P,1,1,30,,"], { wheelchair: { E: "2" } })).toHaveLength(2);
    expect(walks(["E,P,1,1,30,,"], { wheelchair: { E: "1", S: "2" } }, true)).toHaveLength(2);
  });
});

test("a maze of ways around is found through at once", () => {
  const halls = Array.from({ length: 300 }, (_, i) => `h${i}`);
  const stops = {
    ...drawing.stops,
    ...Object.fromEntries(halls.map((hall) => [hall, [0, 0]])),
  } as Drawing["stops"];
  const inside = {
    ...drawing.inside,
    ...Object.fromEntries(halls.map((hall) => [hall, { kind: 3, of: "S" }])),
  };
  const line = halls
    .slice(1)
    .flatMap((hall, i) => [`${halls[i]},${hall},1,1,1,,`, `${halls[i]},${hall},1,1,2,,`]);
  const around = halls.slice(2).map((hall, i) => `${halls[i]},${hall},1,1,5,,`);
  expect(walks(["E,h0,1,1,1,,", "h299,P,1,1,1,,", ...around, ...line], { stops, inside })).toEqual([
    "E-P 301 m 0 s",
    "P-E 301 m 0 s",
  ]);
});
