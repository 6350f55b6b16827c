import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Hours } from "~/domain/hours/hours";
import { nightOf } from "~/domain/hours/night";
import { doorsClose, lettingIn, lettingInTonight, openingAt } from "~/domain/hours/opening";
import { addDays } from "~/domain/zone";
import { at, CHICAGO, hoursOf, told } from "../../support/hours";

const opening = (hours: Hours, now: string) => told(openingAt(hours, CHICAGO, at(now)));
const coldRule = { lowAtOrBelowF: 25, decidedAt: 480 };
const word = (night: string, open: boolean, saidAt = `${night} 07:52`) => ({
  night,
  open,
  saidAt: new Date(at(saidAt) * 1000),
});

const overnight = hoursOf("Mo-Su 18:00-07:00");
const library = hoursOf("Mo-Fr 09:00-20:00; Sa 10:00-17:00");

describe("a night across midnight", () => {
  test.each([
    ["2026-01-15 12:00", { kind: "opens", at: "2026-01-15T18:00-06:00", until: "2026-01-16T07:00-06:00" }],
    ["2026-01-15 17:59", { kind: "opens", at: "2026-01-15T18:00-06:00" }],
    ["2026-01-15 18:00", { kind: "open", until: "2026-01-16T07:00-06:00" }],
    ["2026-01-15 23:59", { kind: "open", until: "2026-01-16T07:00-06:00" }],
    ["2026-01-16 03:00", { kind: "open", until: "2026-01-16T07:00-06:00" }],
    ["2026-01-16 06:59", { kind: "open", until: "2026-01-16T07:00-06:00" }],
    ["2026-01-16 07:00", { kind: "opens", at: "2026-01-16T18:00-06:00" }],
  ])("at %s", (now, expected) => expect(opening(overnight, now)).toMatchObject(expected));

  test("people are let in whenever it is open, where nothing else is known", () => {
    expect(told(lettingIn(openingAt(overnight, CHICAGO, at("2026-01-15 12:00"))))).toEqual({
      from: "2026-01-15T18:00-06:00",
      until: "2026-01-16T07:00-06:00",
    });
  });
});

describe("the nights the clocks change", () => {
  test("the spring night is an hour shorter", () => {
    const now = "2026-03-07 22:00";
    expect(opening(overnight, now)).toMatchObject({ kind: "open", until: "2026-03-08T07:00-05:00" });
    expect(doorsClose(overnight, CHICAGO, at(now))! - at("2026-03-07 18:00")).toBe(12 * 3600);
  });

  test("the autumn night is an hour longer", () => {
    const now = "2026-10-31 22:00-05:00";
    expect(opening(overnight, now)).toMatchObject({ kind: "open", until: "2026-11-01T07:00-06:00" });
    expect(doorsClose(overnight, CHICAGO, at(now))! - at("2026-10-31 18:00-05:00")).toBe(14 * 3600);
  });

  test("a door that opens in the skipped hour opens when the clocks have moved", () => {
    const early = hoursOf("Su 02:30-10:00");
    expect(opening(early, "2026-03-08 01:00")).toMatchObject({ kind: "opens", at: "2026-03-08T03:30-05:00" });
  });

  test("a door that closes in the doubled hour closes the first time", () => {
    const late = hoursOf("Sa 20:00-01:30");
    expect(opening(late, "2026-11-01 01:00-05:00")).toMatchObject({ until: "2026-11-01T01:30-05:00" });
    expect(opening(late, "2026-11-01 01:00-06:00")).toMatchObject({ kind: "closed" });
  });

  test("at the second half past one the next opening is not an hour off", () => {
    expect(opening(hoursOf("Su 06:00-08:00"), "2026-11-01 01:30-06:00")).toMatchObject({
      at: "2026-11-01T06:00-06:00",
    });
  });
});

describe("by day", () => {
  test.each([
    ["2026-01-15 10:00", { kind: "open", until: "2026-01-15T20:00-06:00" }],
    ["2026-01-15 20:00", { kind: "closed", opensNext: "2026-01-16T09:00-06:00" }],
    ["2026-01-17 18:00", { kind: "closed", opensNext: "2026-01-19T09:00-06:00" }],
    ["2026-01-16 02:59", { kind: "closed", opensNext: "2026-01-16T09:00-06:00" }],
    ["2026-01-16 03:01", { kind: "opens", at: "2026-01-16T09:00-06:00" }],
  ])("a library at %s", (now, expected) => expect(opening(library, now)).toMatchObject(expected));
});

