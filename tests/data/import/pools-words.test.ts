import { describe, expect, it } from "vitest";
import { readPools, sayPools } from "~/data/import/pools-words.server";

describe("pools as one line of text", () => {
  it("are a bed for one where nothing else is said", () => {
    expect(readPools("families room x12 of 4; men bed x40;  women x7")).toEqual({
      kind: "pools",
      pools: [
        { household: "families", unit: "room", peoplePerUnit: 4, capacity: 12 },
        { household: "men", unit: "bed", peoplePerUnit: 1, capacity: 40 },
        { household: "women", unit: "bed", peoplePerUnit: 1, capacity: 7 },
      ],
    });
  });

  it("say again what was read", () => {
    const read = readPools("Men Beds X40; families rooms x12 of 4");
    expect(read.kind === "pools" && sayPools(read.pools)).toBe("families room x12 of 4; men bed x40");
  });

  it.each([
    ["40 beds", /not understood/],
    ["dogs bed x4", /"dogs" is not one of anyone, families/],
    ["men hammock x4", /"hammock" is not one of room/],
    ["men bed x-4", /not understood/],
    ["men bed x4.5", /not understood/],
    ["men bed x99999", /cannot be right/],
    ["families room x3 of 0", /1 to 20 people/],
    ["men bed x4; men bed x5", /given twice/],
  ])("refuse %s with a sentence", (words, reason) => {
    expect(readPools(words)).toEqual({ kind: "unclear", reason: expect.stringMatching(reason) });
  });

  it("may have rooms of two sizes", () => {
    expect(readPools("families room x4 of 4; families room x2 of 6")).toMatchObject({ kind: "pools" });
  });
});
