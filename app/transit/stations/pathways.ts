/** Walks inside stations along their pathways: the quickest between platforms, and between those and entrances. */
import { BOARDING_AREA, ENTRANCE, type Feed, type Pathway, type Stops } from "~/transit/gtfs/feed";
import { FAMILY_PACE, walkMetres } from "~/transit/timetable/walking";

/** Street metres, and seconds beside them that do not depend on the pace. */
export type Cost = { metres: number; fixedS: number };

export type Walk = Cost & { from: number; to: number };

const STAIRS = 2;
const ESCALATOR = 4;
const ELEVATOR = 5;
const EXIT_GATE = 7;

// GTFS wants 15 stairs to be written for a floor where nobody counted.
const STEPS_A_LEVEL = 15;
// Adults take half a second a step (Fruin, Pedestrian Planning and Design); on the level they walk 1.35 m/s, families 0.9.
const STEP_S = 0.75;
// To be let into an elevator, unless the feed says what it takes: OpenTripPlanner's default.
const ELEVATOR_WAIT_S = 90;

/** The quickest way differs by pace at most by seconds: it is found for a family's. */
export function usualSeconds({ metres, fixedS }: Cost): number {
  return metres / FAMILY_PACE.metresPerSecond + fixedS;
}

/** The walks between the points `isEnd` of a feed's stations that pathways connect; step-free, by no stairs or escalators. */
export function insideWalks(
  { stops, pathways }: Pick<Feed, "stops" | "pathways">,
  isEnd: (stop: number) => boolean,
  stepFree: boolean,
): Walk[] {
  const isOpen = (stop: number) => isEnd(stop) && !(stepFree && isSteepEntrance(stops, stop));
  const ways = waysOf({ stops, pathways }, stepFree);
  return [...ways.keys()]
    .filter(isOpen)
    .flatMap((from) =>
      [...quickest(from, ways)].flatMap(([to, { metres, fixedS }]): Walk[] =>
        to !== from && isOpen(to) ? [{ from, to, metres, fixedS: Math.ceil(fixedS) }] : [],
      ),
    );
}

// GTFS: no accessible path leads from an entrance that is marked so to the platforms.
function isSteepEntrance({ kind, wheelchair }: Stops, stop: number): boolean {
  return kind[stop] === ENTRANCE && wheelchair[stop] === 2;
}

type Ways = Map<number, Walk[]>;

function waysOf({ stops, pathways }: Pick<Feed, "stops" | "pathways">, stepFree: boolean): Ways {
  const ways: Ways = new Map();
  const add = (from: number, to: number, cost: Cost) => {
    if (!ways.has(to)) ways.set(to, []);
    const known = ways.get(from);
    if (known) known.push({ from, to, ...cost });
    else ways.set(from, [{ from, to, ...cost }]);
  };
  for (const pathway of pathways) {
    if (stepFree && (pathway.mode === STAIRS || pathway.mode === ESCALATOR)) continue;
    const cost = costOf(pathway, stops);
    add(pathway.from, pathway.to, cost);
    // Nobody comes in by an exit gate, whatever else a row says.
    if (pathway.bothWays && pathway.mode !== EXIT_GATE) add(pathway.to, pathway.from, cost);
  }
  // Pathways lead to the boarding areas of a platform where it has some, and trains stop along all of them.
  for (const stop of ways.keys()) {
    const platform = stops.parent[stop]!;
    if (stops.kind[stop] !== BOARDING_AREA || platform < 0) continue;
    add(stop, platform, { metres: 0, fixedS: 0 });
    add(platform, stop, { metres: 0, fixedS: 0 });
  }
  return ways;
}

/** What is said of a pathway is believed in this order: its time, its steps, its length; else the straight line. */
function costOf({ from, to, mode, metres, seconds, stairs }: Pathway, stops: Stops): Cost {
  if (seconds >= 0) return { metres: 0, fixedS: seconds };
  const waitS = mode === ELEVATOR ? ELEVATOR_WAIT_S : 0;
  const stepsS = Math.abs(stairs) * STEP_S;
  if (mode === STAIRS && stairs !== 0) return { metres: 0, fixedS: stepsS };
  if (!Number.isNaN(metres)) return { metres, fixedS: stepsS + waitS };
  const at = (stop: number) => ({ lat: stops.lat[stop]!, lon: stops.lon[stop]! });
  // Nodes and boarding areas need no position.
  const straightM = walkMetres(at(from), at(to), 1) || 0;
  const levelsS = levelsBetween(stops, from, to, mode) * STEPS_A_LEVEL * STEP_S;
  return { metres: straightM, fixedS: waitS + (stairs !== 0 ? stepsS : levelsS) };
}

function levelsBetween({ level }: Stops, from: number, to: number, mode: number): number {
  const levels = Math.abs(level[from]! - level[to]!);
  if (!Number.isNaN(levels)) return levels;
  return mode === STAIRS || mode === ESCALATOR || mode === ELEVATOR ? 1 : 0;
}

/** Label-correcting, first come first served: stations are small. */
function quickest(start: number, ways: Ways): Map<number, Cost> {
  const best = new Map<number, Cost>([[start, { metres: 0, fixedS: 0 }]]);
  const waiting = new Set([start]);
  // A set goes on to what is added to it meanwhile.
  for (const point of waiting) {
    waiting.delete(point);
    const here = best.get(point)!;
    for (const { to, metres, fixedS } of ways.get(point) ?? []) {
      const there = { metres: here.metres + metres, fixedS: here.fixedS + fixedS };
      const known = best.get(to);
      if (known && usualSeconds(known) <= usualSeconds(there)) continue;
      best.set(to, there);
      waiting.add(to);
    }
  }
  return best;
}
