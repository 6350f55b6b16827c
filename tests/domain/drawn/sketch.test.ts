import { describe, expect, it } from "vitest";
import { sketchOf } from "~/domain/drawn/sketch";
import type { Option, Tonight } from "~/domain/tonight";

const option = (number: number, more: Partial<Option> = {}): Option =>
  ({
    number,
    place: { placeId: number, kind: "shelter", site: { lat: 39 + number / 100, lon: -94 } },
    standing: "takes-you",
    best: null,
    sooner: null,
    ...more,
  }) as Option;

const ride = (shortName: string) =>
  ({ legs: [{ kind: "ride", route: { shortName } }] }) as unknown as Option["best"];
const tonight = (options: Option[], warmNow: Option | null = null) =>
  ({ options, origin: { lat: 39, lon: -94 }, warmNow }) satisfies Pick<
    Tonight,
    "options" | "origin" | "warmNow"
  >;
const nothing = { lines: [], outline: { coordinates: [] } };

describe("what goes on the drawn map", () => {
  it("shows the places worth going to, and the warm one even where it takes nobody for the night", () => {
    const closed = option(2, { standing: "no" });
    const warm = option(3, { standing: "no" });
    const { pins } = sketchOf(tonight([option(1), closed, warm], warm), nothing);
    expect(pins.map(({ number }) => number)).toEqual([1, 3]);
  });

  it("shows what there is when nothing takes the party", () => {
    const { pins } = sketchOf(tonight([option(1, { standing: "no" })]), nothing);
    expect(pins).toHaveLength(1);
  });

  it("never shows a member's room", () => {
    const room = option(1, { place: { ...option(1).place, kind: "room" } });
    expect(sketchOf(tonight([room]), nothing).pins).toEqual([]);
  });

  it("draws the first place's way, and knows which lines are ridden", () => {
    const options = [option(1, { best: ride("101") }), option(2, { best: ride("107"), sooner: ride("104") })];
    const { way, used } = sketchOf(tonight(options), nothing);
    expect(way).toBe(options[0].best);
    expect([...used].toSorted()).toEqual(["101", "104", "107"]);
  });

  it("shows ten pins at most", () => {
    expect(sketchOf(tonight(Array.from({ length: 25 }, (_, i) => option(i + 1))), nothing).pins).toHaveLength(
      10,
    );
  });
});
