import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitOf, type Fit } from "~/domain/fit";
import { ONE_ADULT, PETS, type Party } from "~/domain/party";
import type { Admits } from "~/domain/place";
import { EVERYBODY, UNTOLD } from "../support/admits";

const party = (adults: number, childAges: number[] = [], more: Partial<Party> = {}): Party => ({
  ...ONE_ADULT,
  adults,
  childAges,
  ...more,
});
const family = party(1, [6, 9]);
const fit = (who: Party, more: Partial<Admits> = {}) => fitOf(who, { ...EVERYBODY, ...more });
const points = (result: Fit) =>
  result.kind === "yes" ? [] : (result.kind === "no" ? result.because : result.ask).map(({ point }) => point);

test("a place that takes everybody takes everybody", () => {
  const all = party(2, [0, 6, 14], { pets: [...PETS], wheelchair: true, together: true });
  for (const who of [ONE_ADULT, party(2), family, all, party(0, [16])])
    expect(fit(who)).toEqual({ kind: "yes" });
});

describe("each point, by what the place says: yes, nothing, no", () => {
  const dog = party(1, [], { pets: ["small-dog"] });
  const cases: [string, Party, keyof Admits, string, string][] = [
    ["children", family, "families", "children", "no"],
    ["an adult alone", ONE_ADULT, "adultsAlone", "adults-alone", "no"],
    ["young people alone", party(0, [16]), "youthAlone", "youth-alone", "no"],
    ["a teenager who may be a boy", party(1, [13]), "teenBoys", "teen-boys", "maybe"],
    ["a parent who may be a father", family, "fathers", "fathers", "maybe"],
    ["two adults who may be a couple", party(2), "couples", "couples", "maybe"],
    ["a couple that asks to stay together", party(2, [], { together: true }), "couples", "couples", "no"],
    [
      "a family that asks to stay together",
      party(1, [6], { together: true }),
      "keepsTogether",
      "together",
      "no",
    ],
    ["a wheelchair", party(1, [], { wheelchair: true }), "wheelchair", "wheelchair", "no"],
  ];
  test.each(cases)("%s", (_name, who, field, point, ifNo) => {
    expect(fit(who, { [field]: true })).toEqual({ kind: "yes" });
    const gender = field === "fathers" ? { gender: "women" as const } : {};
    const unsaid = fit(who, { [field]: null, ...gender });
    expect(unsaid).toMatchObject({ kind: "maybe" });
    if (field !== "fathers") expect(points(unsaid)).toEqual([point]);
    expect(fit(who, { [field]: false })).toMatchObject({ kind: ifNo });
    expect(points(fit(who, { [field]: false }))).toEqual([point]);
  });

  test.each(PETS)("%s", (pet) => {
    const who = party(1, [], { pets: [pet] });
    const says = (answer: boolean | null) => fit(who, { pets: { ...EVERYBODY.pets, [pet]: answer } });
    expect(says(true)).toEqual({ kind: "yes" });
    expect(says(null)).toEqual({ kind: "maybe", ask: [{ point: pet }] });
    expect(says(false)).toEqual({
      kind: "no",
      because: [{ point: pet }],
      mayNotBeAllowed: pet === "service-animal",
    });
    expect(fit(dog, { pets: { ...EVERYBODY.pets, cat: false } })).toEqual({ kind: "yes" });
  });

  test("needing to be sent by an office is a question, and so is not knowing it", () => {
    expect(points(fit(ONE_ADULT, { referral: true }))).toEqual(["referral"]);
    expect(points(fit(ONE_ADULT, { referral: null }))).toEqual(["referral"]);
    expect(fit(ONE_ADULT, { referral: true })).toMatchObject({ kind: "maybe" });
  });
});

describe("a program for one gender is a question, for we never ask for one", () => {
  test.each([
    [ONE_ADULT, "women", ["women-only"]],
    [ONE_ADULT, "men", ["men-only"]],
    [ONE_ADULT, null, ["women-only", "men-only"]],
    [party(0, [16]), "women", ["women-only"]],
    [family, "men", ["men-only"]],
  ] as const)("%o at a program for %s", (who, gender, asks) => {
    expect(fit(who, { gender })).toMatchObject({ kind: "maybe" });
    expect(points(fit(who, { gender }))).toEqual(asks);
  });

  test("for a family the father is the question, unless he is known to be taken", () => {
    expect(points(fit(family, { gender: null, fathers: null }))).toEqual(["fathers"]);
    expect(points(fit(family, { gender: "women", fathers: null }))).toEqual(["women-only"]);
    expect(fit(family, { gender: "women", fathers: true })).toEqual({ kind: "yes" });
    expect(fit(family, { gender: "any", fathers: null })).toEqual({ kind: "yes" });
  });
});