describe("round the clock", () => {
  const always = hoursOf("Mo-Su 00:00-00:00");

  test("has no end anybody plans with", () => {
    expect(opening(always, "2026-01-15 21:00")).toMatchObject({
      kind: "open",
      until: null,
      intake: { until: null },
    });
  });

  test("one such day only has an end", () => {
    expect(opening(hoursOf("Th 00:00-00:00"), "2026-01-15 21:00")).toMatchObject({
      until: "2026-01-16T00:00-06:00",
    });
  });

  test("with hours of letting in that are over, nobody is let in tonight", () => {
    const desk = hoursOf("Mo-Su 00:00-00:00", { intake: "Mo-Su 16:00-20:00" });
    expect(opening(desk, "2026-01-15 15:00")).toMatchObject({ intake: { from: "2026-01-15T16:00-06:00" } });
    expect(opening(desk, "2026-01-15 20:00")).toEqual({ kind: "open", until: null, intake: null });
    expect(opening(desk, "2026-01-16 10:00")).toMatchObject({ intake: { from: "2026-01-16T16:00-06:00" } });
  });
});

describe("letting in apart from opening", () => {
  const shelter = hoursOf("Mo-Su 18:00-07:00", { intake: "Mo-Su 18:00-21:00" });

  test("over, while it is open", () => {
    expect(opening(shelter, "2026-01-15 20:59")).toMatchObject({
      intake: { until: "2026-01-15T21:00-06:00" },
    });
    expect(opening(shelter, "2026-01-15 21:00")).toEqual({
      kind: "open",
      until: "2026-01-16T07:00-06:00",
      intake: null,
    });
  });

  test("in the morning the coming night is what counts", () => {
    expect(opening(shelter, "2026-01-16 06:00")).toMatchObject({
      kind: "opens",
      at: "2026-01-16T18:00-06:00",
    });
  });

  test("before the doors open: beds are given out in the afternoon", () => {
    const early = hoursOf("Mo-Su 18:00-07:00", { intake: "Mo-Su 14:00-16:00" });
    expect(opening(early, "2026-01-15 12:00")).toMatchObject({
      kind: "opens",
      at: "2026-01-15T18:00-06:00",
      intake: { from: "2026-01-15T14:00-06:00", until: "2026-01-15T16:00-06:00" },
    });
    expect(opening(early, "2026-01-15 17:00")).toMatchObject({ kind: "closed" });
  });

  test("after midnight it still belongs to the night before", () => {
    const late = hoursOf("Fr 20:00-07:00", { intake: "Sa 00:30-02:00" });
    expect(opening(late, "2026-01-16 23:00")).toMatchObject({ intake: { from: "2026-01-17T00:30-06:00" } });
  });

  test("on a weekday without it nobody is let in", () => {
    const weekdays = hoursOf("Mo-Su 18:00-07:00", { intake: "Mo-Fr 18:00-21:00" });
    expect(opening(weekdays, "2026-01-17 18:30")).toMatchObject({ kind: "open", intake: null });
  });

  test("each of two openings of a day has its own", () => {
    const twice = hoursOf("Mo-Su 09:00-12:00; Mo-Su 14:00-17:00", {
      intake: "Mo-Su 09:00-10:00; Mo-Su 14:00-15:00",
    });
    expect(opening(twice, "2026-01-15 11:00")).toMatchObject({
      kind: "opens",
      at: "2026-01-15T14:00-06:00",
      intake: { from: "2026-01-15T14:00-06:00" },
    });
  });
});

