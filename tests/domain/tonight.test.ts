import { describe, expect, test } from "vitest";
import { ONE_ADULT, type Party } from "~/domain/party";
import { publicPlace, tonightOf, type TonightQuestion } from "~/domain/tonight";
import { EVERYBODY } from "../support/admits";
import { at, CHICAGO, hoursOf } from "../support/hours";
import { placeOf, roomsOf, wayOf } from "../support/options";

const now = at("2026-01-15 17:00");
const family: Party = { ...ONE_ADULT, adults: 2, childAges: [6, 9] };
const question: TonightQuestion = {
  timeZone: CHICAGO,
  origin: { lat: 39.115, lon: -94.627 },
  party: family,
  now,
  from: now,
  weather: { kind: "unknown" },
  oldTimes: [],
};

const hopeHouse = placeOf(1, { name: "Hope House", pools: [roomsOf(2, now - 720)] });
const adultsHall = placeOf(2, { name: "Adults' Hall", admits: { ...EVERYBODY, families: false } });
const library = placeOf(3, { kind: "warming-center", name: "Library", hours: hoursOf("Mo-Fr 09:00-20:00") });
const bigHall = placeOf(4, { kind: "warming-center", name: "Big Hall", hours: hoursOf("Mo-Su 16:00-08:00") });
const fullHouse = placeOf(5, { name: "Full House", pools: [roomsOf(0, now - 60)] });
const aRoom = placeOf(6, { kind: "room", name: "A home" });
const closed = placeOf(7, { kind: "day-center", name: "By day", hours: hoursOf("Mo-Su 07:00-15:00") });

const six = now + 3600;
const ways = new Map([
  [1, wayOf({ coldMinutes: 12, enters: six, leaveBy: now + 600 }, { coldMinutes: 7, enters: six + 1200 })],
  [2, wayOf({ coldMinutes: 1, enters: six })],
  [3, wayOf({ coldMinutes: 4, enters: now + 300 })],
  [4, wayOf({ coldMinutes: 9, enters: now + 900 })],
  [5, wayOf({ coldMinutes: 2, enters: six })],
]);
const answer = tonightOf(question, [aRoom, library, adultsHall, hopeHouse, bigHall, fullHouse, closed], ways);
const names = answer.options.map(({ place }) => place.name);

test("best first, numbered from 1 as on the pins", () => {
  expect(names).toEqual(["Hope House", "Big Hall", "Library", "Full House", "By day", "Adults' Hall"]);
  expect(answer.options.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
});

test("a member's room is no place with a position", () => {
  expect(JSON.stringify(answer)).not.toContain("A home");
});

test("each option has its fit, its standing, its counts, its warmest way and a sooner one where there is one", () => {
  const [hope] = answer.options;
  expect(hope).toMatchObject({
    fit: { kind: "yes" },
    standing: "takes-you",
    opening: { kind: "opens" },
    counts: [{ needs: 1, worth: { kind: "aging", free: { kind: "number", units: 2 }, minutes: 12 } }],
    best: { coldMinutes: 7 },
    sooner: { coldMinutes: 12 },
  });
  expect(answer.options[1]).toMatchObject({ best: { coldMinutes: 9 }, sooner: null });
});

test("a count of this dawn is no promise for this evening", () => {
  const dawn = at("2026-01-15 06:45");
  const counted = placeOf(1, { pools: [roomsOf(2, dawn - 720)] });
  const [option] = tonightOf({ ...question, now: dawn, from: dawn }, [counted], ways).options;
  expect(option).toMatchObject({
    opening: { kind: "opens", at: at("2026-01-15 18:00") },
    counts: [{ worth: { kind: "call-first", minutes: 12 } }],
    standing: "call",
  });
});

test("what lets nobody in tonight says that its doors are closed", () => {
  expect(answer.options.find(({ place }) => place.name === "By day")).toMatchObject({
    standing: "no",
    way: { kind: "none", reason: "doors-closed" },
    best: null,
  });
});

test("until leaving, wait in the hall that is reached first", () => {
  expect(answer.warmNow?.place.name).toBe("Library");
});

test("beds and nights are counted apart from halls for some hours", () => {
  expect(answer.sleepsYou).toBe(1);
});

describe("when nothing takes the party", () => {
  const zero = tonightOf(question, [fullHouse, placeOf(8, { pools: [roomsOf(3, null)] }), library], ways);

  test("what is worth a call comes first, and the hall until then is named", () => {
    expect(zero.sleepsYou).toBe(0);
    expect(zero.options.map(({ place, standing }) => [place.placeId, standing])).toEqual([
      [3, "takes-you"],
      [8, "call"],
      [5, "no"],
    ]);
    expect(zero.warmNow?.place.name).toBe("Library");
  });

  test("without any place there is still an answer", () => {
    expect(tonightOf(question, [], new Map())).toEqual({
      now,
      from: now,
      origin: question.origin,
      options: [],
      weather: { kind: "unknown" },
      oldTimes: [],
      warmNow: null,
      sleepsYou: 0,
    });
  });
});

test("counts are as old as now is, openings are of the time asked for", () => {
  const later = tonightOf({ ...question, from: at("2026-01-15 21:00") }, [hopeHouse, library], ways);
  expect(later.options[0]).toMatchObject({ opening: { kind: "open" }, counts: [{ worth: { minutes: 12 } }] });
  expect(later.options[1]).toMatchObject({ place: { name: "Library" }, opening: { kind: "closed" } });
});

test("pools and hours stay with staff", () => {
  expect(publicPlace(hopeHouse)).not.toHaveProperty("pools");
  expect(publicPlace(hopeHouse)).not.toHaveProperty("hours");
});
