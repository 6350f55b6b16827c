/** The bus lines entered by hand, for agencies that publish no GTFS. */
import type { HandRoute } from "~/transit/timetable/hand-route";
import type { Sql } from "./connection.server";
import { sql, within } from "./database.server";

type HandRouteRow = Omit<HandRoute, "route"> & HandRoute["route"];

/** In the order of their names. */
export async function handRoutesOf(regionId: number): Promise<HandRoute[]> {
  const rows = await within(sql<HandRouteRow[]>`
    select
      short_name,
      long_name,
      color,
      text_color,
      agency,
      both_ways,
      from_date as from,
      until_date as until,
      source,
      as_of,
      (
        select coalesce(json_agg(stop), '[]')
        from (
          select name, lat, lon, minutes
          from hand_route_stops
          where hand_route_stops.hand_route_id = hand_routes.hand_route_id
          order by position
        ) as stop
      ) as stops,
      (
        select coalesce(json_agg(service), '[]')
        from (
          select days, first, last, headway_minutes
          from hand_route_services
          where hand_route_services.hand_route_id = hand_routes.hand_route_id
          order by hand_route_service_id
        ) as service
      ) as service
    from hand_routes
    where region_id = ${regionId}
    order by agency, short_name`);
  return rows.map(handRouteOf);
}

/** In the place of the agency's route of that number; one statement, which also says `timetable_changed`. */
export async function saveHandRoute(
  owner: Sql,
  regionId: number,
  route: HandRoute,
): Promise<{ kind: "saved"; replaced: boolean } | { kind: "unknown-region" }> {
  const [{ answer }] = await within(
    owner<[{ answer: { kind: "saved"; replaced: boolean } | { kind: "unknown-region" } }]>`
      select save_hand_route(${regionId}, ${owner.json(route)}) as answer`,
  );
  return answer;
}

/** False where there is no such route any more. */
export async function removeHandRoute(
  owner: Sql,
  regionId: number,
  { agency, route }: Pick<HandRoute, "agency" | "route">,
): Promise<boolean> {
  const removed = await within(owner`
    delete from hand_routes
    where region_id = ${regionId} and agency = ${agency} and short_name = ${route.shortName}`);
  return removed.count > 0;
}

function handRouteOf({ shortName, longName, color, textColor, ...rest }: HandRouteRow): HandRoute {
  return { ...rest, route: { shortName, longName, color, textColor } };
}
