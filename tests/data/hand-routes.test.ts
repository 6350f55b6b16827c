import { beforeAll, expect, test } from "vitest";
import { handRoutesOf } from "~/data/hand-routes.server";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";

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

test("a change to a route, and its end, is announced to its region once", async () => {
  const heard: string[] = [];
  const listening = await database.owner.listen("timetable_changed", (payload) => heard.push(payload));
  await enter("106", twoStops);
  await expect.poll(() => heard).toEqual([String(regionId)]);
  await database.owner`delete from hand_routes where short_name = '106'`;
  await expect.poll(() => heard).toEqual([String(regionId), String(regionId)]);
  await listening.unlisten();
});
