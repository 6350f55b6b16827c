/** The edges of the counties in and around a region, small enough to send with every map. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bboxClip, simplify } from "@turf/turf";
import type { LineString, MultiLineString, Position } from "geojson";
import { mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Bounds, Region } from "~/domain/region";

// A county that is the whole region lies on the bounds themselves: without a margin its edge would be cut away.
const MARGIN = 0.25;

// About 50 m: the source itself is drawn to some 300 m.
const SIMPLER_BY_DEGREES = 0.0005;

const outlines = new Map<string, Promise<MultiLineString>>();

/** Lines of [lon, lat]; a region without counties of the United States has none. */
export function outlineOf(region: Pick<Region, "bounds">): Promise<MultiLineString> {
  const { south, west, north, east } = region.bounds;
  const key = [south, west, north, east].join();
  const known = outlines.get(key);
  if (known) return known;

  const drawn = drawOutline(region.bounds);
  outlines.set(key, drawn);
  drawn.catch(() => outlines.delete(key));
  return drawn;
}

async function drawOutline(bounds: Bounds): Promise<MultiLineString> {
  const edges = await countyEdges();
  const clipped = bboxClip(edges, withMargin(bounds)).geometry as LineString | MultiLineString;
  const lines = clipped.type === "MultiLineString" ? clipped.coordinates : [clipped.coordinates];
  const coordinates = lines.filter((line) => line.length > 1).map(simpler);
  return { type: "MultiLineString", coordinates };
}

function simpler(line: Position[]): Position[] {
  const drawn: LineString = { type: "LineString", coordinates: line };
  return simplify(drawn, { tolerance: SIMPLER_BY_DEGREES }).coordinates.map((point) => point.map(round));
}

// Some megabytes: kept while a server that has just started draws one region after another, and not for ever.
const EDGES_KEPT_MS = 60_000;
let edges: Promise<MultiLineString> | undefined;

function countyEdges(): Promise<MultiLineString> {
  if (!edges) {
    edges = readCountyEdges();
    edges.catch(() => (edges = undefined));
    setTimeout(() => (edges = undefined), EDGES_KEPT_MS).unref();
  }
  return edges;
}

async function readCountyEdges(): Promise<MultiLineString> {
  const file = createRequire(import.meta.url).resolve("us-atlas/counties-10m.json");
  const atlas = JSON.parse(await readFile(file, "utf8")) as Topology<{ counties: GeometryCollection }>;
  return mesh(atlas, atlas.objects.counties);
}

function withMargin({ south, west, north, east }: Bounds): [number, number, number, number] {
  const high = (north - south) * MARGIN;
  const wide = (east - west) * MARGIN;
  return [west - wide, south - high, east + wide, north + high];
}

// Four decimals are 11 m.
function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}
