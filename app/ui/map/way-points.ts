/** The points of a way that people look for on a map: stops, and warm rooms. */
import type { DrawnWay } from "~/domain/drawn/drawn-way";
import type { NamedPoint } from "~/domain/journey";

/** Where one gets on and off, each once, the first stop first; not where all stay on the bus. */
export function stopsOf({ legs }: DrawnWay): NamedPoint[] {
  const stops = legs.flatMap((leg, at) => {
    if (leg.kind !== "ride") return [];
    const next = legs[at + 1];
    const goesOn = next?.kind === "ride" && next.staysOn;
    return [...(leg.staysOn ? [] : [leg.from]), ...(goesOn ? [] : [leg.to])];
  });
  return onceEach(stops);
}

/** Where one waits inside, each once. */
export function roomsOf({ legs }: DrawnWay): NamedPoint[] {
  return onceEach(legs.flatMap((leg) => (leg.kind === "inside" ? [leg.from] : [])));
}

export function onceEach(points: NamedPoint[]): NamedPoint[] {
  return points.filter((point, at) => points.findIndex(({ name }) => name === point.name) === at);
}
