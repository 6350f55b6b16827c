import { describe, expect, test } from "vitest";
import { byPlace, doorsOf, type Going, paceOf, searchesFor, waysTo } from "~/data/ways.server";
import type { Journey, Way } from "~/domain/journey";
import { ONE_ADULT } from "~/domain/party";
import { NO_WEATHER } from "~/domain/weather";
import type { Door } from "~/transit/search/doors";
import { ADULT_PACE, FAMILY_PACE, STROLLER_PACE } from "~/transit/timetable/walking";
import { at, CHICAGO, hoursOf, told } from "../support/hours";
import { placeOf, wayOf } from "../support/options";
import { coldFrom, loadedTown } from "../support/going";
import { type Drawing, type Place as Spot, placed, trip } from "../transit/picture";

const from = at("2026-01-15 17:00");
const HOUR = 3600;

test("a party walks as fast as its youngest", () => {
  const pace = (...childAges: number[]) => paceOf({ ...ONE_ADULT, childAges });
  expect([pace(), pace(9), pace(9, 3), pace(4)]).toEqual([
    ADULT_PACE,
    FAMILY_PACE,
    STROLLER_PACE,
    FAMILY_PACE,
  ]);
});

test("a door is the time people are let in; who lets nobody in has none", () => {
  const places = [
    placeOf(1, { hours: hoursOf("Mo-Su 18:00-07:00", { intake: "Mo-Su 18:00-21:00" }) }),
    placeOf(2, { hours: hoursOf("Mo-Su 16:00-20:00") }),
    placeOf(3, { hours: hoursOf("") }),
    placeOf(4, { hours: hoursOf("Mo-Su 09:00-17:00") }),
    placeOf(5, { kind: "room" }),
    placeOf(6, { hours: hoursOf("Mo-Su 00:00-00:00") }),
  ];
  const doors = doorsOf(places, { timeZone: CHICAGO, from });
  expect(doors.map(({ placeId, opens, closes }) => [placeId, told(opens), told(closes)])).toEqual([
    [1, "2026-01-15T18:00-06:00", "2026-01-15T21:00-06:00"],
    [2, null, "2026-01-15T20:00-06:00"],
    [3, null, null],
    [6, null, null],
  ]);
});

const door = (key: number, hours: number | null): Door => ({
  key,
  lat: 39,
  lon: -94,
  opens: hours === null ? null : from + hours * HOUR,
  closes: null,
});

test("doors that are open or soon will be share a search, and so do those that open within two hours", () => {
  const searches = searchesFor(
    [door(1, null), door(2, 1), door(3, 2.9), door(4, 5), door(5, 5.4), door(6, null)],
    from,
  );
  expect(
    searches.map(({ leaveFrom, windowS, doors }) => [
      (leaveFrom - from) / HOUR,
      windowS / HOUR,
      doors.map(({ key }) => key),
    ]),
  ).toEqual([
    [0, 10, [1, 2, 3, 6]],
    [1, 10, [4, 5]],
  ]);
  expect(searchesFor([], from)).toEqual([]);
});

test("a door's search does not depend on the other doors, nor jump as its opening comes closer", () => {
  const alone = (hours: number, later: number) => searchesFor([door(1, hours)], from + later * HOUR)[0]!;
  const among = searchesFor([door(2, 4.2), door(1, 6), door(3, 7)], from).find(
    ({ doors }) => doors[0]!.key === 1,
  )!;
  expect(among.leaveFrom).toBe(alone(6, 0).leaveFrom);
  for (const later of [0, 1, 2.9, 3, 3.1, 5]) {
    const { leaveFrom, windowS } = alone(6, later);
    expect(leaveFrom).toBeLessThanOrEqual(Math.max(from + 2 * HOUR, from + later * HOUR));
    expect(leaveFrom + windowS).toBeGreaterThanOrEqual(from + 10 * HOUR);
  }
});

