/** Each pool told again from what is only ever added to: the events of its holds and its reports, in the order of its lock. */
import type { HoldRow, PoolRow, ReportRow, Rows } from "./history";

type Told = {
  capacity: number;
  occupied: number;
  outOfService: number;
  held: number;
  states: Map<string, string>;
};
type Step = { at: number; run: (pool: Told) => string | null };

/** Where more was promised than there was, and where the rows are not what the events lead to. */
export function poolFaults(rows: Rows): string[] {
  const holds = new Map(rows.holds.map((hold) => [hold.holdId, hold]));
  const steps = new Map<number, Step[]>(rows.pools.map(({ poolId }) => [poolId, []]));
  // Both are written under the pool's lock, each with the clock read then: one order for the two.
  for (const { holdId, what, at } of rows.events) {
    const hold = holds.get(holdId);
    if (hold) steps.get(hold.poolId)?.push({ at, run: (pool) => happened(pool, hold, what) });
  }
  for (const report of rows.reports) {
    steps.get(report.poolId)?.push({ at: report.at, run: (pool) => reported(pool, report) });
  }
  return rows.pools.flatMap((pool) => faultsOf(pool, steps.get(pool.poolId)!, rows.holds));
}

function faultsOf(row: PoolRow, steps: Step[], holds: HoldRow[]): string[] {
  const told: Told = { capacity: row.capacity, occupied: 0, outOfService: 0, held: 0, states: new Map() };
  const faults = steps
    .toSorted((a, b) => a.at - b.at)
    .map(({ run }) => run(told))
    .filter((fault) => fault !== null);
  for (const name of ["capacity", "occupied", "outOfService", "held"] as const) {
    if (told[name] !== row[name])
      faults.push(`pool ${row.poolId}: ${name} is ${row[name]}, its events lead to ${told[name]}`);
  }
  for (const { holdId, poolId, state } of holds) {
    const known = told.states.get(holdId);
    if (poolId === row.poolId && known !== state)
      faults.push(`hold ${holdId} is ${state}, its events lead to ${known ?? "nothing"}`);
  }
  return faults;
}

function reported(pool: Told, { capacity, occupied, outOfService }: ReportRow): null {
  Object.assign(pool, { capacity, occupied, outOfService });
  return null;
}

const AFTER: Record<string, string> = { taken: "held", accepted: "held", extended: "held" };

function happened(pool: Told, { holdId, poolId, units }: HoldRow, what: string): string | null {
  const before = pool.states.get(holdId);
  const after = AFTER[what] ?? what;
  pool.states.set(holdId, after);
  if (what === "taken" && before !== undefined) return `hold ${holdId} was taken twice`;
  if (what !== "taken" && before === undefined) return `hold ${holdId} is ${what} and was never taken`;
  if (before === after) return null;
  if (before === "held") pool.held -= units;
  if (after !== "held") return null;
  pool.held += units;
  const { capacity, occupied, outOfService, held } = pool;
  return occupied + held + outOfService > capacity
    ? `pool ${poolId} is oversold by hold ${holdId} (${what}): ${occupied} taken, ${held} held, ${outOfService} out of service, of ${capacity}`
    : null;
}
