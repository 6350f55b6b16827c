/** Which pins stand alone at a zoom and which are drawn as one, in the order of the list. */
import { middleOf } from "~/domain/geo";
import type { LatLon } from "~/domain/journey";
import type { MapOption } from "~/ui/map/map-data";

export type Pin = { kind: "pin"; option: MapOption; lat: number; lon: number };

export type Cluster = {
  kind: "cluster";
  /** In list order. */
  options: MapOption[];
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
export function pinsOf(options: readonly MapOption[], shown: number | null, maxZoom: number): Pins {
  const inOrder = options.toSorted((a, b) => a.number - b.number);
  return {
    at(zoom) {
      const groups: MapOption[][] = [];
      for (const option of inOrder) {
        const near = groups.find(([first]) => first && together(first, option, zoom));
        if (near) near.push(option);
        else groups.push([option]);
      }
      return groups.map((group) => pinOf(group, zoom));
    },
  };

  function together(first: MapOption, other: MapOption, zoom: number): boolean {
    const alone = first.number === shown || other.number === shown;
    return !alone && zoom < maxZoom && apart(first, other, zoom) < APART_PX;
  }

  function pinOf(group: MapOption[], zoom: number): Pin | Cluster {
    const [first] = group as [MapOption];
    if (group.length === 1) return { kind: "pin", option: first, ...middleOf([first.place.site]) };
    let opensAt = Math.floor(zoom) + 1;
    while (opensAt < maxZoom && group.every((other) => together(first, other, opensAt))) opensAt++;
    const sites = group.map(({ place: { site } }): LatLon => ({ lat: site.lat, lon: site.lon }));
    return { kind: "cluster", options: group, ...middleOf(sites as [LatLon, ...LatLon[]]), opensAt };
  }
}

/** Pixels between two places on a Web Mercator map. */
function apart(a: MapOption, b: MapOption, zoom: number): number {
  const world = TILE_PX * 2 ** zoom;
  const wide = ((a.place.site.lon - b.place.site.lon) / 360) * world;
  const high = (northing(a.place.site.lat) - northing(b.place.site.lat)) * world;
  return Math.hypot(wide, high);
}

function northing(lat: number): number {
  return Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
}

export function firstNumber(pin: Pin | Cluster): number {
  return pin.kind === "pin" ? pin.option.number : (pin.options[0]?.number ?? 0);
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

/** Where a pin out of sight waits for the keyboard: at the nearest edge; null for one whose middle can be seen. */
export function waitingPlace({ x, y }: Pixel, { left, top, right, bottom }: View): Pixel | null {
  if (x >= left && x <= right && y >= top && y <= bottom) return null;
  const half = PIN_PX / 2;
  const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));
  return { x: between(left + half, x, right - half), y: between(top + half, y, bottom - half) };
}
