/** The pools of a place as its staff see them, what was said of them, and the word for tonight. */
import type { BoardPool, CountLine, LogLine, Statement } from "~/domain/board";
import type { LocalDate } from "~/domain/zone";
import { sql, within } from "./database.server";

export type PoolNow = Omit<BoardPool, "said" | "counted">;
type PoolRow = Omit<PoolNow, "extra"> & { temporaryUnits: number | null; temporaryUntil: Date | null };

export async function boardOf(token: string, placeId: number): Promise<BoardPool[]> {
  const [pools, log] = await Promise.all([poolsOf(placeId), logOf(token, placeId, MOST_LOOKED_AT)]);
  return pools.map((pool) => {
    const lines = countsOf(log, pool.poolId);
    const counted = lines.find(({ ofHold }) => !ofHold);
    return {
      ...pool,
      said: lines.slice(0, 2).map(statementOf),
      counted: counted ? statementOf(counted) : null,
    };
  });
}

/** As they are now, without what was said of them. */
export async function poolsOf(placeId: number): Promise<PoolNow[]> {
  const rows = await within(sql<PoolRow[]>`${poolRows()} where place_id = ${placeId} order by pool_id`);
  return rows.map(poolOf);
}

export async function findBoardPool(placeId: number, poolId: number): Promise<PoolNow | undefined> {
  const [row] = await within(sql<[PoolRow?]>`
    ${poolRows()} where place_id = ${placeId} and pool_id = ${poolId}`);
  return row && poolOf(row);
}

// Enough for the two newest of each pool of a large place on a busy evening.
const MOST_LOOKED_AT = 200;

// In JSON a moment is text.
type Row = { saidAt: string; extraUntil?: string | null; until?: string | null };

/** The newest first; nothing for who may not act for the place. */
export async function logOf(token: string, placeId: number, most: number): Promise<LogLine[]> {
  const [{ log }] = await within(sql<[{ log: Row[] }]>`
    select place_log(${token}, ${placeId}, ${most}) as log`);
  return log.map(
    ({ saidAt, extraUntil = null, until = null, ...line }) =>
      ({
        ...line,
        saidAt: new Date(saidAt),
        extraUntil: extraUntil && new Date(extraUntil),
        until: until && new Date(until),
      }) as unknown as LogLine,
  );
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
    select
      pool_id,
      household,
      unit,
      people_per_unit,
      capacity,
      occupied,
      held,
      out_of_service,
      version,
      temporary_units,
      temporary_until
    from current_pools`;
}

function poolOf({ temporaryUnits, temporaryUntil, ...pool }: PoolRow): PoolNow {
  const isTemporary = temporaryUnits !== null && temporaryUntil !== null;
  const extra = isTemporary ? { units: temporaryUnits, until: temporaryUntil.getTime() / 1000 } : null;
  return { ...pool, extra };
}

type Counted = LogLine & CountLine;

function countsOf(log: LogLine[], poolId: number): Counted[] {
  return log.filter((line): line is Counted => line.kind === "count" && line.poolId === poolId);
}

function statementOf({
  saidAt,
  capacity,
  occupied,
  outOfService,
  extra,
  extraUntil,
  who,
  way,
}: Counted): Statement {
  return { capacity, occupied, outOfService, extra, extraUntil, at: saidAt, who, way };
}
