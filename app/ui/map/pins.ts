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

/** The place whose way is `shown` always stands alone. At `maxZoom` every place does. */
export function pinsOf(options: readonly Option[], shown: number | null, maxZoom: number): Pins {
  const index = new Supercluster<Option>({ radius: APART_PX, extent: TILE_PX, maxZoom: maxZoom - 1 });
  const alone = options.filter(({ number }) => number === shown);
  const others = options.filter(({ number }) => number !== shown);
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

/** As wide as it is drawn. */
export type Spot = Pixel & { width: number };

const PIN_PX = 44;
const NUMBER_PX = 30;

/** The most numbers a cluster shows, "and more" counted as one. */
export const MOST_NUMBERS = 3;

export function widthOf(pin: Pin | Cluster): number {
  return pin.kind === "pin" ? PIN_PX : Math.min(MOST_NUMBERS, pin.options.length) * NUMBER_PX;
}

// What overlaps by less than this is still told apart and tapped.
const MAY_OVERLAP_PX = 6;

/** Pins that would hide an earlier one step to its right; the order stays. */
export function steppedAside(spots: readonly Spot[]): Spot[] {
  const placed: Spot[] = [];
  for (const spot of spots) {
    const free = { ...spot };
    for (let other = hidden(free, placed); other; other = hidden(free, placed)) {
      free.x = other.x + (other.width + free.width) / 2;
    }
    placed.push(free);
  }
  return placed;
}

function hidden(spot: Spot, placed: readonly Spot[]): Spot | undefined {
  return placed.find(
    (other) =>
      Math.abs(spot.x - other.x) < (spot.width + other.width) / 2 - MAY_OVERLAP_PX &&
      Math.abs(spot.y - other.y) < PIN_PX - MAY_OVERLAP_PX,
  );
}

type View = { left: number; top: number; right: number; bottom: number };

/** Where a pin out of sight waits for the keyboard: at the nearest edge; null for one that can be seen. */
export function waitingPlace({ x, y }: Pixel, { left, top, right, bottom }: View): Pixel | null {
  const half = PIN_PX / 2;
  if (x > left - half && x < right + half && y > top - half && y < bottom + half) return null;
  const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));
  return { x: between(left + half, x, right - half), y: between(top + half, y, bottom - half) };
}
