/** What of an answer goes on its drawn map: the places worth going to, the lines ridden, the warmest way. */
import type { Sketch } from "~/domain/drawn/drawing";
import { routesRidden } from "~/domain/drawn/drawn-way";
import type { Tonight } from "~/domain/tonight";

const MOST_PINS = 10;

export function sketchOf(
  { options, origin, warmNow }: Pick<Tonight, "options" | "origin" | "warmNow">,
  {
    lines,
    outline,
    areas = [],
  }: Pick<Sketch, "lines" | "areas"> & { outline: { coordinates: number[][][] } },
): Sketch {
  const shown = options.filter((option) => option.standing !== "no" || option === warmNow);
  // With nothing to go to, the map still shows what there is.
  const drawn = (shown.length > 0 ? shown : options).filter(({ place }) => place.kind !== "room");
  const pinned = drawn.slice(0, MOST_PINS);
  const way = pinned.find(({ best }) => best !== null)?.best ?? null;
  return {
    origin,
    pins: pinned.map(({ number, place }) => ({
      number,
      kind: place.kind,
      lat: place.site.lat,
      lon: place.site.lon,
    })),
    way,
    lines,
    used: routesRidden(pinned),
    outline: outline.coordinates as Sketch["outline"],
    areas,
  };
}
