import { expect, test } from "vitest";
import { countOf, hoursOf, partsOf, searchedAs, sumOf, type HelpedMonth } from "~/domain/helped";
import { ONE_ADULT } from "~/domain/party";

const month = (counts: HelpedMonth["counts"]): HelpedMonth => ({ month: "2026-01-01", counts });
const count = (what: HelpedMonth["counts"][number]["what"], part: string, n: number) => ({
  what,
  part,
  folded: [],
  n,
});
const january = month([
  count("asks", "", 12),
  count("kind", "food", 5),
  count("kind", "sleep", 9),
  count("hours", "families 17-18", 6),
  count("hours", "families 0-17", 5),
  count("hours", "adults 0-24", 7),
]);

test("who was searched for: children without an adult are neither a family nor adults", () => {
  expect(searchedAs(ONE_ADULT)).toBe("adults");
  expect(searchedAs({ ...ONE_ADULT, childAges: [3] })).toBe("families");
  expect(searchedAs({ ...ONE_ADULT, adults: 0, childAges: [16] })).toBe("children");
});

test("parts stand with the most first, hours in the order of the day", () => {
  expect(partsOf(january, "kind").map(({ part }) => part)).toEqual(["sleep", "food"]);
  expect(hoursOf(january, "families")).toEqual([
    { from: 0, until: 17, n: 5 },
    { from: 17, until: 18, n: 6 },
  ]);
  expect(hoursOf(january, "children")).toEqual([]);
});

test("a month that tells nothing is in no sum", () => {
  expect(countOf(january, "asks")).toBe(12);
  expect(countOf(month([]), "asks")).toBeNull();
  expect(sumOf([january, month([])], "asks")).toBe(12);
});
