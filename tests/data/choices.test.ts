import { describe, expect, test } from "vitest";
import { fewerBuses, lastChance, laterChoice } from "~/data/choices.server";
import { type Going, waysTo } from "~/data/ways.server";
import { warmest } from "~/domain/choosing";
import type { Journey } from "~/domain/journey";
import { ONE_ADULT } from "~/domain/party";
import { NO_WEATHER } from "~/domain/weather";
import { loadedTown } from "../support/going";
import { at, CHICAGO, hoursOf, told } from "../support/hours";
import { placeOf } from "../support/options";
import { type Drawing, placed, trip } from "../transit/picture";

const from = at("2026-01-15 17:00");
const stops: Drawing["stops"] = { A: [0, 0], B: [4_000, 0], C: [9_000, 0] };

function shelterWith(hours: string, more: Parameters<typeof hoursOf>[1] = {}) {
  const there = placeOf(1, { hours: hoursOf(hours, more) });
  return { ...there, site: { ...there.site, ...placed([9_000, 60]) } };
}

function goingBy(...trips: Drawing["trips"]): Going {
  const going = { weather: NO_WEATHER, timeZone: CHICAGO, party: ONE_ADULT, origin: placed([0, 60]), from };
  return { ...going, loaded: loadedTown({ stops, trips }), places: [] };
}

async function bestTo(place: ReturnType<typeof shelterWith>, going: Going): Promise<Journey> {
  const way = (await waysTo([place], going)).get(place.placeId)!;
  if (way.kind === "none") throw new Error(way.reason);
  return warmest(way.journeys);
}

const firstRide = (journey: Journey | null) =>
  told(journey?.legs.find(({ kind }) => kind === "ride")?.departs ?? null);
describe("the later choice", () => {
  const open = shelterWith("Mo-Su 16:00-07:00");

  test("is the next bus after the best one", async () => {
    const going = goingBy(trip("A 17:30", "C 18:00"), trip("A 18:10", "C 18:40"), trip("A 20:00", "C 20:30"));
    const later = await laterChoice(open, await bestTo(open, going), going);
    expect(firstRide(later)).toBe("2026-01-15T18:10-06:00");
  });

  test("is none after the last bus, and for who walks", async () => {
    const going = goingBy(trip("A 17:30", "C 18:00"));
    const best = await bestTo(open, going);
    expect(await laterChoice(open, best, going)).toBeNull();
    expect(await laterChoice(open, { ...best, boardings: 0 }, going)).toBeNull();
  });
});

describe("fewer buses", () => {
  const open = shelterWith("Mo-Su 16:00-07:00");
  const two = [trip("A 17:30", "B 17:40"), trip("B 17:43", "C 17:55")];

  test("are offered where one bus does it within an hour and a half", async () => {
    const going = goingBy(...two, trip("A 18:30", "C 19:20"));
    const best = await bestTo(open, going);
    expect(best.boardings).toBe(2);
    const fewer = await fewerBuses(open, best, going);
    expect([fewer!.boardings, firstRide(fewer)]).toEqual([1, "2026-01-15T18:30-06:00"]);
  });

  test("are not offered later, nor where there are none", async () => {
    const late = goingBy(...two, trip("A 19:00", "C 19:50"));
    expect(await fewerBuses(open, await bestTo(open, late), late)).toBeNull();
    const only = goingBy(...two);
    expect(await fewerBuses(open, await bestTo(open, only), only)).toBeNull();
  });
});

describe("the last chance tonight", () => {
  const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  const buses = Array.from({ length: 14 }, (_, i) => 17 * 60 + 30 * i).map((leaves) =>
    trip(`A ${clock(leaves)}`, `C ${clock(leaves + 25)}`),
  );

  test("is the last bus that is there before they stop letting people in", async () => {
    const until = async (closes: string) =>
      firstRide(
        await lastChance(
          shelterWith("Mo-Su 18:00-07:00", { intake: `Mo-Su 18:00-${closes}` }),
          goingBy(...buses),
        ),
      );
    expect(await until("21:00")).toBe("2026-01-15T20:30-06:00");
    expect(await until("20:55")).toBe("2026-01-15T20:00-06:00");
    expect(await until("23:59")).toBe("2026-01-15T23:30-06:00");
  });

  test("is found however long before the doors close the buses stop", async () => {
    const allNight = shelterWith("Mo-Su 18:00-07:00");
    expect(firstRide(await lastChance(allNight, goingBy(...buses)))).toBe("2026-01-15T23:30-06:00");
    expect(firstRide(await lastChance(allNight, goingBy(trip("A 17:05", "C 17:40"))))).toBe(
      "2026-01-15T17:05-06:00",
    );
  });

  test("leaves the later, whatever it costs outside", async () => {
    const slow = [trip("A 20:00", "C 20:30"), trip("A 20:10", "B 20:15"), trip("B 20:50", "C 20:58")];
    const place = shelterWith("Mo-Su 18:00-07:00", { intake: "Mo-Su 18:00-21:00" });
    expect((await lastChance(place, goingBy(...slow)))!.boardings).toBe(2);
  });

  test("is the last bus before the morning where they let people in all night", async () => {
    const early = [...buses, trip("A 28:20", "C 28:45"), trip("A 30:00", "C 30:25")];
    for (const hours of ["Mo-Su 18:00-07:00", "Mo-Su 00:00-00:00"])
      for (const kind of ["shelter", "warming-center"] as const)
        expect(firstRide(await lastChance({ ...shelterWith(hours), kind }, goingBy(...early)))).toBe(
          "2026-01-16T04:20-06:00",
        );
  });

  test("is none where one may walk there all night", async () => {
    const going = { ...goingBy(...buses), origin: placed([8_000, 60]) };
    expect(await lastChance(shelterWith("Mo-Su 18:00-07:00"), going)).toBeNull();
  });

  test("is none where nobody knows, and where no bus comes", async () => {
    expect(await lastChance(shelterWith(""), goingBy(...buses))).toBeNull();
    const going = goingBy(trip("A 10:00", "C 10:30"));
    expect(await lastChance(shelterWith("Mo-Su 18:00-07:00"), going)).toBeNull();
  });

  test("of doors that let people in twice is the one of the later time, else of the first", async () => {
    const twice = shelterWith("Mo-Su 12:00-07:00", { intake: "Mo-Su 16:00-18:00; Mo-Su 20:00-21:00" });
    expect(firstRide(await lastChance(twice, goingBy(...buses)))).toBe("2026-01-15T20:30-06:00");
    expect(
      firstRide(await lastChance(twice, goingBy(trip("A 17:20", "C 17:45"), trip("A 20:50", "C 21:15")))),
    ).toBe("2026-01-15T17:20-06:00");
  });

  test("of who may walk all the way is to walk, to be there when they close", async () => {
    const near = { ...shelterWith("Mo-Su 18:00-07:00", { intake: "Mo-Su 18:00-21:00" }) };
    const going = { ...goingBy(...buses), origin: placed([8_000, 60]) };
    const last = (await lastChance(near, going))!;
    expect([last.boardings, told(last.arrives)]).toEqual([0, "2026-01-15T21:00-06:00"]);
  });
});
