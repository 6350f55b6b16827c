/** The pools of a place as its staff see them, and what was said of them. */
import type { BoardPool, LogLine, Statement } from "~/domain/board";
import { sql, within } from "./database.server";

type PoolRow = Omit<BoardPool, "said">;

export async function boardOf(token: string, placeId: number): Promise<BoardPool[]> {
  const [pools, log] = await Promise.all([poolsOf(placeId), logOf(token, placeId, MOST_LOOKED_AT)]);
  return pools.map((pool) => ({ ...pool, said: statements(log, pool.poolId) }));
}

// Enough for the two newest of each pool of a large place on a busy evening.
const MOST_LOOKED_AT = 200;

/** The newest first; nothing for who may not act for the place. */
export async function logOf(token: string, placeId: number, most: number): Promise<LogLine[]> {
  const [{ log }] = await within(sql<[{ log: (Omit<LogLine, "saidAt"> & { saidAt: string })[] }]>`
    select place_log(${token}, ${placeId}, ${most}) as log`);
  return log.map((line) => ({ ...line, saidAt: new Date(line.saidAt) }));
}

function poolsOf(placeId: number): Promise<PoolRow[]> {
  return within(sql<PoolRow[]>`
    select pool_id, household, unit, people_per_unit, capacity, occupied, held, out_of_service, version
    from current_pools
    where place_id = ${placeId}
    order by pool_id`);
}

function statements(log: LogLine[], poolId: number): Statement[] {
  return log
    .filter((line) => line.poolId === poolId)
    .slice(0, 2)
    .map(({ capacity, occupied, outOfService, saidAt, who, way }) => ({
      capacity,
      occupied,
      outOfService,
      at: saidAt,
      who,
      way,
    }));
}
