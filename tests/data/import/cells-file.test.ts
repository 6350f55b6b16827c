import { describe, expect, test } from "vitest";
import { cellsIn } from "~/data/import/cells-file.server";
import { cellsAround } from "~/data/cells.server";

const bounds = { south: 38.98, west: -94.91, north: 39.21, east: -94.59 };
const [home, middle, coarse] = cellsAround("8826560833fffff") as [string, string, string];
const beside = "8826560831fffff";
const read = (...rows: string[]) => cellsIn(["cell,residents", ...rows].join("\n"), "cells.csv", bounds);

test("a cell that is not named is the sum of what is named in it", () => {
  expect(read(`${home},1500`, `${beside},900.7`)).toEqual({
    kind: "cells",
    elsewhere: 0,
    residents: new Map([
      [home, 1500],
      [beside, 900],
      [middle, 2400],
      [coarse, 2400],
    ]),
  });
});

test("one that is named holds what the file says, and its own parent counts it so", () => {
  const told = read(`${home},1500`, `${middle},5000`);
  expect(told).toMatchObject({
    residents: new Map([
      [home, 1500],
      [middle, 5000],
      [coarse, 5000],
    ]),
  });
});

test("cells of another town are left out and counted", () => {
  const omaha = cellsAround("88260a2b5bfffff")[0]!;
  expect(read(`${home},1`, `${omaha},99`)).toMatchObject({ elsewhere: 1 });
});

describe("a file is refused, with line and reason:", () => {
  test.each<[what: string, words: string, line: number | null, reason: RegExp]>([
    ["without its columns", "hexagon,people\na,1", 1, /no column "cell"/],
    ["empty", "", 1, /no column/],
    ["what is no cell", `cell,residents\n${home},5\n8826560833ffff,7`, 3, /is not a cell/],
    ["an address for a cell", "cell,residents\n12 Oak St,5", 2, /is not a cell/],
    ["a cell as small as a street", "cell,residents\n89265608337ffff,5", 2, /resolution 9/],
    ["a cell as large as a county", "cell,residents\n8526560bfffffff,5", 2, /resolution 5/],
    ["the same cell twice", `cell,residents\n${home},5\n${home.toUpperCase()},5`, 3, /in line 2 already/],
    ["no number", `cell,residents\n${home},many`, 2, /not a number of people/],
    ["a negative number", `cell,residents\n${home},-4`, 2, /not a number/],
    ["more than there are", `cell,residents\n${home},99999999`, 2, /not a number/],
    ["nothing where the number is", `cell,residents\n${home}`, 2, /not a number/],
    [
      "a whole that is less than its parts",
      `cell,residents\n${middle},10\n${home},50`,
      2,
      /fewer people than the 50/,
    ],
    ["another town alone", "cell,residents\n88260a2b5bfffff,5", null, /no cell of it lies in this region/],
    ["a quote that never closes", `cell,residents\n"${home},5`, 2, /never closed/],
    ["a spell for the terminal", "cell,residents\n\u001b[2Jx,5", 2, /^"\\u001b.*is not a cell/],
  ])("%s", (_what, words, line, reason) => {
    const told = cellsIn(words, "cells.csv", bounds);
    expect(told.kind).toBe("refused");
    if (told.kind === "refused")
      expect(told.faults[0]).toMatchObject({
        file: "cells.csv",
        line,
        reason: expect.stringMatching(reason),
      });
  });
});
