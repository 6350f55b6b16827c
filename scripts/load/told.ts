/** A load's figures in words. */
import { availableParallelism } from "node:os";
import type { InCity } from "./in-city";
import type { Loaded } from "./measure";
import type { Phase } from "./phase";

export function* told(
  { asked, phases, inCity, memoryMb, slow, viewers }: Loaded,
  loadBefore: number,
): Generator<string> {
  const cores = availableParallelism();
  yield `${asked.places} places, ${asked.regions} regions, ${asked.clients} clients, one app process; Node ${process.version}, ${cores} cores, load ${loadBefore.toFixed(1)} before`;
  yield timed("questions that need no answer", phases.nothing);
  yield timed("lists of the same 20 points, out of what is kept", phases.same);
  yield timed("lists, each of another point", phases.anew);
  yield timed("the same as data", phases.anewAsData);
  if (inCity) yield* toldOfCity(inCity, asked.stops);
  yield timed("holds, each of another phone", phases.holds);
  yield timed(`lists beside ${slow.opened} slow connections`, phases.besideSlow);
  yield `slow connections: ${slow.opened} of ${asked.slow}, ${slow.stillOpen} open at the end; p99 of the lists ${phases.anew.p99.toFixed(0)} ms without them, ${phases.besideSlow.p99.toFixed(0)} ms with them`;
  const mb = (value: number) => `${value.toFixed(0)} MB`;
  yield `memory of the app: ${mb(memoryMb.before)} before, ${mb(memoryMb.afterRequests)} after the requests, ${mb(memoryMb.withSlow)} with the slow connections, ${mb(memoryMb.withViewers)} with ${viewers.opened} pages open`;
  yield `open pages: ${viewers.opened} of ${asked.viewers}; a changed count had reached all after ${viewers.toldMs === null ? "more than 30 s" : `${viewers.toldMs.toFixed(0)} ms`}; ${viewers.left} connections left after they went`;
}

function* toldOfCity({ evening, morning, byTwo, memoryMb }: InCity, stops: number): Generator<string> {
  const lists = `lists in a city of ${stops} stops, each of another point`;
  yield timed(`${lists}, for six in the evening`, evening);
  yield timed(`${lists}, for eleven in the morning`, morning);
  yield timed(`${lists}, for six in the evening, by two app processes`, byTwo);
  yield `memory of those two: ${memoryMb.toFixed(0)} MB`;
}

function timed(name: string, { perSecond, p50, p99, worst, statuses, cost, heldUpMs }: Phase): string {
  const answers = Object.entries(statuses).map(([status, n]) => `${status}: ${n}`);
  const ms = (value: number) => value.toFixed(value < 100 ? 1 : 0);
  return (
    `${name}: ${perSecond.toFixed(0)}/s, p50 ${ms(p50)} ms, p99 ${ms(p99)} ms, worst ${ms(worst)} ms (${answers.join(", ")}); ` +
    `each took ${cost.app.toFixed(2)} ms of a core in the app, ${cost.database.toFixed(2)} in the database, ${cost.client.toFixed(2)} in the client; ` +
    `a request beside them waited ${heldUpMs.toFixed(0)} ms at most`
  );
}
