import { expect, test } from "vitest";
import { emptyInside } from "~/transit/stations/doorways";
import { mergeStations } from "~/transit/stations/merge-stations";
import { type Drawing, feedFiles, feedOf, placed, trip } from "../picture";

const drawing: Drawing = {
  stops: { S: [0, 0], E: [0, 0], P: [100, 0], Q: [200, 0], Q1: [200, 0], unserved: [300, 0], B: [5000, 0] },
  inside: {
    S: { kind: 1 },
    E: { kind: 2, of: "S" },
    P: { of: "S" },
    Q: { of: "S" },
    Q1: { kind: 4, of: "Q" },
    unserved: { of: "S" },
  },
  trips: [trip("P 10:00", "B 10:20"), trip("Q 10:00", "B 10:20")],
  pathways: ["E,P,2,1,,,40", "P,Q1,1,1,30,,", "E,unserved,1,1,50,,"],
};

function merged(more: Partial<Drawing> = {}) {
  const feed = feedOf(feedFiles({ ...drawing, ...more }));
  const served = ["P", "Q", "B"];
  const stopOf = Int32Array.from(feed.stops.ids, (id) =>
    served.includes(id) ? 10 + served.indexOf(id) : -1,
  );
  const inside = emptyInside();
  mergeStations(inside, feed, stopOf);
  return inside;
}

test("knows stops, station and entrances of pathways by the timetable's numbers", () => {
  const { stationOf, entrances, usual } = merged();
  expect([...stationOf]).toEqual([
    [10, 10],
    [11, 10],
  ]);
  expect(entrances).toEqual([placed([0, 0])]);
  expect(usual.between).toEqual([
    { from: 10, to: 11, metres: 30, fixedS: 0 },
    { from: 11, to: 10, metres: 30, fixedS: 0 },
  ]);
  expect(usual.into).toEqual([
    { entrance: 0, stop: 10, metres: 0, fixedS: 30 },
    { entrance: 0, stop: 11, metres: 30, fixedS: 30 },
  ]);
  expect(usual.out).toEqual(usual.into);
});

test("keeps the walks without steps apart", () => {
  const { stepFree, usual } = merged();
  expect([stepFree.into, stepFree.out]).toEqual([[], []]);
  expect(stepFree.between).toEqual(usual.between);
});

test("a feed without pathways has no inside", () => {
  expect(merged({ pathways: [] })).toEqual(emptyInside());
});
