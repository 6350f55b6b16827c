/** Keeps the hand-entered routes of some agencies as they are given here, and leaves alone those of all others. */
import { isDeepStrictEqual } from "node:util";
import type { Sql } from "~/data/connection.server";
import { within } from "~/data/database.server";
import { saveHandRoute } from "~/data/hand-routes.server";
import type { HandRoute } from "~/transit/timetable/hand-route";

/** True where something was changed. */
export async function keepHandRoutes(owner: Sql, regionId: number, routes: HandRoute[]): Promise<boolean> {
  const stored = await storedRoutes(owner, regionId, routes);
  if (isDeepStrictEqual(stored, routes)) return false;
  const agencies = routes.map(({ agency }) => agency);
  // A start that dies in between finds too few routes the next time, and enters them.
  await within(owner`delete from hand_routes where region_id = ${regionId} and agency = any (${agencies})`);
  for (const route of routes) await saveHandRoute(owner, regionId, route);
  return true;
}

async function storedRoutes(owner: Sql, regionId: number, routes: HandRoute[]): Promise<HandRoute[]> {
  const rows = await within(owner<{ route: HandRoute }[]>`
    select jsonb_build_object(
        'route', jsonb_build_object(
          'shortName', short_name, 'longName', long_name, 'color', color, 'textColor', text_color
        ),
        'agency', agency,
        'stops', (
          select jsonb_agg(jsonb_build_object('name', name, 'lat', lat, 'lon', lon, 'minutes', minutes) order by position)
          from hand_route_stops
          where hand_route_stops.hand_route_id = hand_routes.hand_route_id
        ),
        'bothWays', both_ways,
        'service', (
          select jsonb_agg(jsonb_build_object(
              'days', days, 'first', first, 'last', last, 'headwayMinutes', headway_minutes
            ) order by hand_route_service_id)
          from hand_route_services
          where hand_route_services.hand_route_id = hand_routes.hand_route_id
        ),
        'from', from_date,
        'until', until_date,
        'source', source,
        'asOf', as_of
      ) as route
    from hand_routes
    where region_id = ${regionId} and agency = any (${routes.map(({ agency }) => agency)})
    order by hand_route_id
  `);
  return rows.map(({ route }) => route);
}
