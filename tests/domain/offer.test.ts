import { describe, expect, test } from "vitest";
import { drivesAt, isAnyDriving, meeting, offersFor, type Offer } from "~/domain/offer";
import type { Party } from "~/domain/party";

const now = new Date("2026-01-20T00:00:00Z");
const mother: Party = { adults: 1, childAges: [6, 9], pets: [], wheelchair: false, together: true };
const offer = (more: Partial<Offer> = {}): Offer => ({
  offerId: "00000000-0000-4000-8000-000000000000",
  kind: "things",
  helps: ["clothes"],
  words: "Coats",
  zips: [],
  amountCents: null,
  seats: null,
  childSeats: null,
  days: null,
  fromMinutes: null,
  untilMinutes: null,
  isOnce: false,
  state: "open",
  standsSince: new Date("2026-01-10T00:00:00Z"),
  until: new Date("2026-02-09T00:00:00Z"),
  ...more,
});
const car = (seats: number, childSeats: number) =>
  offer({ kind: "ride", helps: ["ride"], seats, childSeats });

describe("whether an offer may meet an ask", () => {
  test.each([
    ["coats where clothes are asked for", offer(), ["clothes"], { meets: "yes" }],
    ["coats where a ride is asked for", offer(), ["ride"], null],
    ["anything where nobody is sure", offer(), ["unsure"], { meets: "yes" }],
    ["a car of three seats, one of them a child's", car(3, 1), ["ride"], { meets: "yes" }],
    ["a car that is too small", car(2, 1), ["ride"], null],
    [
      "a car without a seat for the six-year-old",
      car(4, 0),
      ["ride"],
      { meets: "maybe", why: "child-seats" },
    ],
    ["what is somewhere else", offer({ zips: ["66109"] }), ["clothes"], { meets: "maybe", why: "elsewhere" }],
    ["what is just here", offer({ zips: ["66101"] }), ["clothes"], { meets: "yes" }],
    [
      "what nobody has confirmed lately",
      offer({ until: now }),
      ["clothes"],
      { meets: "maybe", why: "not-confirmed" },
    ],
  ] as const)("%s", (_what, of, kinds, meets) => {
    expect(meeting(of, { kinds: [...kinds], party: mother }, "66101", now)).toEqual(meets);
  });

  test("who will come is not known: a car is offered all the same", () => {
    expect(meeting(car(1, 0), { kinds: ["ride"], party: null }, null, now)).toEqual({ meets: "yes" });
  });
});

test("a ride of other hours may fit: its driver is asked", () => {
  const evenings = { ...car(3, 2), days: [1], fromMinutes: 18 * 60, untilMinutes: 20 * 60 };
  const ask = { kinds: ["ride" as const], party: mother };
  const at = (hour: number) => meeting(evenings, ask, null, now, { weekday: 1, minutes: hour * 60 });
  expect(at(19)).toEqual({ meets: "yes" });
  expect(at(21)).toEqual({ meets: "maybe", why: "other-hours" });
});

test("somebody drives when one of them does; who said no hours drives at any", () => {
  const evenings = { days: [1], fromMinutes: 18 * 60, untilMinutes: 20 * 60 };
  const at = { weekday: 2, minutes: 600 } as const;
  expect([isAnyDriving([evenings], at), isAnyDriving([evenings, null], at), isAnyDriving([], at)]).toEqual([
    false,
    true,
    false,
  ]);
});

test("what fits whole is first, then what was confirmed last; what rests is left out", () => {
  const late = new Date("2026-01-19T00:00:00Z");
  const all = [
    offer({ words: "elsewhere", zips: ["66109"], standsSince: late }),
    offer({ words: "older" }),
    offer({ words: "newer", standsSince: late }),
    offer({ words: "rests", state: "paused" }),
  ];
  const order = offersFor(all, { kinds: ["clothes"], party: mother }, "66101", now).map(({ words }) => words);
  expect(order).toEqual(["newer", "older", "elsewhere"]);
});

test.each([
  ["in the evening of its day", 1, 20 * 60, true],
  ["after midnight, which is the next day's", 2, 60, true],
  ["before it begins", 1, 17 * 60, false],
  ["at the minute it ends", 2, 120, false],
  ["the evening of another day", 2, 20 * 60, false],
  ["after midnight into its own day", 1, 60, false],
])("a ride of Monday, 6 pm to 2 am: %s", (_what, day, minutes, drives) => {
  expect(drivesAt({ days: [1], fromMinutes: 18 * 60, untilMinutes: 120 }, day, minutes)).toBe(drives);
});

test("a ride of Sunday night goes on into Monday, and one of the day ends before its last minute", () => {
  expect(drivesAt({ days: [7], fromMinutes: 1200, untilMinutes: 60 }, 1, 30)).toBe(true);
  expect(drivesAt({ days: [3], fromMinutes: 480, untilMinutes: 600 }, 3, 599)).toBe(true);
  expect(drivesAt({ days: [3], fromMinutes: 480, untilMinutes: 600 }, 3, 600)).toBe(false);
});
