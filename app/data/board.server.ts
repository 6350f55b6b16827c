/** The pools of a place as its staff see them, what was said of them, and the word for tonight. */
import type { BoardPool, LogLine, Statement } from "~/domain/board";
import type { LocalDate } from "~/domain/zone";
import { sql, within } from "./database.server";

type PoolRow = Omit<BoardPool, "said">;

export async function boardOf(token: string, placeId: number): Promise<BoardPool[]> {
  const [pools, log] = await Promise.all([poolsOf(placeId), logOf(token, placeId, MOST_LOOKED_AT)]);
  return pools.map((pool) => ({ ...pool, said: statements(log, pool.poolId) }));
}

/** As they are now, without what was said of them. */
export async function poolsOf(placeId: number): Promise<PoolRow[]> {
  return within(sql<PoolRow[]>`${poolRows()} where place_id = ${placeId} order by pool_id`);
}

export async function findBoardPool(placeId: number, poolId: number): Promise<PoolRow | undefined> {
  const [pool] = await within(sql<[PoolRow?]>`
    ${poolRows()} where place_id = ${placeId} and pool_id = ${poolId}`);
  return pool;
}

// Enough for the two newest of each pool of a large place on a busy evening.
const MOST_LOOKED_AT = 200;

/** The newest first; nothing for who may not act for the place. */
export async function logOf(token: string, placeId: number, most: number): Promise<LogLine[]> {
  const [{ log }] = await within(sql<[{ log: (Omit<LogLine, "saidAt"> & { saidAt: string })[] }]>`
    select place_log(${token}, ${placeId}, ${most}) as log`);
  return log.map((line) => ({ ...line, saidAt: new Date(line.saidAt) }));
}

/** What staff said of that night, if anything. */
export async function wordFor(
  placeId: number,
  night: LocalDate,
): Promise<{ open: boolean; at: Date } | null> {
  const [word] = await within(sql<[{ open: boolean; at: Date }?]>`
    select is_open as open, said_at as at
    from current_openings
    where place_id = ${placeId} and night = ${night}`);
  return word ?? null;
}

function poolRows() {
  return sql`
    select pool_id, household, unit, people_per_unit, capacity, occupied, held, out_of_service, version
    from current_pools`;
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
