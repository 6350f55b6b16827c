import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apart, distance, within, type Pixel } from "~/domain/drawn/pins-apart";

const frame = { you: [10, 190] as Pixel, width: 360, height: 200 };

describe("pins of a small map", () => {
  it("gives way where two stand on one spot", () => {
    const [a, b] = apart([{ at: [180, 100] as Pixel }, { at: [180, 100] as Pixel }], frame);
    expect(distance(a.at, b.at)).toBeGreaterThan(20);
  });

  it("leaves pins alone that are far apart", () => {
    const pins = [{ at: [100, 100] as Pixel }, { at: [200, 100] as Pixel }];
    expect(apart(pins, frame)).toEqual(pins);
  });

  it("does not cover you", () => {
    const [pin] = apart([{ at: [180, 100] as Pixel }], { ...frame, you: [181, 100] });
    expect(distance(pin.at, [181, 100])).toBeGreaterThan(20);
  });

  it("keeps every pin whole inside the frame, however many there are", () => {
    const pixel = fc.tuple(fc.integer({ min: -50, max: 400 }), fc.integer({ min: -50, max: 250 }));
    fc.assert(
      fc.property(fc.array(pixel, { maxLength: 12 }), (points) => {
        const pins = points.map((at) => ({ at }));
        for (const { at } of apart(pins, frame)) {
          expect(at).toEqual([within(at[0], 15, 345), within(at[1], 15, 185)]);
        }
      }),
    );
  });
});