describe("ages", () => {
  test("a family refused for a child's age is told that it may not be allowed (42 USC 11361a)", () => {
    expect(fit(party(1, [14]), { maxAge: 12 })).toEqual({
      kind: "no",
      because: [{ point: "age-max", limit: 12 }],
      mayNotBeAllowed: true,
    });
    expect(fit(party(1, [0, 6]), { minAge: 5 })).toMatchObject({ kind: "no", mayNotBeAllowed: true });
  });

  test.each([
    ["a program for adults", family, { minAge: 18, families: false }],
    ["a place that may not be for families at all", family, { minAge: 18, families: null }],
    ["young people without an adult", party(0, [12]), { minAge: 16 }],
    ["a party too large", party(2, [1, 2, 3]), { maxPeople: 4 }],
  ])("but not by %s", (_name, who, more) => {
    expect(fit(who, more)).toMatchObject({ kind: "no", mayNotBeAllowed: false });
  });

  test("adults do not say their age: limits above 18 are a question", () => {
    expect(fit(ONE_ADULT, { minAge: 18 })).toEqual({ kind: "yes" });
    expect(fit(ONE_ADULT, { minAge: 55 })).toEqual({ kind: "maybe", ask: [{ point: "age-min", limit: 55 }] });
    expect(fit(ONE_ADULT, { maxAge: 24 })).toEqual({ kind: "maybe", ask: [{ point: "age-max", limit: 24 }] });
    expect(fit(ONE_ADULT, { maxAge: 17 })).toMatchObject({ kind: "no" });
    expect(fit(family, { maxAge: 12 })).toEqual({ kind: "yes" });
  });
});

describe("how many", () => {
  test("more than the place takes is a no that says how many it takes", () => {
    expect(fit(party(2, [1, 2, 3]), { maxPeople: 4 })).toMatchObject({
      because: [{ point: "group-size", limit: 4 }],
    });
    expect(fit(party(2, [1, 2]), { maxPeople: 4 })).toEqual({ kind: "yes" });
  });

  test("without a known limit only a large party is a question", () => {
    expect(fit(party(2, [1, 2, 3, 4]), { maxPeople: null })).toEqual({ kind: "yes" });
    expect(points(fit(party(2, [1, 2, 3, 4, 5]), { maxPeople: null }))).toEqual(["group-size"]);
  });
});

test("all reasons of a no are told, and no questions beside them", () => {
  const who = party(1, [6], { pets: ["cat"], wheelchair: true });
  const result = fit(who, { families: false, wheelchair: false, pets: { ...EVERYBODY.pets, cat: null } });
  expect(result).toEqual({
    kind: "no",
    because: [{ point: "children" }, { point: "wheelchair" }],
    mayNotBeAllowed: false,
  });
});

const parties: fc.Arbitrary<Party> = fc
  .record({
    adults: fc.integer({ min: 0, max: 4 }),
    childAges: fc.array(fc.integer({ min: 0, max: 17 }), { maxLength: 4 }),
    pets: fc.subarray([...PETS]),
    wheelchair: fc.boolean(),
    together: fc.boolean(),
  })
  .filter((who) => who.adults + who.childAges.length > 0);
const known = fc.option(fc.boolean());
const fields: { [Field in keyof Admits]: fc.Arbitrary<Admits[Field]> } = {
  adultsAlone: known,
  families: known,
  youthAlone: known,
  gender: fc.constantFrom("any", "women", null),
  couples: known,
  fathers: known,
  teenBoys: known,
  minAge: fc.option(fc.constantFrom(1, 13, 18, 21)),
  maxAge: fc.option(fc.constantFrom(12, 17, 24)),
  maxPeople: fc.option(fc.integer({ min: 1, max: 9 })),
  keepsTogether: known,
  pets: fc.record({ "service-animal": known, cat: known, "small-dog": known, "large-dog": known }),
  wheelchair: known,
  documents: fc.constant(null),
  sobriety: known,
  referral: known,
  maxStayNights: fc.constant(null),
};
const rules = fc.record(fields) as fc.Arbitrary<Admits>;

describe("for any party and any rules", () => {
  test("learning what was unknown never turns a yes into a maybe", () => {
    // Limits are left out: null there is "no limit known", and a new limit is a new rule. A program "for any gender
    // that takes no fathers" contradicts itself.
    const learnable = Object.keys(fields).filter((name) => !/^(m(in|ax)|pets|documents)/.test(name));
    fc.assert(
      fc.property(
        parties,
        rules,
        fc.constantFrom(...learnable),
        fc.boolean(),
        (who, admits, field, answer) => {
          const value = field === "gender" ? (answer ? "any" : "women") : answer;
          const learned = { ...admits, [field]: value } as Admits;
          fc.pre(
            admits[field as keyof Admits] === null &&
              !(learned.gender === "any" && learned.fathers === false),
          );
          if (fitOf(who, admits).kind === "yes") expect(fitOf(who, learned).kind).not.toBe("maybe");
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("unknown alone is never a no", () => {
    fc.assert(fc.property(parties, (who) => void expect(fitOf(who, UNTOLD).kind).toBe("maybe")));
  });

  test("a reason is told once", () => {
    fc.assert(
      fc.property(parties, rules, (who, admits) => {
        const told = points(fitOf(who, admits));
        expect(new Set(told).size).toBe(told.length);
      }),
    );
  });
});
