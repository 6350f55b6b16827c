import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fit } from "~/domain/fit";
import type { Opening } from "~/domain/hours/opening";
import type { Journey, Way } from "~/domain/journey";
import { PLACE_KINDS } from "~/domain/place";
import type { Count } from "~/domain/pool";
import { inOrder, lastsTheNight, standingOf, type Standing, type Weighed } from "~/domain/rank";
import { publicPlace } from "~/domain/tonight";
import { journeyOf, placeOf } from "../support/options";

const now = 1_800_000_000;
const morning = now + 8 * 3600;
const open: Opening = { kind: "open", until: morning + 7200, intake: { from: now, until: morning } };
const opens: Opening = {
  ...open,
  kind: "opens",
  at: now + 60,
  saidAt: null,
  intake: { from: now, until: morning },
};
const rule = { lowAtOrBelowF: 25, decidedAt: 480 };
const undecided: Opening = {
  kind: "undecided",
  decidesAt: now,
  rule,
  at: now,
  intake: { from: now, until: null },
};
const yes: Fit = { kind: "yes" };
const maybe: Fit = { kind: "maybe", ask: [{ point: "cat" }] };
const no: Fit = { kind: "no", because: [{ point: "cat" }], mayNotBeAllowed: false };
const count = (worth: Count["worth"]): Count => ({
  poolId: 1,
  household: "families",
  unit: "room",
  peoplePerUnit: 4,
  needs: 1,
  way: "web",
  worth,
});
const free = count({ kind: "aging", free: { kind: "number", units: 2 }, minutes: 200 });
const women: Count = {
  ...count({ kind: "fresh", free: { kind: "number", units: 4 }, minutes: 5 }),
  household: "women",
};
const full = count({ kind: "fresh", free: { kind: "none" }, minutes: 5 });
const old = count({ kind: "call-first", minutes: 300 });
const journeys = (coldMinutes: number): Way => ({ kind: "journeys", journeys: [journeyOf({ coldMinutes })] });

function weighed({
  placeId = 1,
  kind = "shelter" as const,
  ...more
}: Partial<Weighed> & Record<string, unknown> = {}): Weighed {
  const place = publicPlace(placeOf(placeId as number, { kind: kind as "shelter" }));
  const way = more.way ?? journeys(5);
  const best = way.kind === "journeys" ? way.journeys[0] : null;
  return { fit: yes, opening: open, counts: [free], ...more, place, way, best };
}

describe("where a place stands tonight", () => {
  const closed: Way = { kind: "none", reason: "doors-closed" };
  const noBus: Way = { kind: "none", reason: "last-bus-gone" };
  test.each<[string, Partial<Weighed> & { kind?: string }, Standing]>([
    ["fits, is open, has room", {}, "takes-you"],
    ["opens later tonight", { opening: opens }, "takes-you"],
    ["has room but no bus goes there", { way: noBus }, "takes-you"],
    ["the last bus comes after they stop letting people in", { way: closed }, "call"],
    ["turns people out before the morning", { opening: { ...open, until: morning - 60 } }, "call"],
    ["has a bed for women and none for men", { counts: [women, { ...full, household: "men" }] }, "call"],
    ["has a bed for women and one for men", { counts: [women, { ...free, household: "men" }] }, "takes-you"],
    ["may fit", { fit: maybe }, "call"],
    ["does not fit", { fit: no }, "no"],
    ["is full", { counts: [full] }, "no"],
    ["is full but for a pool nobody counted lately", { counts: [old, full] }, "call"],
    ["has an old count", { counts: [old] }, "call"],
    ["has no count that suits the party", { counts: [] }, "call"],
    ["is not decided", { opening: undecided }, "call"],
    ["has no known hours", { opening: { kind: "unknown" } }, "call"],
    ["is open but lets nobody in any more", { opening: { ...open, intake: null } }, "no"],
    ["is closed", { opening: { kind: "closed", opensNext: null } }, "no"],
    ["is not open tonight", { opening: { kind: "not-tonight", saidAt: now } }, "no"],
    ["is a warm hall that counts nobody", { kind: "warming-center", counts: [] }, "takes-you"],
    ["is a full hall", { kind: "day-center", counts: [full] }, "no"],
  ])("a place that %s", (_name, more, standing) => {
    expect(standingOf(weighed(more), { counted: more.kind === undefined, morning })).toBe(standing);
  });

  test("a hall nobody told the hours of is no place to send to in the deep of the night", () => {
    const hall = weighed({ kind: "warming-center", counts: [], opening: { kind: "unknown" } });
    expect(standingOf(hall, { counted: false, morning })).toBe("call");
    expect(standingOf(hall, { counted: false, morning, deepNight: true })).toBe("no");
    const shelter = weighed({ opening: { kind: "unknown" } });
    expect(standingOf(shelter, { counted: true, morning, deepNight: true })).toBe("call");
  });

  test("a hall with beds for others only is a question", () => {
    expect(standingOf(weighed({ kind: "warming-center", counts: [] }), { counted: true, morning })).toBe(
      "call",
    );
  });
});

