/** Adds one feed to a timetable in the making: its served stops, its trips and their days. */
import { STOP } from "~/transit/gtfs/feed";
import { agenciesIn } from "~/transit/timetable/coverage";
import type { Merger } from "~/transit/timetable/merge";
import { mergeStations } from "~/transit/stations/merge-stations";
import { mergeTransfers } from "~/transit/timetable/merge-transfers";
import { mergeTrips } from "~/transit/timetable/merge-trips";
import type { NamedFeed } from "~/transit/timetable/turns";

export function mergeFeed(merger: Merger, feed: NamedFeed, feedIndex: number): void {
  const stopOf = mergeStops(merger, feed, feedIndex);
  const base = {
    route: merger.routes.length,
    headsign: merger.headsigns.length,
    shape: merger.shapeCount,
    first: merger.timeCount,
    block: merger.blockCount,
  };
  for (let route = 0; route < feed.routes.ids.length; route++) {
    const agency = feed.agencies[feed.routes.agency[route]!]!;
    merger.routes.push({ name: feed.routes.names[route]!, agency: agency.name, estimated: false });
  }
  merger.headsigns.push(...feed.trips.headsigns);
  merger.addTimes({ ...feed.stopTimes, stop: feed.stopTimes.stop.map((stop) => stopOf[stop]!) });
  merger.addShapes(feed.shapes);
  const { name = null, startsOn, endsOn } = feed;
  merger.coverage.push({ name, agencies: agenciesIn(feed), startsOn, endsOn });
  const firstRun = mergeTrips(merger, feed, base);
  mergeTransfers(merger.changes, feed, { stopOf, firstRoute: base.route, firstRun });
  mergeStations(merger.inside, feed, stopOf);
  merger.blockCount += feed.trips.block.reduce((most, block) => Math.max(most, block), -1) + 1;
}

function mergeStops(merger: Merger, feed: NamedFeed, feedIndex: number): Int32Array {
  const { stops } = feed;
  const served = new Uint8Array(stops.ids.length);
  for (const stop of feed.stopTimes.stop) served[stop] = 1;
  const stopOf = new Int32Array(stops.ids.length).fill(-1);
  const isPlaced = (stop: number) =>
    stops.kind[stop] === STOP && !Number.isNaN(stops.lat[stop]! + stops.lon[stop]!);
  for (let stop = 0; stop < stopOf.length; stop++) {
    if (!served[stop] && !(merger.everyStop && isPlaced(stop))) continue;
    const parent = stops.parent[stop]!;
    stopOf[stop] = merger.addStop({
      id: stops.ids[stop]!,
      feed: feedIndex,
      name: stops.names[stop] || (parent < 0 ? "" : stops.names[parent]!) || stops.ids[stop]!,
      lat: stops.lat[stop]!,
      lon: stops.lon[stop]!,
      wheelchair: stops.wheelchair[stop]!,
    });
  }
  return stopOf;
}
