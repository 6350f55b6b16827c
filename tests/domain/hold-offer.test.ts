import { describe, expect, test } from "vitest";
import { holdOffer, placesBeside } from "~/domain/hold-offer";
import type { Opening } from "~/domain/hours/opening";
import type { Count } from "~/domain/pool";
import type { Option } from "~/domain/tonight";
import { journeyOf, placeOf, wayOf } from "../support/options";

const NOW = 1_768_500_000;
const HOUR = 3600;
const AT_ONCE = { now: NOW, from: NOW };
const OPEN: Opening = { kind: "open", until: null, intake: { from: NOW, until: null } };

function count(household: Count["household"], free: number, more: Partial<Count> = {}): Count {
  const worth = { kind: "fresh", free: { kind: "number", units: free }, minutes: 5 } as const;
  return { poolId: 1, household, unit: "bed", peoplePerUnit: 1, way: "web", needs: 1, worth, ...more };
}

function optionOf(more: Partial<Option> = {}): Option {
  return {
    number: 1,
    place: placeOf(1),
    fit: { kind: "yes" },
    opening: OPEN,
    counts: [count("families", 2)],
    way: { kind: "none", reason: "no-stop-in-reach" },
    best: null,
    sooner: null,
    standing: "takes-you",
    ...more,
  };
}

const arriving = (enters: number) => {
  const journey = journeyOf({ arrives: enters, enters });
  return { best: journey, way: wayOf(journey) };
};
const opensAt = (from: number): Opening => ({
  kind: "opens",
  at: from,
  until: null,
  saidAt: null,
  intake: { from, until: null },
});

describe("a hold is offered", () => {
  test("where a pool has room, for when they will be let in", () => {
    const option = optionOf(arriving(NOW + HOUR));
    expect(holdOffer(option, AT_ONCE)).toEqual({
      kind: "ask",
      counts: option.counts,
      arrivesAt: NOW + HOUR,
    });
  });

  test("without a way, for when the door opens, or for no time at all where it is open", () => {
    expect(holdOffer(optionOf(), AT_ONCE)).toMatchObject({ kind: "ask", arrivesAt: null });
    const later = optionOf({ opening: opensAt(NOW + HOUR) });
    expect(holdOffer(later, AT_ONCE)).toMatchObject({ kind: "ask", arrivesAt: NOW + HOUR });
  });

  test("without a way, for the hour they asked about, where the door is open by then", () => {
    expect(holdOffer(optionOf(), { now: NOW, from: NOW + HOUR })).toMatchObject({
      kind: "ask",
      arrivesAt: NOW + HOUR,
    });
    const muchLater = { now: NOW, from: NOW + 4 * HOUR };
    expect(holdOffer(optionOf(), muchLater)).toEqual({
      kind: "too-early",
      askFrom: NOW + HOUR,
      arrivesAt: NOW + 4 * HOUR,
    });
  });

  test("of the first pool for all; of one for women and one for men where there is none other", () => {
    const women = count("women", 1, { poolId: 2 });
    const men = count("men", 1, { poolId: 3 });
    const mixed = count("adults", 1, { poolId: 4 });
    const counts = (...those: Count[]) => holdOffer(optionOf({ counts: those }), AT_ONCE);
    expect(counts(women, mixed, men)).toMatchObject({ counts: [mixed] });
    expect(counts(men, women, { ...men, poolId: 5 })).toMatchObject({ counts: [women, men] });
  });
});

describe("a hold is not offered", () => {
  test("before it could stand until they come", () => {
    const arrivesAt = NOW + 3 * HOUR + 60;
    expect(holdOffer(optionOf(arriving(arrivesAt)), AT_ONCE)).toEqual({
      kind: "too-early",
      askFrom: NOW + 60,
      arrivesAt,
    });
    expect(holdOffer(optionOf(arriving(arrivesAt)), { now: NOW + 60, from: NOW + 60 })).toMatchObject({
      kind: "ask",
    });
  });

  test.each<[string, Partial<Option>]>([
    ["where all is taken", { counts: [count("families", 0)] }],
    ["where they need more than there is", { counts: [count("families", 1, { needs: 2 })] }],
    [
      "where the count is old",
      { counts: [count("families", 2, { worth: { kind: "call-first", minutes: 300 } })] },
    ],
    ["where nobody counts", { counts: [] }],
    ["where they are not taken", { standing: "no" }],
    ["of a member's room", { place: placeOf(1, { kind: "room" }) }],
    ["of a funded stay", { place: placeOf(1, { kind: "funded-stay" }) }],
    ["where the last bus comes after they let people in", { way: { kind: "none", reason: "doors-closed" } }],
  ])("%s", (_where, more) => {
    expect(holdOffer(optionOf(more), AT_ONCE)).toEqual({ kind: "call" });
  });
});

test("the places beside it are those that may take them, beds first, numbered anew", () => {
  const place = (placeId: number, more: Partial<Option> = {}, kind: "shelter" | "day-center" = "shelter") =>
    optionOf({ number: placeId, place: placeOf(placeId, { kind }), ...more });
  const options = [
    place(1),
    place(2, {}, "day-center"),
    place(3, { standing: "call" }),
    place(4, { standing: "no" }),
  ];
  const beside = placesBeside(1, [...options, place(5), place(6)], 3);
  expect(beside.map((option) => [option.number, option.place.placeId])).toEqual([
    [1, 3],
    [2, 5],
    [3, 6],
  ]);
  expect(placesBeside(1, options, 3).map((option) => option.place.placeId)).toEqual([3, 2]);
});
