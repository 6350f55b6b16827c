/** How one gets from the street into a station and out of it: through its entrances. */
import type { LatLon } from "~/domain/journey";
import { type Grid, gridOf } from "~/transit/timetable/nearby";
import type { Cost, Walk } from "~/transit/stations/pathways";

/** The stops behind entrance e of the grid, and the walk between it and them, are those from first[e] up to first[e + 1]. */
export type Doorways = {
  grid: Grid;
  first: Int32Array;
  stop: Int32Array;
  metres: Float64Array;
  fixedS: Int32Array;
  /** 1 for each stop that has entrances: there is no straight line to it from the street. */
  only: Uint8Array;
};

/** Into the stations and out of them, with and without steps. */
export type AllDoorways = { into: Doorways; out: Doorways; stepFreeInto: Doorways; stepFreeOut: Doorways };

/** A walk between an entrance and a stop behind it. */
export type DoorWalk = Cost & { entrance: number; stop: number };

export type Walks = { between: Walk[]; into: DoorWalk[]; out: DoorWalk[] };

/** What the pathways of all feeds say. */
export type Inside = {
  /** The stops that pathways lead to, and a number for the station of each. */
  stationOf: Map<number, number>;
  entrances: LatLon[];
  usual: Walks;
  stepFree: Walks;
};

export function emptyInside(): Inside {
  const none = (): Walks => ({ between: [], into: [], out: [] });
  return { stationOf: new Map(), entrances: [], usual: none(), stepFree: none() };
}

/** Null where no feed has pathways. */
export function doorwaysOf(
  { stationOf, entrances, usual, stepFree }: Inside,
  streets: Grid,
): AllDoorways | null {
  if (stationOf.size === 0) return null;
  const grid = gridOf(
    Float64Array.from(entrances, ({ lat }) => lat),
    Float64Array.from(entrances, ({ lon }) => lon),
    streets.detour,
  );
  const stops = streets.lat.length;
  const [into, out] = [behind(usual.into, grid, stops), behind(usual.out, grid, stops)];
  return {
    into,
    out,
    // A stop that is behind stairs only is not on the street for that.
    stepFreeInto: { ...behind(stepFree.into, grid, stops), only: into.only },
    stepFreeOut: { ...behind(stepFree.out, grid, stops), only: out.only },
  };
}

function behind(walks: DoorWalk[], grid: Grid, stops: number): Doorways {
  const ordered = walks.toSorted((a, b) => a.entrance - b.entrance || a.stop - b.stop);
  const first = new Int32Array(grid.lat.length + 1);
  const only = new Uint8Array(stops);
  for (const { entrance, stop } of ordered) {
    first[entrance + 1]!++;
    only[stop] = 1;
  }
  for (let entrance = 0; entrance < grid.lat.length; entrance++) first[entrance + 1]! += first[entrance]!;
  return {
    grid,
    first,
    stop: Int32Array.from(ordered, ({ stop }) => stop),
    metres: Float64Array.from(ordered, ({ metres }) => metres),
    fixedS: Int32Array.from(ordered, ({ fixedS }) => fixedS),
    only,
  };
}
