import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "~/data/database.server";
import { handRoutesOf, removeHandRoute, saveHandRoute } from "~/data/hand-routes.server";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";
import { tableSums } from "../support/table-sums";

const database = testDatabase();
let regionId: number;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
});

type Stop = { name: string; minutes: number };

async function enter(name: string, stops: Stop[], services = 1): Promise<void> {
  await database.owner`
    with
      route as (
        insert into hand_routes (region_id, agency, short_name, long_name, color, both_ways, source, as_of)
        values (${regionId}, 'Unified Government', ${name}, 'Argentine', '#00529b', true, 'its web page', '2026-10-01')
        returning hand_route_id
      ),
      stops as (
        insert into hand_route_stops (hand_route_id, position, name, lat, lon, minutes)
        select hand_route_id, place - 1, stop ->> 'name', 39.1, -94.6, (stop ->> 'minutes')::smallint
        from route, jsonb_array_elements(${database.owner.json(stops)}) with ordinality as given (stop, place)
      )
    insert into hand_route_services (hand_route_id, days, first, last, headway_minutes)
    select hand_route_id, '{1,2,3,4,5}', 360, 1110, 50
    from route, generate_series(1, ${services}::integer)`;
}

const twoStops = [
  { name: "7th & Minnesota", minutes: 0 },
  { name: "Metropolitan & 27th", minutes: 18 },
];

test("a route entered by hand comes back as the engine reads it", async () => {
  await enter("104", twoStops);
  expect(await handRoutesOf(regionId)).toEqual([
    {
      route: { shortName: "104", longName: "Argentine", color: "#00529b", textColor: "#ffffff" },
      agency: "Unified Government",
      stops: [
        { name: "7th & Minnesota", lat: 39.1, lon: -94.6, minutes: 0 },
        { name: "Metropolitan & 27th", lat: 39.1, lon: -94.6, minutes: 18 },
      ],
      bothWays: true,
      service: [{ days: [1, 2, 3, 4, 5], first: 360, last: 1110, headwayMinutes: 50 }],
      from: null,
      until: null,
      source: "its web page",
      asOf: "2026-10-01",
    },
  ]);
});

test("another region has none of them", async () => {
  expect(await handRoutesOf(regionId + 1)).toEqual([]);
});

test.each([
  { fault: "one stop only", stops: twoStops.slice(0, 1), services: 1 },
  { fault: "no stop", stops: [], services: 1 },
  { fault: "times that fall", stops: [...twoStops, { name: "Back in time", minutes: 9 }], services: 1 },
  {
    fault: "times that do not begin at 0",
    stops: twoStops.map((stop) => ({ ...stop, minutes: stop.minutes + 5 })),
    services: 1,
  },
  { fault: "no service", stops: twoStops, services: 0 },
])("a route with $fault is refused whole", async ({ stops, services }) => {
  await expect(enter("broken", stops, services)).rejects.toMatchObject({
    constraint_name: "hand_routes_whole",
  });
  expect(await database.owner`select from hand_routes where short_name = 'broken'`).toHaveLength(0);
});

const quindaro: HandRoute = {
  route: { shortName: "109", longName: "Quindaro", color: "#a85a00", textColor: "#ffffff" },
  agency: "Unified Government",
  stops: twoStops.map((stop) => ({ ...stop, lat: 39.1, lon: -94.6 })),
  bothWays: true,
  service: [
    { days: [1, 2, 3, 4, 5], first: 360, last: 1110, headwayMinutes: 50 },
    { days: [6], first: 1380, last: 30, headwayMinutes: 60 },
  ],
  from: "2026-01-05",
  until: null,
  source: "leaflet",
  asOf: "2026-01-02",
};
const route109 = async () => (await handRoutesOf(regionId)).filter(({ route }) => route.shortName === "109");

describe("a route saved from a file", () => {
  test("comes back as it was, and again takes the place of the one before", async () => {
    expect(await saveHandRoute(database.owner, regionId, quindaro)).toEqual({
      kind: "saved",
      replaced: false,
    });
    expect(await route109()).toEqual([quindaro]);
    const longer = { ...quindaro, stops: [...quindaro.stops, { ...quindaro.stops[1]!, minutes: 30 }] };
    expect(await saveHandRoute(database.owner, regionId, longer)).toEqual({ kind: "saved", replaced: true });
    expect(await route109()).toEqual([longer]);
  });

  test("is another agency's where the agency is another", async () => {
    await saveHandRoute(database.owner, regionId, { ...quindaro, agency: "Johnson County" });
    expect((await route109()).map(({ agency }) => agency)).toEqual(["Johnson County", "Unified Government"]);
    expect(await removeHandRoute(database.owner, regionId, { ...quindaro, agency: "Johnson County" })).toBe(
      true,
    );
    expect(await removeHandRoute(database.owner, regionId, { ...quindaro, agency: "Johnson County" })).toBe(
      false,
    );
    expect(await route109()).toHaveLength(1);
  });

  test("changes nothing at all where some of it cannot be kept", async () => {
    const before = await tableSums(database.owner);
    for (const broken of [
      { ...quindaro, stops: quindaro.stops.slice(0, 1) },
      { ...quindaro, service: [] },
      { ...quindaro, service: [{ ...quindaro.service[0]!, headwayMinutes: 0 }] },
      { ...quindaro, from: "2026-02-01", until: "2026-01-01" },
    ])
      await expect(saveHandRoute(database.owner, regionId, broken)).rejects.toThrow(/./);
    expect(await tableSums(database.owner)).toEqual(before);
  });

  test("needs a region", async () => {
    expect(await saveHandRoute(database.owner, 987_654, quindaro)).toEqual({ kind: "unknown-region" });
  });

  test("saved by twenty at once is there once, whole", async () => {
    const routes = Array.from({ length: 20 }, (_, n) => ({ ...quindaro, source: `leaflet ${n}` }));
    await Promise.all(routes.map((route) => saveHandRoute(database.owner, regionId, route)));
    const kept = await route109();
    expect(kept).toHaveLength(1);
    expect(routes).toContainEqual(kept[0]);
  });

  test("is announced to its region, once", async () => {
    const heard: string[] = [];
    const listening = await database.owner.listen("timetable_changed", (payload) => heard.push(payload));
    await saveHandRoute(database.owner, regionId, quindaro);
    await expect.poll(() => heard).toEqual([String(regionId)]);
    await listening.unlisten();
  });

  test("may not be saved by the web role", async () => {
    await expect(sql`select save_hand_route(${regionId}, '{}')`).rejects.toMatchObject({ code: "42501" });
    await expect(sql`select withdraw_feed(1)`).rejects.toMatchObject({ code: "42501" });
  });
});

test("a change to a route, and its end, is announced to its region once", async () => {
  const heard: string[] = [];
  const listening = await database.owner.listen("timetable_changed", (payload) => heard.push(payload));
  await enter("106", twoStops);
  await expect.poll(() => heard).toEqual([String(regionId)]);
  await database.owner`delete from hand_routes where short_name = '106'`;
  await expect.poll(() => heard).toEqual([String(regionId), String(regionId)]);
  await listening.unlisten();
});
