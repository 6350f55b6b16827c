/** What of an answer the map shows first: the way to the best place, and the places worth a look. */
import type { LatLon, Leg } from "~/domain/journey";
import type { MapData, MapOption } from "~/ui/map/map-data";

/** The picked place; before one is picked, the first that has a way. */
export function shownOption(options: readonly MapOption[], selected: number | null): MapOption | undefined {
  const picked = options.find(({ number }) => number === selected);
  return picked ?? options.find(({ best, standing }) => best !== null && standing !== "no");
}

/** The points one wants to see at first: you, the places that take you, else those worth a call, and the way. */
export function firstPoints({ options, origin }: Pick<MapData, "options" | "origin">): LatLon[] {
  const groups = (["takes-you", "call", "no"] as const).map((kind) =>
    options.filter(({ standing }) => standing === kind),
  );
  const shown = groups.find((group) => group.length > 0) ?? [];
  const way = shownOption(options, null);
  return [origin, ...shown.map(({ place }) => place.site), ...(way ? wayPoints(way) : [])];
}

export function wayPoints(option: MapOption): LatLon[] {
  return [option.place.site, ...(option.best?.legs ?? []).flatMap(pointsOf)];
}

function pointsOf(leg: Leg): LatLon[] {
  return leg.kind === "ride" ? leg.path : [leg.from, leg.to];
}
