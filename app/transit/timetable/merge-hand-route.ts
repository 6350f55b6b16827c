/** Adds a hand-entered route to a timetable in the making. */
import {
  firstDay,
  type HandRoute,
  type HandRun,
  handRuns,
  handService,
  handStarts,
  lastDay,
} from "~/transit/timetable/hand-route";
import type { Merger } from "~/transit/timetable/merge";

export function mergeHandRoute(merger: Merger, hand: HandRoute): void {
  const route = merger.routes.push({ name: hand.route, agency: hand.agency, estimated: true }) - 1;
  const firstStop = merger.stops.ids.length;
  hand.stops.forEach(({ name, lat, lon }, index) => {
    const id = `${hand.agency}/${hand.route.shortName}/${index}`;
    merger.addStop({ id, feed: HAND_ENTERED, name, lat, lon, wheelchair: 0 });
  });
  const services = hand.service.map((service) => ({
    service: merger.services.push({ service: handService(hand, service), timeZone: merger.timeZone }) - 1,
    starts: handStarts(service),
    // Nobody knows when in its interval the bus comes: half of it is what one waits on average.
    halfHeadwayS: Math.round(service.headwayMinutes * 30),
  }));
  for (const [direction, run] of handRuns(hand).entries()) {
    const pattern = { route, direction, headsign: headsignOf(merger, hand, run), shape: -1, block: -1 };
    const times = { first: addRunTimes(merger, run, firstStop), length: run.stops.length, wheelchair: 0 };
    for (const { service, starts, halfHeadwayS } of services)
      for (const offsetS of starts)
        merger.trips.push({ ...pattern, ...times, service, offsetS, halfHeadwayS });
  }
  const [startsOn, endsOn] = [firstDay(hand), lastDay(hand)];
  merger.coverage.push({ name: null, agencies: [hand.agency], startsOn, endsOn });
}

/** Where they begin among the merged ones. */
function addRunTimes(merger: Merger, run: HandRun, firstStop: number): number {
  const first = merger.timeCount;
  const seconds = Int32Array.from(run.seconds);
  const stop = Int32Array.from(run.stops, (index) => firstStop + index);
  merger.addTimes({ stop, arrive: seconds, depart: seconds, rules: new Uint8Array(seconds.length) });
  return first;
}

function headsignOf(merger: Merger, hand: HandRoute, run: HandRun): number {
  return merger.headsigns.push(hand.stops[run.stops.at(-1)!]!.name) - 1;
}

const HAND_ENTERED = -1;