describe("seasons and exceptions", () => {
  const winter = hoursOf("Mo-Su 18:00-07:00 2026-11-15..2027-03-31");

  test("a night belongs to the date its evening begins on", () => {
    expect(opening(winter, "2027-04-01 03:00-05:00")).toMatchObject({ kind: "open" });
    expect(opening(winter, "2027-04-01 18:00-05:00")).toEqual({ kind: "closed", opensNext: null });
    expect(opening(winter, "2026-11-14 12:00")).toMatchObject({ opensNext: "2026-11-15T18:00-06:00" });
  });

  test("a date without hours is closed, the night begun before it goes on", () => {
    const holiday = hoursOf("Mo-Su 18:00-07:00", { exceptions: [{ date: "2026-12-25", hours: null }] });
    expect(opening(holiday, "2026-12-25 02:00")).toMatchObject({ kind: "open" });
    expect(opening(holiday, "2026-12-25 19:00")).toEqual({
      kind: "closed",
      opensNext: "2026-12-26T18:00-06:00",
    });
  });

  test("a date with hours of its own has only these", () => {
    const longer = { ...library, exceptions: [{ date: "2026-01-15", hours: { opens: 1200, closes: 420 } }] };
    expect(opening(longer, "2026-01-15 10:00")).toMatchObject({
      kind: "opens",
      at: "2026-01-15T20:00-06:00",
    });
    const shelter = hoursOf("Mo-Su 18:00-07:00", {
      intake: "Mo-Su 18:00-21:00",
      exceptions: longer.exceptions,
    });
    expect(opening(shelter, "2026-01-15 19:00")).toMatchObject({
      intake: { from: "2026-01-15T18:00-06:00" },
    });
  });
});

describe("a program that opens only in the cold", () => {
  const cold = (...words: Hours["words"]) => hoursOf("Mo-Su 18:00-07:00", { rule: coldRule, words });

  test("is not decided until somebody says so, also after the hour of deciding", () => {
    for (const now of ["2026-01-15 06:00", "2026-01-15 09:00", "2026-01-15 19:00"]) {
      expect(opening(cold(), now)).toMatchObject({
        kind: "undecided",
        decidesAt: "2026-01-15T08:00-06:00",
        at: "2026-01-15T18:00-06:00",
      });
    }
  });

  test("opens once staff said yes, and says when they said it", () => {
    expect(opening(cold(word("2026-01-15", true)), "2026-01-15 12:00")).toMatchObject({
      kind: "opens",
      saidAt: "2026-01-15T07:52-06:00",
    });
    expect(opening(cold(word("2026-01-15", true)), "2026-01-16 02:00")).toMatchObject({ kind: "open" });
  });

  test("does not open once staff said no; the newest word holds", () => {
    const no = word("2026-01-15", false, "2026-01-15 09:00");
    expect(opening(cold(no), "2026-01-15 12:00")).toEqual({
      kind: "not-tonight",
      saidAt: "2026-01-15T09:00-06:00",
    });
    expect(opening(cold(no, word("2026-01-15", true)), "2026-01-15 20:00")).toMatchObject({
      kind: "not-tonight",
    });
    expect(opening(cold(no, word("2026-01-15", true, "2026-01-15 10:00")), "2026-01-15 12:00")).toMatchObject(
      {
        kind: "opens",
      },
    );
  });

  test("yesterday's word says nothing of today", () => {
    expect(opening(cold(word("2026-01-14", true)), "2026-01-15 12:00")).toMatchObject({ kind: "undecided" });
    expect(opening(cold(word("2026-01-14", false)), "2026-01-15 03:00")).toMatchObject({
      kind: "not-tonight",
    });
  });

  test("its nights have an end though nobody decided them yet", () => {
    expect(told(doorsClose(cold(), CHICAGO, at("2026-01-15 12:00")))).toBe("2026-01-16T07:00-06:00");
  });
});

describe("staff's word outweighs the calendar", () => {
  const yes = word("2026-12-25", true);

  test("over a holiday, a season that is over, and a weekday without hours", () => {
    const holiday = hoursOf("Mo-Su 18:00-07:00", {
      exceptions: [{ date: "2026-12-25", hours: null }],
      words: [yes],
    });
    const season = hoursOf("Mo-Su 18:00-07:00 2026-01-01..2026-03-31", { words: [yes] });
    const weekday = hoursOf("Mo 18:00-07:00", { words: [yes] });
    for (const hours of [holiday, season, weekday]) {
      expect(opening(hours, "2026-12-25 12:00")).toMatchObject({
        kind: "opens",
        at: "2026-12-25T18:00-06:00",
      });
    }
  });

  test("without any hours a no is known, a yes does not say from when", () => {
    const unknown = (words: Hours["words"]) => opening(hoursOf("", { words }), "2026-12-25 12:00");
    expect(unknown([])).toEqual({ kind: "unknown" });
    expect(unknown([yes])).toEqual({ kind: "unknown" });
    expect(unknown([word("2026-12-25", false)])).toMatchObject({ kind: "not-tonight" });
  });
});

