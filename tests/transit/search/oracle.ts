/**
 * The slow, obvious answer, written from TRANSIT's definitions and not from the engine: everybody who gets anywhere is
 * followed to the doors, and only there the better are told from the worse.
 */
import { type Aim, type Asked, type AskedDoor, costOutside, walkWithin } from "./oracle/asked";
import { walksFrom } from "./oracle/changes";
import { everybody, type Inside, type Standing } from "./oracle/states";

type Counted = { cost: number; rides: number; leave: number };
export type Point = Counted & { enters: number };

/** The front of every door. A room is for who wants to be warm: the last chance is told without one. */
export function oracleFronts(asked: Asked, aim: Aim): Point[][] {
  const { rooms, ...rest } = asked;
  const counted: Asked = { ...rest, rooms: aim === "latest-leave" ? [] : rooms };
  const people = everybody(counted, aim);
  return asked.doors.map((door) =>
    front([...candidatesAt(door, counted, aim, people), ...wholeWalk(door, counted, aim)], aim),
  );
}

/** The front of every stop, come to by vehicle or on foot after one, without the change there. */
export function oracleReached(asked: Asked): Point[][] {
  const outside = costOutside(asked.weight);
  const walks = walksFrom(asked);
  const candidates = asked.stops.map((): Point[] => []);
  for (const { stop, at, cost, rides, leave } of everybody(asked, "warmest").standing)
    for (const { to, walk } of walks[stop]!)
      candidates[to]!.push({ enters: at + walk, cost: cost + outside(at, at + walk), rides, leave });
  return candidates.map((all) => front(all, "warmest"));
}

function candidatesAt(
  door: AskedDoor,
  asked: Asked,
  aim: Aim,
  people: { standing: Standing[]; inside: Inside[] },
): Point[] {
  const outside = costOutside(asked.weight);
  const candidates: Point[] = [];
  const walkTo = (spots: { lat: number; lon: number }[]) =>
    spots.map((spot) => walkWithin(asked.walking.accessM, spot, door.spot, asked));
  const arrive = (person: Standing | Inside, goes: number, walk: number) => {
    const arrives = goes + walk;
    if (door.closes !== null && arrives > door.closes) return;
    const enters = Math.max(arrives, door.opens ?? arrives);
    const { rides, leave } = person;
    candidates.push({ enters, cost: person.cost + outside(goes, enters), rides, leave });
  };
  const fromStop = walkTo(asked.stops);
  for (const person of people.standing) {
    const walk = fromStop[person.stop]!;
    if (walk !== null) arrive(person, person.at, walk);
  }
  const fromRoom = walkTo(asked.rooms.map(({ spot }) => spot));
  for (const person of people.inside) {
    const walk = fromRoom[person.room]!;
    if (walk === null || hasCompany(person, people.inside, aim)) continue;
    // To be there when it opens; but not before one came in, nor after the room closes.
    const inTime = door.opens === null ? person.at : door.opens - walk;
    arrive(person, Math.min(Math.max(inTime, person.at), person.until), walk);
  }
  return candidates;
}

/**
 * Whoever was inside before, at no greater cost, could leave with this one and be better off. Leaving a room later for no
 * other reason than milder air is told of nobody, so it is not told of this one either.
 */
function hasCompany(person: Inside, inside: Inside[], aim: Aim): boolean {
  return inside.some(
    (other) =>
      other.room === person.room &&
      other.until === person.until &&
      (other.at < person.at
        ? better(other, person, aim) <= 0
        : other.at === person.at && better(other, person, aim) < 0),
  );
}

/** At once or so as to be there when it opens; where leaving late is what counts, so as to be there as it closes. */
function wholeWalk(door: AskedDoor, asked: Asked, aim: Aim): Point[] {
  const walk = walkWithin(asked.walking.wholeM, asked.origin, door.spot, asked);
  if (walk === null) return [];
  const first = Math.max(0, (door.opens ?? 0) - walk);
  const leave = aim === "latest-leave" && door.closes !== null ? door.closes - walk : first;
  const enters = leave + walk;
  if (leave < 0 || (door.closes !== null && enters > door.closes)) return [];
  const cost = costOutside(asked.weight)(leave, enters);
  return [{ enters, cost, rides: 0, leave }];
}

/** By arrival, each better than all before it in what the aim asks for. */
function front(candidates: Point[], aim: Aim): Point[] {
  const points: Point[] = [];
  for (const point of candidates.toSorted((a, b) => a.enters - b.enters || better(a, b, aim)))
    if (points.length === 0 || better(point, points.at(-1)!, aim) < 0) points.push(point);
  return points;
}

/** Below 0 where a is better than b in what the aim asks for. */
function better(a: Counted, b: Counted, aim: Aim): number {
  if (aim === "latest-leave") return b.leave - a.leave;
  return (aim === "fewest-rides" ? a.rides - b.rides : 0) || a.cost - b.cost;
}
