/**
 * The slow, obvious answer: a label-correcting search over explicit states, written from TRANSIT's definitions and not
 * from the engine. A state is a person getting off at a stop at a time with a cost. Nothing is pruned unless asked.
 */

export type Spot = { lat: number; lon: number };
export type Call = { stop: number; arrive: number; depart: number; on: boolean; off: boolean };
/** One vehicle's run, in seconds after leaving is first possible. */
export type Run = { calls: Call[]; estimateS: number };

export type Asked = {
  stops: Spot[];
  runs: Run[];
  origin: Spot;
  doors: { spot: Spot; opens: number | null; closes: number | null }[];
  windowS: number;
  speed: number;
  slackS: number;
  changeS: number;
  penaltyS: number;
  /** The cold weight at a second. */
  weight: (second: number) => number;
  /** Skip a person who is no better off than one who came earlier and waits outside: for real feeds. */
  prune?: boolean;
};

export type Point = { enters: number; cost: number };

type State = { stop: number; at: number; cost: number };

export function oracleFronts(asked: Asked): Point[][] {
  const outside = costOutside(asked.weight);
  const states = allStates(asked, outside);
  return asked.doors.map((door) => {
    const points: Point[] = [];
    const arrive = (from: number, at: number, cost: number) => {
      if (door.closes !== null && at > door.closes) return;
      const enters = Math.max(at, door.opens ?? at);
      points.push({ enters, cost: cost + outside(from, enters) });
    };
    const whole = metres(asked.origin, door.spot);
    if (whole <= 2400) {
      const walk = Math.ceil(whole / asked.speed);
      const leave = Math.max(0, (door.opens ?? 0) - walk);
      arrive(leave, leave + walk, 0);
    }
    const last = asked.stops.map((spot) => metres(spot, door.spot));
    for (const { stop, at, cost } of states)
      if (last[stop]! <= 1200) arrive(at, at + Math.ceil(last[stop]! / asked.speed), cost);
    return pareto(points);
  });
}

function allStates(asked: Asked, outside: (from: number, until: number) => number): State[] {
  const { stops, runs, speed, slackS, changeS, penaltyS, weight } = asked;
  const endS = asked.windowS + 4 * 3600;
  const seen = new Set<string>();
  const kept: State[] = [];
  const atStop = stops.map((): State[] => []);
  const links = stops.map((a, i) =>
    stops.flatMap((b, j) => {
      const far = i === j ? 0 : metres(a, b);
      return far <= 400 ? [{ stop: j, walk: Math.ceil(far / speed) }] : [];
    }),
  );
  const departures = stops.map((): { run: Run; index: number }[] => []);
  for (const run of runs)
    run.calls.forEach((call, index) => {
      if (index < run.calls.length - 1 && call.on && call.depart <= endS)
        departures[call.stop]!.push({ run, index });
    });
  // By arrival: whoever is there first is looked at first, which spares most of the work of pruning.
  const queue: State[][] = [];
  const aboard = new Map<Run, { index: number; cost: number }[]>();
  const ride = (run: Run, index: number, cost: number) => {
    if (asked.prune) {
      const known = aboard.get(run) ?? [];
      if (known.some((other) => other.index <= index && other.cost <= cost)) return;
      aboard.set(run, [...known, { index, cost }]);
    }
    for (const [n, call] of run.calls.slice(index + 1).entries()) {
      // The search ends here: what departs later is not ridden any more, not even by those aboard.
      if (run.calls[index + n]!.depart > endS) return;
      if (!call.off) continue;
      const state = { stop: call.stop, at: call.arrive, cost };
      const key = `${state.stop} ${state.at} ${state.cost}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const worse = (other: State) =>
        other.at <= state.at && other.cost + outside(other.at, state.at) <= state.cost;
      if (asked.prune && atStop[state.stop]!.some(worse)) continue;
      atStop[state.stop]!.push(state);
      kept.push(state);
      (queue[state.at] ??= []).push(state);
    }
  };
  stops.forEach((spot, stop) => {
    const far = metres(asked.origin, spot);
    if (far > 1200) return;
    const ready = Math.ceil(far / speed) + slackS;
    for (const { run, index } of departures[stop]!) {
      const { depart } = run.calls[index]!;
      if (depart >= ready && depart <= asked.windowS)
        ride(run, index, outside(depart - ready, depart) + run.estimateS * weight(depart));
    }
  });
  for (let second = 0; second < queue.length; second++)
    for (const state of queue[second] ?? [])
      for (const { stop, walk } of links[state.stop]!) {
        for (const { run, index } of departures[stop]!) {
          const { depart } = run.calls[index]!;
          if (depart < state.at + walk + changeS) continue;
          const boarding = (penaltyS + run.estimateS) * weight(depart);
          ride(run, index, state.cost + outside(state.at, depart) + boarding);
        }
      }
  return kept;
}

function costOutside(weight: (second: number) => number): (from: number, until: number) => number {
  const running = [0];
  return (from, until) => {
    while (running.length <= until) running.push(running.at(-1)! + weight(running.length - 1));
    return running[until]! - running[from]!;
  };
}

function pareto(points: Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.enters - b.enters || a.cost - b.cost);
  let cheapest = Infinity;
  return sorted.filter(({ cost }) => {
    const better = cost < cheapest;
    cheapest = Math.min(cheapest, cost);
    return better;
  });
}

/** Street metres by the haversine formula, times the detour. */
export function metres(a: Spot, b: Spot): number {
  const toRad = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (x: number) => Math.sin(toRad(x) / 2) ** 2;
  const h = half(b.lat - a.lat) + Math.cos(toRad(a.lat)) * Math.cos(toRad(b.lat)) * half(b.lon - a.lon);
  return 1.3 * 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
}
