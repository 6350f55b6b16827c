import { describe, expect, it } from "vitest";
import { drawingOf, type Sketch } from "~/domain/drawn/drawing";

const origin = { lat: 39.1155, lon: -94.6265 };
const route = { shortName: "101", longName: "State", color: "#e31837", textColor: "#ffffff" };
const state: [number, number][] = [
  [-94.6265, 39.1155],
  [-94.6617, 39.1168],
  [-94.7342, 39.1166],
  [-94.831, 39.1301],
];

const sketch = (more: Partial<Sketch> = {}): Sketch => ({
  origin,
  pins: [{ number: 1, kind: "shelter", lat: 39.1172, lon: -94.7355 }],
  way: null,
  lines: [{ route, paths: [state] }],
  used: new Set(["101"]),
  outline: [],
  ...more,
});

const numbersIn = (d: string) => [...d.matchAll(/-?\d+/g)].map(Number);

describe("the drawn map", () => {
  it("puts north up and west left, inside its frame", () => {
    const { you, pins, width, height } = drawingOf(sketch());
    const [pin] = pins;
    expect(pin.at[0]).toBeLessThan(you[0]);
    expect(pin.at[1]).toBeLessThan(you[1]);
    for (const [x, y] of [you, pin.at]) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
    }
  });

  it("keeps distances true: a mile east is as long as a mile north", () => {
    const north = { number: 1, kind: "shelter" as const, lat: origin.lat + 0.02, lon: origin.lon };
    const squeeze = Math.cos(((origin.lat + 0.01) * Math.PI) / 180);
    const east = { number: 2, kind: "shelter" as const, lat: origin.lat, lon: origin.lon + 0.02 / squeeze };
    const { you, pins } = drawingOf(sketch({ pins: [north, east] }));
    expect(Math.abs(you[1] - pins[0].at[1] - (pins[1].at[0] - you[0]))).toBeLessThanOrEqual(2);
  });

  it("cuts a line at the frame and draws it in whole, relative pixels", () => {
    const [line] = drawingOf(sketch()).lines;
    expect(line.d).toMatch(/^M\d+[ -]\d+l[-\d ]+$/);
    expect(line.label).toBe("101");
    let x = 0;
    const [startX, , ...moves] = numbersIn(line.d);
    x = startX;
    for (let i = 0; i < moves.length; i += 2) {
      x += moves[i];
      expect(x).toBeGreaterThanOrEqual(-1);
      expect(x).toBeLessThanOrEqual(361);
    }
  });

  it("leaves out a line that is nowhere near, and one that is a point", () => {
    const far = {
      route: { ...route, shortName: "9" },
      paths: [[[-93, 38] as [number, number], [-93.1, 38]]],
    };
    const dot = { route: { ...route, shortName: "8" }, paths: [[state[0]]] };
    expect(drawingOf(sketch({ lines: [far as Sketch["lines"][0], dot] })).lines).toEqual([]);
  });

  it("stays small with a whole city's lines", () => {
    const wiggle = (seed: number) =>
      Array.from({ length: 2_000 }, (_, i): [number, number] => [
        -94.74 + i * 0.00006,
        39.1 + 0.02 * Math.sin(i * 0.3 + seed),
      ]);
    const lines = Array.from({ length: 60 }, (_, i) => ({
      route: { ...route, shortName: String(i) },
      paths: [wiggle(i)],
    }));
    const drawn = drawingOf(sketch({ lines }));
    const characters = drawn.lines.reduce((sum, { d }) => sum + d.length, 0);
    expect(drawn.lines.length).toBeGreaterThan(0);
    expect(characters).toBeLessThan(8_000);
  });

  it("draws rides and walks of the way apart", () => {
    const corner = { ...origin, name: "7th & Minnesota" };
    const far = { lat: 39.1166, lon: -94.7342, name: "State & 67th" };
    const door = { lat: 39.1172, lon: -94.7355, name: "" };
    const leg = { departs: 0, arrives: 60 };
    const way = {
      legs: [
        {
          ...leg,
          kind: "ride",
          route,
          headsign: null,
          from: corner,
          to: far,
          stops: 9,
          estimated: false,
          path: [corner, far],
        },
        { ...leg, kind: "walk", from: far, to: door, metres: 120 },
      ],
    } as unknown as Sketch["way"];
    const { ride, walk, rooms } = drawingOf(sketch({ way }));
    expect(ride).toMatch(/^M/);
    expect(walk).toMatch(/^M/);
    expect(rooms).toEqual([]);
  });

  it("draws the warm room one waits in as a point, and no line to it but the walks", () => {
    const library = { lat: 39.1166, lon: -94.7, name: "Main Library", roomKey: 3 };
    const wait = { kind: "inside", from: library, to: library, departs: 60, arrives: 600 };
    const { rooms, walk } = drawingOf(sketch({ way: { legs: [wait] } as unknown as Sketch["way"] }));
    expect(rooms).toHaveLength(1);
    expect(rooms[0]![0]).toBeGreaterThan(0);
    expect(walk).toBe("");
  });
});
