import { describe, expect, it } from "vitest";
import { warmPlaceOf } from "~/domain/warm-place";
import { pm, walk, way } from "../support/journeys";
import { answerOf, FAMILY, optionOf, plainWay } from "../ui/invented";

const there = way([walk("5:30", "5:36")]);
const hall = optionOf(there, {
  number: 2,
  opening: { kind: "open", until: pm("9:00"), intake: null },
  counts: [],
});
const bed = (leaves: string) => optionOf(plainWay, { best: { ...plainWay, leaveBy: pm(leaves) } });

describe("the warm place of a night", () => {
  it("without a bed it is told first, whenever it closes", () => {
    const found = warmPlaceOf(answerOf([], { warmNow: hall }), FAMILY);
    expect(found).toMatchObject({ option: hall, way: there, bridges: false, isUrgent: true });
  });

  it("with a bed it bridges the time until one leaves for it", () => {
    const found = warmPlaceOf(answerOf([bed("8:00")], { warmNow: hall }), FAMILY);
    expect(found).toMatchObject({ bridges: true, isUrgent: false });
  });

  it.each([
    ["a quarter of an hour inside", "5:51", true],
    ["less than that", "5:50", false],
    ["until after it closes", "9:01", false],
  ])("%s before one leaves for the bed: %s", (_what, leaves, isTold) => {
    const found = warmPlaceOf(answerOf([bed(leaves)], { warmNow: hall }), FAMILY);
    expect(found !== null).toBe(isTold);
  });

  it("where none is open, or no way leads there, there is none", () => {
    expect(warmPlaceOf(answerOf([], { warmNow: null }), FAMILY)).toBeNull();
    expect(warmPlaceOf(answerOf([], { warmNow: { ...hall, best: null, sooner: null } }), FAMILY)).toBeNull();
  });
});
