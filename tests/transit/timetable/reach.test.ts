import { describe, expect, test } from "vitest";
import { stopsLeadingTo, stopsNear } from "~/transit/timetable/reach";
import { type Drawing, placed, town, trip } from "../picture";

test("the stops within reach of a point, with the street to them", () => {
  const city = town({ stops: { A: [0, 0], B: [5000, 0] }, trips: [trip("A 10:00", "B 10:10")] });
  for (const reach of [
    stopsNear(city, placed([100, 0]), 1200),
    stopsLeadingTo(city, placed([100, 0]), 1200),
  ]) {
    const [near, ...others] = reach;
    expect(near).toMatchObject({ stop: 0, fixedS: 0 });
    expect(near!.metres).toBeCloseTo(130, 1);
    expect(others).toEqual([]);
  }
});

describe("a platform with entrances", () => {
  // P is 500 m of pathways behind its west entrance, and behind stairs below its east entrance.
  const drawing: Drawing = {
    stops: { S: [0, 0], P: [0, 0], west: [-100, 0], east: [100, 0], A: [0, 50], B: [9000, 0] },
    inside: {
      S: { kind: 1 },
      P: { of: "S" },
      west: { kind: 2, of: "S" },
      east: { kind: 2, of: "S" },
    },
    trips: [trip("P 10:00", "B 10:20"), trip("A 10:00", "B 10:20")],
    pathways: ["west,P,1,1,500,,", "east,P,2,0,,,40"],
  };
  const city = town(drawing);
  const told = (reach: ReturnType<typeof stopsNear>) =>
    reach
      .map(({ stop, metres, fixedS }) => `${city.stops.ids[stop]} ${Math.round(metres)} m ${fixedS} s`)
      .toSorted();
  const here = placed([0, 0]);

  test("is reached by the quickest of them, and left as pathways lead out", () => {
    expect(told(stopsNear(city, here, 1200))).toEqual(["A 65 m 0 s", "P 130 m 30 s"]);
    expect(told(stopsLeadingTo(city, here, 1200))).toEqual(["A 65 m 0 s", "P 630 m 0 s"]);
  });

  test("is reached without steps by the entrance that has none", () => {
    expect(told(stopsNear(city, here, 1200, true))).toEqual(["A 65 m 0 s", "P 630 m 0 s"]);
  });

  test("is not reached through its walls, however near; the limit is for the street", () => {
    expect(told(stopsNear(city, here, 100))).toEqual(["A 65 m 0 s"]);
    expect(told(stopsNear(city, here, 130.1))).toEqual(["A 65 m 0 s", "P 130 m 30 s"]);
  });

  test("is not reached at all without steps where there are only stairs", () => {
    const steep = town({ ...drawing, pathways: ["east,P,2,1,,,40"] });
    expect(stopsNear(steep, here, 1200, true).map(({ stop }) => steep.stops.ids[stop])).toEqual(["A"]);
    expect(stopsLeadingTo(steep, here, 1200, true).map(({ stop }) => steep.stops.ids[stop])).toEqual(["A"]);
  });
});