test("before five in the morning it is still last night", () => {
  expect(nightOf(at("2026-01-16 04:59"), CHICAGO)).toBe("2026-01-15");
  expect(nightOf(at("2026-01-16 05:00"), CHICAGO)).toBe("2026-01-16");
});

const minutes = fc.integer({ min: 0, max: 1439 });
const dates = fc.integer({ min: 0, max: 800 }).map((day) => addDays("2026-01-01", day));
const spans = fc.array(
  fc.record({
    days: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
    opens: minutes,
    closes: minutes,
    from: fc.option(dates),
    until: fc.option(dates),
  }),
  { maxLength: 4 },
);
const anyHours = fc.record({
  operating: spans,
  intake: spans,
  exceptions: fc.array(
    fc.record({ date: dates, hours: fc.option(fc.record({ opens: minutes, closes: minutes })) }),
    { maxLength: 3 },
  ),
  rule: fc.option(
    fc.record({ lowAtOrBelowF: fc.option(fc.integer({ min: -20, max: 40 })), decidedAt: minutes }),
  ),
  words: fc.array(fc.record({ night: dates, open: fc.boolean(), saidAt: fc.date({ noInvalidDate: true }) }), {
    maxLength: 3,
  }),
}) as fc.Arbitrary<Hours>;

test("any hours say something at any moment, and what they promise lies ahead", () => {
  const moments = fc.integer({ min: at("2026-01-01 00:00"), max: at("2028-03-01 00:00") });
  fc.assert(
    fc.property(anyHours, moments, fc.constantFrom(CHICAGO, "America/New_York"), (hours, now, zone) => {
      const answer = openingAt(hours, zone, now);
      const intake = lettingIn(answer);
      if (intake?.until) {
        expect(intake.until).toBeGreaterThan(now);
        expect(intake.until).toBeGreaterThan(intake.from);
      }
      if (answer.kind === "open" && answer.until !== null) expect(answer.until).toBeGreaterThan(now);
      if (answer.kind === "opens") expect(answer.at).toBeGreaterThan(now);
      if (answer.kind === "closed" && answer.opensNext !== null)
        expect(answer.opensNext).toBeGreaterThan(now);
    }),
    { numRuns: 400 },
  );
});

test("open on a few stated dates only", () => {
  const popUp = hoursOf("", { exceptions: [{ date: "2026-01-15", hours: { opens: 1080, closes: 420 } }] });
  expect(opening(popUp, "2026-01-15 12:00")).toMatchObject({ kind: "opens", at: "2026-01-15T18:00-06:00" });
  expect(opening(popUp, "2026-01-14 12:00")).toEqual({ kind: "closed", opensNext: "2026-01-15T18:00-06:00" });
  expect(opening(popUp, "2026-01-17 12:00")).toEqual({ kind: "closed", opensNext: null });
});

describe("for a bed", () => {
  const nights = hoursOf("Mo-Su 18:00-07:00");

  test("a night that is ending gives way to the coming one; for warmth it counts until its end", () => {
    expect(told(openingAt(nights, CHICAGO, at("2026-01-15 06:45"), true))).toMatchObject({
      kind: "opens",
      at: "2026-01-15T18:00-06:00",
    });
    expect(told(openingAt(nights, CHICAGO, at("2026-01-15 06:45")))).toMatchObject({ kind: "open" });
    expect(told(openingAt(nights, CHICAGO, at("2026-01-15 04:30"), true))).toMatchObject({ kind: "open" });
  });

  test("the day hours of a place do not hide its night", () => {
    const both = hoursOf("Mo-Su 09:00-15:00; Mo-Su 18:00-07:00");
    expect(told(openingAt(both, CHICAGO, at("2026-01-15 14:55"), true))).toMatchObject({
      kind: "opens",
      at: "2026-01-15T18:00-06:00",
    });
  });
});

test("all the times one may arrive tonight are told, not only the first", () => {
  const twice = hoursOf("Mo-Su 12:00-07:00", { intake: "Mo-Su 12:00-14:00; Mo-Su 18:00-20:00" });
  expect(told(lettingInTonight(twice, CHICAGO, at("2026-01-15 13:50")))).toEqual([
    { from: "2026-01-15T12:00-06:00", until: "2026-01-15T14:00-06:00" },
    { from: "2026-01-15T18:00-06:00", until: "2026-01-15T20:00-06:00" },
  ]);
});