test("a place that lets people in twice is reached through its first door that can be", () => {
  const twice = placeOf(1, {
    hours: hoursOf("Mo-Su 12:00-07:00", { intake: "Mo-Su 16:00-18:00; Mo-Su 20:00-21:00" }),
  });
  const doors = doorsOf([twice], { timeZone: CHICAGO, from });
  expect(doors.map(({ key, placeId, opens }) => [key, placeId, told(opens)])).toEqual([
    [0, 1, null],
    [1, 1, "2026-01-15T20:00-06:00"],
  ]);
  const closed = { kind: "none", reason: "doors-closed" } as const;
  const late = wayOf({ enters: from + 3 * HOUR });
  const ways = (first: Way) =>
    byPlace(
      doors,
      new Map([
        [0, first],
        [1, late],
      ]),
    ).get(1);
  expect(ways(closed)).toBe(late);
  expect(ways(wayOf({ enters: from }))).not.toBe(late);
});

// Home by stop A, a library by B, the shelter by C; east is the way to go.
const home: Spot = [0, 60];
const stops: Drawing["stops"] = { A: [0, 0], B: [4_000, 0], C: [9_000, 0], D: [9_000, 600] };
const shelter = placeOf(1, { site: { ...placeOf(1).site, ...placed([9_000, 60]) } });
const library = placeOf(2, {
  kind: "day-center",
  name: "Library",
  site: { ...shelter.site, ...placed([4_000, 60]) },
  hours: hoursOf("Mo-Su 09:00-20:00"),
});

function goingIn(drawing: Drawing, more: Partial<Going> = {}): Going {
  return {
    loaded: loadedTown(drawing),
    places: [shelter, library],
    weather: NO_WEATHER,
    timeZone: CHICAGO,
    party: ONE_ADULT,
    origin: placed(home),
    from,
    ...more,
  };
}

async function wayTo(place: typeof shelter, going: Going): Promise<Way> {
  return (await waysTo([place], going)).get(place.placeId)!;
}

const journeysOf = (way: Way): Journey[] => (way.kind === "journeys" ? way.journeys : []);
const kinds = (way: Way) => journeysOf(way).map(({ legs }) => legs.map(({ kind }) => kind).join(" "));

describe("every search for a party", () => {
  const changing = [trip("A 17:30", "B 17:45"), trip("B 18:20", "C 18:30")];

  test("knows the halls one may wait in, and never one that turns the party away", async () => {
    const way = await wayTo(shelter, goingIn({ stops, trips: changing }));
    expect(kinds(way)).toEqual(["walk ride walk inside walk ride walk"]);
    const family = { ...ONE_ADULT, childAges: [6] };
    const adultsOnly = { ...library, admits: { ...library.admits, families: false } };
    const refused = goingIn({ stops, trips: changing }, { places: [shelter, adultsOnly], party: family });
    expect(kinds(await wayTo(shelter, refused))).toEqual(["walk ride ride walk"]);
  });

  test("weighs the cold of that hour", async () => {
    const outdoors = async (weather: Going["weather"]) =>
      journeysOf(
        await wayTo(shelter, goingIn({ stops, trips: [trip("A 17:30", "C 18:30")] }, { weather })),
      )[0]!;
    const [mild, cold] = [await outdoors(NO_WEATHER), await outdoors(coldFrom(from, 0))];
    expect(cold.outdoorS).toBe(mild.outdoorS);
    expect(cold.coldMinutes).toBeCloseTo(2 * mild.coldMinutes, 6);
  });

  test("takes nobody with a wheelchair aboard what is known to have no ramp", async () => {
    const steps = { ...trip("A 17:30", "C 18:30"), wheelchair: "2" };
    const ramp = { ...trip("A 18:00", "C 19:00"), wheelchair: "1" };
    const leaving = async (wheelchair: boolean) =>
      journeysOf(
        await wayTo(
          shelter,
          goingIn({ stops, trips: [steps, ramp] }, { party: { ...ONE_ADULT, wheelchair } }),
        ),
      ).map(({ legs }) => told(legs.find(({ kind }) => kind === "ride")!.departs));
    expect(await leaving(false)).toContain("2026-01-15T17:30-06:00");
    expect(await leaving(true)).toEqual(["2026-01-15T18:00-06:00"]);
  });
});

