import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchQuery, type Search } from "~/domain/search";
import { PETS } from "~/domain/party";
import { parseSearch } from "~/http/search.server";

const parsed = (query: string) => parseSearch(new URLSearchParams(query));

function asked(query: string): Search {
  const result = parsed(query);
  if (result.kind !== "asked") throw new Error(`unclear: ${JSON.stringify(result.problems)}`);
  return result.search;
}

describe("a search that is clear", () => {
  test("a first visit is one adult, now, from nowhere yet", () => {
    expect(asked("")).toEqual({
      where: "",
      region: null,
      party: { adults: 1, childAges: [], pets: [], wheelchair: false, together: false },
      when: { kind: "now" },
    });
  });

  test("the whole form", () => {
    const query =
      "where=7th+%26+Minnesota&region=kck&adults=2&children=6%2C+9&pets=cat&pets=service-animal&wheelchair=1&together=on&when=5%3A30+pm";
    expect(asked(query)).toEqual({
      where: "7th & Minnesota",
      region: "kck",
      party: {
        adults: 2,
        childAges: [6, 9],
        pets: ["service-animal", "cat"],
        wheelchair: true,
        together: true,
      },
      when: { kind: "at", minutes: 1050 },
    });
  });

  test.each([
    ["6,9", [6, 9]],
    ["6 9", [6, 9]],
    ["6 and 9", [6, 9]],
    ["6 y 9", [6, 9]],
    ["  6 ;; 9 ,", [6, 9]],
    ["0", [0]],
    ["", []],
    [" , ", []],
  ])("children typed as %j", (typed, ages) => {
    expect(asked(`children=${encodeURIComponent(typed)}`).party.childAges).toEqual(ages);
  });

  test.each([
    ["17:30", 1050],
    ["5:30 pm", 1050],
    ["5:30PM", 1050],
    ["5.30 p.m.", 1050],
    ["5pm", 1020],
    ["12 am", 0],
    ["12pm", 720],
    ["0:00", 0],
    ["noon", 720],
    ["Mediodía", 720],
    ["9 a. m.", 540],
  ])("a time typed as %j", (typed, minutes) => {
    expect(asked(`when=${encodeURIComponent(typed)}`).when).toEqual({ kind: "at", minutes });
  });

  test.each(["", "now", "NOW", "ahora"])("%j means now", (typed) => {
    expect(asked(`when=${typed}`).when).toEqual({ kind: "now" });
  });

  test("young people without an adult may ask", () => {
    expect(asked("adults=0&children=16,17").party).toMatchObject({ adults: 0, childAges: [16, 17] });
  });
});

describe("a search that is not clear", () => {
  test.each([
    [`where=${"x".repeat(81)}`, "where", "too-long"],
    ["region=../etc", "region", "not-known"],
    ["adults=two", "adults", "not-a-number"],
    ["adults=-1", "adults", "not-a-number"],
    ["adults=1e1", "adults", "not-a-number"],
    ["adults=13", "adults", "out-of-range"],
    ["adults=99999999999999999999999", "adults", "out-of-range"],
    ["adults=0", "adults", "out-of-range"],
    ["children=six", "children", "not-a-number"],
    ["children=6.5", "children", "not-a-number"],
    ["children=18", "children", "out-of-range"],
    ["children=1,1,1,1,1,1,1,1,1,1,1,1,1", "children", "too-many"],
    ["pets=dragon", "pets", "not-known"],
    ["when=25:00", "when", "not-a-time"],
    ["when=13pm", "when", "not-a-time"],
    ["when=0am", "when", "not-a-time"],
    ["when=5:60", "when", "not-a-time"],
    ["when=tomorrow", "when", "not-a-time"],
    ["when=toString", "when", "not-a-time"],
    ["when=5", "when", "not-a-time"],
  ])("%s", (query, field, problem) => {
    const result = parsed(query);
    expect(result).toMatchObject({ kind: "unclear", problems: [{ field, problem }] });
  });

  test("names every field once and keeps what was typed", () => {
    const result = parsed("adults=two&children=six,eighty&when=later&where=7th+%26+Minnesota&wheelchair=1");
    expect(result).toMatchObject({
      kind: "unclear",
      problems: [
        { field: "adults", problem: "not-a-number" },
        { field: "children", problem: "not-a-number" },
        { field: "when", problem: "not-a-time" },
      ],
      typed: {
        adults: "two",
        children: "six,eighty",
        when: "later",
        where: "7th & Minnesota",
        wheelchair: true,
      },
    });
  });

  test("what is shown again is never longer than a page", () => {
    const result = parsed(`where=${"x".repeat(100_000)}&pets=${"y".repeat(100_000)}`);
    expect(JSON.stringify(result).length).toBeLessThan(2_000);
  });
});

const searches: fc.Arbitrary<Search> = fc.record({
  where: fc.constantFrom("", "66101", "7th & Minnesota", "39.115,-94.627", "café ñandú"),
  region: fc.constantFrom(null, "kck", "st-louis-2"),
  party: fc
    .record({
      adults: fc.integer({ min: 0, max: 12 }),
      childAges: fc
        .array(fc.integer({ min: 0, max: 17 }), { maxLength: 12 })
        .map((ages) => ages.toSorted((a, b) => a - b)),
      pets: fc.subarray([...PETS]),
      wheelchair: fc.boolean(),
      together: fc.boolean(),
    })
    .filter(({ adults, childAges }) => adults + childAges.length > 0),
  when: fc.oneof(
    fc.constant({ kind: "now" as const }),
    fc.record({ kind: fc.constant("at" as const), minutes: fc.integer({ min: 0, max: 1439 }) }),
  ),
});

describe("whatever comes", () => {
  test("any query string gets an answer, and only known people in it", () => {
    const fieldNames = fc.constantFrom(
      "where",
      "region",
      "adults",
      "children",
      "pets",
      "wheelchair",
      "when",
      "x",
    );
    const words = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.constantFrom("1", "6,9", "17:30", "cat"),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fieldNames, words)), (pairs) => {
        const result = parseSearch(new URLSearchParams(pairs));
        if (result.kind === "unclear") expect(result.problems.length).toBeGreaterThan(0);
        else expect(result.search.party.adults + result.search.party.childAges.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test("a search's own link asks the same search again", () => {
    fc.assert(
      fc.property(searches, (search) => {
        expect(parseSearch(searchQuery(search))).toMatchObject({ kind: "asked", search });
      }),
    );
  });
});
