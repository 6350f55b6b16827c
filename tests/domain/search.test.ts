import { expect, test } from "vitest";
import { ONE_ADULT } from "~/domain/party";
import { clock, searchQuery, type Search } from "~/domain/search";

const search: Search = { where: "", region: null, party: ONE_ADULT, when: { kind: "now" } };

test("a first visit has an empty query", () => {
  expect(searchQuery(search).toString()).toBe("");
});

test("equal searches have equal links, with the words as typed", () => {
  const party = { adults: 2, childAges: [6, 9], pets: ["cat" as const], wheelchair: true, together: true };
  const query = searchQuery({
    where: "7th & Minnesota",
    region: "kck",
    party,
    when: { kind: "at", minutes: 1050 },
  });
  expect(query.toString()).toBe(
    "where=7th+%26+Minnesota&region=kck&adults=2&children=6%2C9&pets=cat&wheelchair=1&together=1&when=17%3A30",
  );
});

test("a time of either half is asked again as it was typed", () => {
  const when = { kind: "at", minutes: 330, eitherHalf: true } as const;
  expect(searchQuery({ ...search, when }).get("when")).toBe("5:30");
});

test.each([
  [0, "00:00"],
  [65, "01:05"],
  [1439, "23:59"],
])("minute %d is %s", (minutes, written) => expect(clock(minutes)).toBe(written));