describe("an open door", () => {
  const open = { ...shelter, hours: hoursOf("Mo-Su 16:00-07:00") };
  const shut = { ...shelter, placeId: 9, hours: hoursOf("Mo-Su 20:00-07:00") };
  const rides = async (...trips: Drawing["trips"]) => {
    const ways = await waysTo([open, shut], goingIn({ stops, trips }));
    return [open, shut].map(({ placeId }) => {
      const way = ways.get(placeId)!;
      if (way.kind === "none") return way.reason;
      return way.journeys.map(({ legs }) => told(legs.find(({ kind }) => kind === "ride")!.departs));
    });
  };

  test("is not reached by a bus five hours from now, though one that opens later is", async () => {
    expect(await rides(trip("A 22:00", "C 22:30"))).toEqual(["last-bus-gone", ["2026-01-15T22:00-06:00"]]);
  });

  test("has the ways it would have alone, among doors that open later", async () => {
    const late = [trip("A 20:50", "C 21:58"), trip("A 21:10", "C 21:20")];
    const [opened] = await rides(...late);
    expect(opened).toEqual(["2026-01-15T20:50-06:00"]);
    const alone = await waysTo([open], goingIn({ stops, trips: late }));
    expect(journeysOf(alone.get(1)!)).toHaveLength(1);
  });
});

describe("a bus that comes only for who phones first", () => {
  const asked = trip("A 17:30 ask-on", "C 18:00");

  test("is named where no other comes, and said as such", async () => {
    const [only] = journeysOf(await wayTo(shelter, goingIn({ stops, trips: [asked] })));
    expect(only).toMatchObject({ callFirst: true, boardings: 1 });
  });

  test("is not named where another one comes, even later", async () => {
    const way = await wayTo(shelter, goingIn({ stops, trips: [asked, trip("A 20:00", "C 20:30")] }));
    expect(journeysOf(way).map(({ callFirst }) => callFirst)).toEqual([false]);
  });

  test("is looked for only where the timetable has one, and does not hide why there is no other", async () => {
    const none = { kind: "none", reason: "last-bus-gone" };
    expect(await wayTo(shelter, goingIn({ stops, trips: [trip("A 10:00", "C 10:30")] }))).toEqual(none);
    const tooEarly = trip("A 10:00 ask-on", "C 10:30");
    expect(await wayTo(shelter, goingIn({ stops, trips: [tooEarly] }))).toEqual(none);
  });
});

test("many questions at once have the answers they have one after the other", async () => {
  const trips = Array.from({ length: 60 }, (_, i) => {
    const clock = (late: number) =>
      `${17 + Math.floor((i * 4 + late) / 60)}:${String((i * 4 + late) % 60).padStart(2, "0")}`;
    return [
      trip(`A ${clock(0)}`, `B ${clock(9)}`),
      trip(`B ${clock(13)}`, `C ${clock(20)}`, `D ${clock(23)}`),
    ];
  }).flat();
  const loaded = loadedTown({ stops, trips });
  const questions = Array.from({ length: 40 }, (_, i) => {
    const party = { ...ONE_ADULT, childAges: [[], [6], [1]][i % 3]!, wheelchair: i % 2 === 0 };
    const origin = placed([(i * 211) % 5_000, (i * 37) % 300]);
    return goingIn({ stops, trips }, { loaded, party, origin, from: from + 240 * i });
  });
  const alone: Map<number, Way>[] = [];
  for (const question of questions) alone.push(await waysTo([shelter, library], question));
  const together = await Promise.all(questions.map((question) => waysTo([shelter, library], question)));
  expect(JSON.stringify(together.map((ways) => [...ways]))).toBe(
    JSON.stringify(alone.map((ways) => [...ways])),
  );
  expect(
    alone.filter((ways) => kinds(ways.get(1)!).some((legs) => legs.includes("ride"))).length,
  ).toBeGreaterThan(15);
});
