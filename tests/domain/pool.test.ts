import { describe, expect, test } from "vitest";
import { ONE_ADULT, type Party } from "~/domain/party";
import { countsFor, couldTake, freeUnits, HOUSEHOLDS, roomIn, unitsNeeded, type Pool } from "~/domain/pool";

const now = 1_800_000_000;
const saidNow = { at: new Date(now * 1000), way: "web" as const };
const pool = (more: Partial<Pool> = {}): Pool => ({
  poolId: 1,
  household: "families",
  unit: "room",
  peoplePerUnit: 4,
  capacity: 10,
  occupied: 6,
  held: 1,
  outOfService: 1,
  lastReport: saidNow,
  ...more,
});
const party = (adults: number, ...childAges: number[]): Party => ({ ...ONE_ADULT, adults, childAges });

const family = party(2, 6, 9);
const mother = party(1, 0);
const two = party(2);
const teenagers = party(0, 16, 17);

test("free is what is neither occupied, held nor out of service, and may be below zero", () => {
  expect(freeUnits(pool())).toBe(2);
  expect(freeUnits(pool({ occupied: 12 }))).toBe(-4);
});

describe("which household's beds a party may have", () => {
  test.each([
    ["family", family, ["anyone", "families"]],
    ["mother with a baby", mother, ["anyone", "families"]],
    ["one adult", ONE_ADULT, ["anyone", "adults", "women", "men"]],
    ["two adults", two, ["anyone", "adults", "women", "men", "couples"]],
    ["young people alone", teenagers, ["anyone", "youth"]],
  ])("%s", (_name, who, households) => {
    expect(HOUSEHOLDS.filter((household) => couldTake(pool({ household }), who))).toEqual(households);
  });

  test("a crib is nobody's bed", () => {
    expect(couldTake(pool({ unit: "crib" }), mother)).toBe(false);
  });

  test("five who must stay together do not fit rooms of four, but beds side by side", () => {
    const five = { ...party(2, 6, 9, 12), together: true };
    expect(couldTake(pool(), five)).toBe(false);
    expect(couldTake(pool(), { ...five, together: false })).toBe(true);
    expect(couldTake(pool({ unit: "bed", peoplePerUnit: 1 }), five)).toBe(true);
  });
});

test("a started unit is a whole one", () => {
  expect(unitsNeeded(pool(), family)).toBe(1);
  expect(unitsNeeded(pool(), party(2, 6, 9, 12))).toBe(2);
  expect(unitsNeeded(pool({ peoplePerUnit: 1 }), family)).toBe(4);
});

describe("is there room", () => {
  const beds = (more: Partial<Pool>) =>
    pool({ unit: "bed", peoplePerUnit: 1, held: 0, outOfService: 0, ...more });
  const room = (who: Party, more: Partial<Pool>) => roomIn(countsFor([beds(more)], who, now)[0]!);

  test.each([
    ["enough beds", { occupied: 6 }, "yes"],
    ["one bed too few", { occupied: 7 }, "no"],
    ["more people than beds", { occupied: 12 }, "no"],
    ["never reported", { occupied: 0, lastReport: null }, "ask"],
    [
      "said five hours ago",
      { occupied: 0, lastReport: { at: new Date((now - 18_000) * 1000), way: "web" as const } },
      "ask",
    ],
  ])("for a family of four: %s", (_name, more, answer) => expect(room(family, more)).toBe(answer));

  test("a small pool answers all larger parties alike, so that asking does not count it out", () => {
    for (const occupied of [0, 1, 2]) {
      const small = { household: "anyone" as const, capacity: 3, occupied };
      expect(room(mother, { ...small, peoplePerUnit: 2 })).toBe("yes");
      expect([two, family].map((who) => room(who, small))).toEqual(["ask", "ask"]);
    }
    expect(room(two, { household: "anyone", capacity: 3, occupied: 3 })).toBe("no");
  });
});

test("the best known count comes first: known room, then a question, then full", () => {
  const old = { at: new Date((now - 20_000) * 1000), way: "sms" as const };
  const aging = { at: new Date((now - 7_200) * 1000), way: "sms" as const };
  const pools = [
    pool({ poolId: 1, occupied: 10 }),
    pool({ poolId: 2, lastReport: old }),
    pool({ poolId: 3, lastReport: aging }),
    pool({ poolId: 4 }),
    pool({ poolId: 5, lastReport: null }),
    pool({ poolId: 6, occupied: 0 }),
    pool({ poolId: 7, household: "men" }),
  ];
  expect(countsFor(pools, family, now).map(({ poolId }) => poolId)).toEqual([6, 4, 3, 2, 5, 1]);
  expect(countsFor(pools, family, now)[0]).toMatchObject({ needs: 1, way: "web", worth: { kind: "fresh" } });
});

test("nothing that only staff may know is in a count", () => {
  const [count] = countsFor([pool({ capacity: 3, occupied: 1 })], family, now);
  expect(Object.keys(count!).toSorted()).toEqual([
    "extra",
    "household",
    "needs",
    "peoplePerUnit",
    "poolId",
    "unit",
    "way",
    "worth",
  ]);
});
