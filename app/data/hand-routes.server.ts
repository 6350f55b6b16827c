/** The bus lines entered by hand, for agencies that publish no GTFS. */
import type { HandRoute } from "~/transit/timetable/hand-route";
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

function handRouteOf({ shortName, longName, color, textColor, ...rest }: HandRouteRow): HandRoute {
  return { ...rest, route: { shortName, longName, color, textColor } };
}