test("a hall keeps you through the night only from before the morning until after it", () => {
  const hall = (opening: Opening) => lastsTheNight(weighed({ kind: "warming-center", opening }), morning);
  expect(hall(open)).toBe(true);
  expect(hall({ ...open, until: null })).toBe(true);
  expect(hall({ ...open, until: morning - 1 })).toBe(false);
  expect(hall({ ...opens, at: morning + 60 } as Opening)).toBe(false);
});

describe("the order", () => {
  const option = (placeId: number, more: Partial<Weighed> & { kind?: string }) => {
    const it = weighed({ placeId, ...more });
    return { ...it, standing: standingOf(it, { counted: it.counts.length > 0, morning }) };
  };

  test("fit, then a place truly available, then warmth", () => {
    const options = [
      option(9, { fit: no, way: journeys(0) }),
      option(8, { counts: [full], way: journeys(0) }),
      option(7, { fit: maybe, way: journeys(0) }),
      option(6, { kind: "day-center", counts: [], opening: { kind: "unknown" }, way: journeys(0) }),
      option(5, { opening: undecided, way: journeys(1) }),
      option(4, { counts: [old], way: journeys(1) }),
      option(3, {
        kind: "day-center",
        counts: [],
        opening: { ...open, until: morning - 1 },
        way: journeys(1),
      }),
      option(2, { kind: "warming-center", counts: [], way: journeys(1) }),
      option(11, { way: { kind: "none", reason: "no-timetable" } }),
      option(12, { way: journeys(30) }),
      option(1, { way: journeys(7) }),
    ];
    expect(inOrder(options, morning).map(({ place }) => place.placeId)).toEqual([
      1, 12, 11, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  const openings = fc.constantFrom<Opening>(
    open,
    opens,
    undecided,
    { kind: "unknown" },
    { kind: "closed", opensNext: null },
  );
  const ways = fc.oneof(
    fc.double({ min: 0, max: 90, noNaN: true }).map(journeys),
    fc.constantFrom<Way>({ kind: "none", reason: "doors-closed" }, { kind: "none", reason: "no-timetable" }),
  );
  const lists = fc
    .array(
      fc.record({
        kind: fc.constantFrom(...PLACE_KINDS),
        fit: fc.constantFrom(yes, maybe, no),
        opening: openings,
        counts: fc.subarray([free, full, old]),
        way: ways,
      }),
      { maxLength: 12 },
    )
    .map((facts) => facts.map((more, index) => option(index + 1, more)));

  test("is total: the same places in any order end in the same order, none lost", () => {
    fc.assert(
      fc.property(lists, fc.infiniteStream(fc.nat()), (options, numbers) => {
        const shuffled = options
          .map((it) => ({ it, key: numbers.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ it }) => it);
        const order = inOrder(options, morning);
        expect(inOrder(shuffled, morning)).toEqual(order);
        expect(order).toHaveLength(options.length);
      }),
    );
  });

  test("what takes you comes before what is worth a call, and that before the rest; yes before maybe in each", () => {
    const [standings, fits]: [Standing[], Fit["kind"][]] = [
      ["takes-you", "call", "no"],
      ["yes", "maybe", "no"],
    ];
    fc.assert(
      fc.property(lists, (options) => {
        const order = inOrder(options, morning);
        const steps = order.map(
          ({ standing, fit }) => standings.indexOf(standing) * 3 + fits.indexOf(fit.kind),
        );
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      }),
    );
  });

  test("of two places alike, a warmer way never comes later", () => {
    const minutes = fc.double({ min: 0, max: 90, noNaN: true });
    fc.assert(
      fc.property(minutes, minutes, (a, b) => {
        const [first] = inOrder([option(1, { way: journeys(a) }), option(2, { way: journeys(b) })], morning);
        expect((first!.best as Journey).coldMinutes).toBe(Math.min(a, b));
      }),
    );
  });

  test("a way that is hours later has to save its hours", () => {
    const [soon, late] = [
      [20, 0],
      [12, 2],
    ].map(([coldMinutes, hours], index) => {
      const journey = journeyOf({ coldMinutes, enters: morning - 8 * 3600 + hours! * 3600 });
      return option(index + 1, { way: { kind: "journeys", journeys: [journey] } });
    });
    const [first] = inOrder([late!, soon!], morning);
    expect(first!.place.placeId).toBe(1);
  });
});
