import { expect, test } from "vitest";
import { FEWEST_RESIDENTS, publicCell } from "~/domain/room-cell";

const cells = ["fine", "middle", "coarse", "as large as a town"];

test.each<[string, Record<string, number>, string | null]>([
  ["enough people live in the fine cell", { fine: FEWEST_RESIDENTS, middle: 9_000 }, "fine"],
  ["one too few do", { fine: FEWEST_RESIDENTS - 1, middle: 9_000, coarse: 40_000 }, "middle"],
  ["only the coarsest has enough", { fine: 10, middle: 1_999, coarse: 2_000 }, "coarse"],
  ["nobody counted the fine one", { middle: 2_500 }, "middle"],
  ["few live anywhere near", { fine: 1, middle: 20, coarse: 300, "as large as a town": 90_000 }, null],
  ["there are no figures", {}, null],
])("where %s", (_where, residents, said) => {
  expect(publicCell(cells, new Map(Object.entries(residents)))).toBe(said);
});

test("a room that nobody placed is somewhere in the region", () => {
  expect(publicCell([], new Map([["fine", 9_000]]))).toBeNull();
});
