/** The names people know their stops by. */
import type { NamedPoint } from "~/domain/journey";
import type { Timetable } from "~/transit/timetable/timetable";

/** Each served stop once: two feeds may both name the same corner. */
export function namedStops({ stops }: Timetable): NamedPoint[] {
  const points = new Map<string, NamedPoint>();
  for (const [stop, name] of stops.names.entries()) {
    const point = { name, lat: stops.lat[stop]!, lon: stops.lon[stop]! };
    points.set(`${name}\n${point.lat}\n${point.lon}`, point);
  }
  return [...points.values()];
}
