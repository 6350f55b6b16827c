/** Forgetting runs by itself, also in a week in which nobody takes a hold: once when the app starts, then every hour. */
import { DatabaseAway } from "./connection.server";
import { sql, within } from "./database.server";
import { log } from "./log.server";

/** How many of each kind: holds, waits and asks that say no more whose they were, answers to changes that are kept no more. */
export type Counted = { holds: number; waits: number; asks: number; keys: number };
type Forgotten = ({ kind: "forgotten"; isMore: boolean } & Counted) | { kind: "busy" };

const EVERY_MS = 3_600_000;
// A database that was away is no reason to wait for an hour.
const AGAIN_MS = 60_000;

/** Until the answer is called. Where several processes do it at once, the database lets one of them. */
export function keepForgetting(everyMs = EVERY_MS): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const run = async () => {
    const isDone = await forgetAll();
    if (!isOver) timer = setTimeout(run, isDone ? everyMs : Math.min(AGAIN_MS, everyMs)).unref();
  };
  void run();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** Everything that is due. False where it has to be tried again. */
export async function forgetAll(): Promise<boolean> {
  try {
    const counted = await forgetDue();
    if (counted && counted.holds + counted.waits + counted.asks > 0) {
      const { holds, waits, asks } = counted;
      log.info({ holds, waits, asks }, "forgot whose holds and asks they were");
    }
    return true;
  } catch (error) {
    if (error instanceof DatabaseAway) log.warn("nothing could be forgotten: the database is away");
    else log.error({ err: error }, "nothing could be forgotten");
    return false;
  }
}

/** In steps that hold no lock for long. Null: another process is at it. */
export async function forgetDue(): Promise<Counted | null> {
  let all: Counted | null = null;
  for (;;) {
    const [{ answer }] = await within(sql<[{ answer: Forgotten }]>`
      select forget_what_is_over() as answer`);
    if (answer.kind === "busy") return all;
    all = sumOf(all ?? { holds: 0, waits: 0, asks: 0, keys: 0 }, answer);
    if (!answer.isMore) return all;
  }
}

function sumOf(one: Counted, other: Counted): Counted {
  return {
    holds: one.holds + other.holds,
    waits: one.waits + other.waits,
    asks: one.asks + other.asks,
    keys: one.keys + other.keys,
  };
}
