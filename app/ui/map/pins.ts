/** Which pins stand alone at a zoom and which are drawn as one, in the order of the list. */
import Supercluster from "supercluster";
import type { Option } from "~/domain/tonight";

export type Pin = { kind: "pin"; option: Option; lat: number; lon: number };

export type Cluster = {
  kind: "cluster";
  /** In list order. */
  options: Option[];
  lat: number;
  lon: number;
  /** The zoom at which it falls apart. */
  opensAt: number;
};

// Two targets of 44 pixels that do not touch.
const APART_PX = 48;
const TILE_PX = 256;

export type Pins = { at(zoom: number): (Pin | Cluster)[] };

/** The selected place always stands alone. At `maxZoom` every place does. */
export function pinsOf(options: readonly Option[], selected: number | null, maxZoom: number): Pins {
  const index = new Supercluster<Option>({ radius: APART_PX, extent: TILE_PX, maxZoom: maxZoom - 1 });
  const alone = options.filter(({ number }) => number === selected);
  const others = options.filter(({ number }) => number !== selected);
  index.load(
    others.map((option) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [option.place.site.lon, option.place.site.lat] },
      properties: option,
    })),
  );
  return {
    at(zoom) {
      const world = index.getClusters([-180, -90, 180, 90], Math.floor(zoom));
      const found = world.map((feature): Pin | Cluster => {
        const [lon = 0, lat = 0] = feature.geometry.coordinates;
        if (!("cluster_id" in feature.properties)) {
          return { kind: "pin", option: feature.properties, lat, lon };
        }
        const id = feature.properties.cluster_id as number;
        const inside = index.getLeaves(id, Infinity).map(({ properties }) => properties);
        const inOrder = inside.toSorted((a, b) => a.number - b.number);
        return { kind: "cluster", options: inOrder, lat, lon, opensAt: index.getClusterExpansionZoom(id) };
      });
      return [...alone.map(pinOf), ...found].toSorted((a, b) => firstNumber(a) - firstNumber(b));
    },
  };
}

export function firstNumber(pin: Pin | Cluster): number {
  return pin.kind === "pin" ? pin.option.number : (pin.options[0]?.number ?? 0);
}

function pinOf(option: Option): Pin {
  return { kind: "pin", option, lat: option.place.site.lat, lon: option.place.site.lon };
}

export type Pixel = { x: number; y: number };

// A pin is 44 wide: less than this apart, one hides the other.
const HIDES_WITHIN_PX = 30;

/** Pins that would hide an earlier one step to its right; the order stays. */
export function steppedAside(points: readonly Pixel[]): Pixel[] {
  const placed: Pixel[] = [];
  for (const point of points) {
    const free = { ...point };
    while (placed.some((other) => hides(free, other))) free.x += APART_PX;
    placed.push(free);
  }
  return placed;
}

function hides(a: Pixel, b: Pixel): boolean {
  return Math.abs(a.x - b.x) < HIDES_WITHIN_PX && Math.abs(a.y - b.y) < HIDES_WITHIN_PX;
}
