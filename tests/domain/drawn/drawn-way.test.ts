import { describe, expect, it } from "vitest";
import { drawnWay, routesRidden } from "~/domain/drawn/drawn-way";
import type { LatLon } from "~/domain/journey";
import { alongState } from "../../ui/map/options";

const [walk, ride] = alongState.legs;
const rideOver = (path: LatLon[]) => ({ ...ride, path }) as typeof ride & { kind: "ride" };

describe("a drawn way", () => {
  it("is drawn to 11 m", () => {
    const { legs } = drawnWay({ legs: [rideOver([{ lat: 39.11546401977539, lon: -94.62653350830078 }])] });
    expect(legs).toMatchObject([{ kind: "ride", path: [{ lat: 39.1155, lon: -94.6265 }] }]);
  });

  it("keeps the corners of a line and leaves out what lies between them", () => {
    const straight = [0, 1, 2, 3, 4].map((step) => ({ lat: 39.1 + step / 1000, lon: -94.6265 }));
    const corner = { lat: 39.104, lon: -94.7 };
    const { legs } = drawnWay({ legs: [rideOver([...straight, corner])] });
    expect(legs).toMatchObject([{ path: [straight[0], straight[4], corner] }]);
  });

  it("keeps walks and warm rooms as they are, and leaves the journey itself alone", () => {
    const library = { name: "Main Library", lat: 39.1, lon: -94.6, roomKey: 3 };
    const inside = { kind: "inside" as const, from: library, to: library, departs: 60, arrives: 600 };
    const journey = { legs: [walk!, inside, ride!] };
    const before = structuredClone(journey);
    expect(drawnWay(journey).legs.slice(0, 2)).toEqual([walk, inside]);
    expect(journey).toEqual(before);
  });
});

it("counts as ridden the routes of every way that is said", () => {
  const sooner = { legs: [{ ...rideOver([]), route: { ...rideOver([]).route, shortName: "107" } }] };
  const options = [
    { best: alongState, sooner },
    { best: null, sooner: null },
  ];
  expect(routesRidden(options)).toEqual(new Set(["101", "107"]));
});
