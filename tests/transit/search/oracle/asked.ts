/** What the oracle is asked: a town as plain lists, every time in seconds after leaving is first possible. */

export type Spot = { lat: number; lon: number };

/** A stop may be used by everybody, after asking, or by nobody. */
export type Use = "yes" | "ask" | "no";

export type Call = { stop: number; arrive: number; depart: number; on: Use; off: Use };

/** One vehicle's run under one name on one service day. */
export type Run = {
  calls: Call[];
  trip: string;
  route: string;
  day: string;
  block: string | null;
  /** One of a trip's repeats in frequencies.txt. */
  repeated: boolean;
  /** Half a headway where times are only known as "every so often", else 0. */
  estimateS: number;
  /** Not marked as impossible with a wheelchair. */
  stepFree: boolean;
};

/** A row of transfers.txt, written for two stops; null where a column is blank. */
export type TransferRow = {
  fromStop: number | null;
  toStop: number | null;
  fromRoute: string | null;
  toRoute: string | null;
  fromTrip: string | null;
  toTrip: string | null;
  type: 0 | 1 | 2 | 3 | 4 | 5;
  minS: number | null;
};

export type Room = { spot: Spot; open: { from: number; until: number }[] };

export type AskedDoor = { spot: Spot; opens: number | null; closes: number | null };

export type Aim = "warmest" | "fewest-rides" | "latest-leave";

export type Town = { stops: (Spot & { stepFree: boolean })[]; runs: Run[]; transfers: TransferRow[] };

export type Asked = Town & {
  rooms: Room[];
  origin: Spot;
  doors: AskedDoor[];
  windowS: number;
  /** Straight line to street, and the most street metres: to the first stop and from the last, between, all the way. */
  walking: { detour: number; accessM: number; linkM: number; wholeM: number };
  speed: number;
  slackS: number;
  changeS: number;
  penaltyS: number;
  wheelchair: boolean;
  callFirst: boolean;
  /** The cold weight at a second. */
  weight: (second: number) => number;
  /** Pass over whoever is no better off than one who came before and waits: for towns too large to follow everybody. */
  prune: boolean;
};

/** Straight metres by the haversine formula. */
export function metres(a: Spot, b: Spot): number {
  const toRad = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (x: number) => Math.sin(toRad(x) / 2) ** 2;
  const h = half(b.lat - a.lat) + Math.cos(toRad(a.lat)) * Math.cos(toRad(b.lat)) * half(b.lon - a.lon);
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
}

/** Seconds on foot, or null where that is more than `most` metres of street. */
export function walkWithin(
  most: number,
  a: Spot,
  b: Spot,
  { walking, speed }: Pick<Asked, "walking" | "speed">,
): number | null {
  // Too far north or south alone: the long way to say no is asked for millions of pairs.
  if (Math.abs(a.lat - b.lat) * 100_000 * walking.detour > most) return null;
  const far = metres(a, b) * walking.detour;
  return far <= most ? Math.ceil(far / speed) : null;
}

/** What being outside from one second until another costs. */
export function costOutside(weight: (second: number) => number): (from: number, until: number) => number {
  const running = [0];
  return (from, until) => {
    while (running.length <= until) running.push(running.at(-1)! + weight(running.length - 1));
    return running[until]! - running[from]!;
  };
}
