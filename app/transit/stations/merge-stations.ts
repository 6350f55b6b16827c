/** Adds the stations of a feed that has pathways to a timetable in the making. */
import { BOARDING_AREA, ENTRANCE, type Feed } from "~/transit/gtfs/feed";
import { stationOf } from "~/transit/gtfs/read-stops";
import type { Inside } from "~/transit/stations/doorways";
import { insideWalks } from "~/transit/stations/pathways";

export function mergeStations(inside: Inside, feed: Feed, stopOf: Int32Array): void {
  const { stops, pathways } = feed;
  if (pathways.length === 0) return;
  const entranceOf = new Map<number, number>();
  const stations = new Map<number, number>();
  for (const point of new Set(pathways.flatMap(({ from, to }) => [from, to]))) {
    const isEntrance = stops.kind[point] === ENTRANCE && !Number.isNaN(stops.lat[point]! + stops.lon[point]!);
    if (isEntrance)
      entranceOf.set(point, inside.entrances.push({ lat: stops.lat[point]!, lon: stops.lon[point]! }) - 1);
    const stop = stopOf[stops.kind[point] === BOARDING_AREA ? stops.parent[point]! : point] ?? -1;
    if (stop < 0) continue;
    const station = stationOf(stops, point);
    // Any number of its own will do: that of the first of its stops.
    if (!stations.has(station)) stations.set(station, stop);
    inside.stationOf.set(stop, stations.get(station)!);
  }
  const isEnd = (point: number) => stopOf[point]! >= 0 || entranceOf.has(point);
  for (const walks of [inside.usual, inside.stepFree])
    for (const { from, to, ...cost } of insideWalks(feed, isEnd, walks === inside.stepFree)) {
      const [entry, exit] = [entranceOf.get(from), entranceOf.get(to)];
      if (entry === undefined && exit === undefined)
        walks.between.push({ from: stopOf[from]!, to: stopOf[to]!, ...cost });
      else if (entry === undefined) walks.out.push({ entrance: exit!, stop: stopOf[from]!, ...cost });
      else if (exit === undefined) walks.into.push({ entrance: entry, stop: stopOf[to]!, ...cost });
    }
}
