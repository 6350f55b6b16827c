/** Keeps a region's hand-entered routes as they are given here, and leaves them alone where they already are. */
import { isDeepStrictEqual } from "node:util";
import type { Sql } from "~/data/connection.server";
import { within } from "~/data/database.server";
import type { HandRoute } from "~/transit/timetable/hand-route";

/** True where something was changed. */
export async function keepHandRoutes(owner: Sql, regionId: number, routes: HandRoute[]): Promise<boolean> {
  const stored = await storedRoutes(owner, regionId);
  if (isDeepStrictEqual(stored, routes)) return false;
  // A start that dies between the two finds no routes the next time, and enters them.
  await within(owner`delete from hand_routes where region_id = ${regionId}`);
  await enter(owner, regionId, routes);
  return true;
}

async function storedRoutes(owner: Sql, regionId: number): Promise<HandRoute[]> {
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
    where region_id = ${regionId}
    order by hand_route_id
  `);
  return rows.map(({ route }) => route);
}

async function enter(owner: Sql, regionId: number, routes: HandRoute[]): Promise<void> {
  await within(owner`
    with given as (
      select value as it, ordinality as nth
      from jsonb_array_elements(${owner.json(routes)}) with ordinality
    ),
    entered as (
      insert into hand_routes (
          region_id, agency, short_name, long_name, color, text_color, both_ways, from_date, until_date, source, as_of
        )
        select
            ${regionId}, it ->> 'agency', it #>> '{route,shortName}', it #>> '{route,longName}',
            it #>> '{route,color}', it #>> '{route,textColor}', (it ->> 'bothWays')::boolean,
            (it ->> 'from')::date, (it ->> 'until')::date, it ->> 'source', (it ->> 'asOf')::date
          from given
          order by nth
        returning hand_route_id, agency, short_name
    ),
    route as (
      select hand_route_id, it
      from entered join given on agency = it ->> 'agency' and short_name = it #>> '{route,shortName}'
    ),
    stops as (
      insert into hand_route_stops (hand_route_id, position, name, lat, lon, minutes)
        select
            hand_route_id, position - 1, stop ->> 'name', (stop ->> 'lat')::double precision,
            (stop ->> 'lon')::double precision, (stop ->> 'minutes')::smallint
          from route cross join jsonb_array_elements(it -> 'stops') with ordinality as each (stop, position)
    )
    insert into hand_route_services (hand_route_id, days, first, last, headway_minutes)
      select
          hand_route_id, array(select jsonb_array_elements_text(service -> 'days')::smallint),
          (service ->> 'first')::smallint, (service ->> 'last')::smallint, (service ->> 'headwayMinutes')::smallint
        from route cross join jsonb_array_elements(it -> 'service') as service
  `);
}
