/** Forgetting runs by itself, also in a week in which nobody takes a hold: once when the app starts, then every hour. */
import { DatabaseAway } from "./connection.server";
import { sql, within } from "./database.server";
import { log } from "./log.server";

type Forgotten = { kind: "forgotten"; holds: number; isMore: boolean } | { kind: "busy" };

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

/** Everything that is due, in steps that hold no lock for long. False where it has to be tried again. */
export async function forgetAll(): Promise<boolean> {
  try {
    for (;;) {
      const [{ answer }] = await within(sql<[{ answer: Forgotten }]>`
        select forget_what_is_over() as answer`);
      if (answer.kind === "busy") return true;
      if (answer.holds > 0) log.info({ holds: answer.holds }, "forgot whose holds they were");
      if (!answer.isMore) return true;
    }
  } catch (error) {
    if (error instanceof DatabaseAway) log.warn("nothing could be forgotten: the database is away");
    else log.error({ err: error }, "nothing could be forgotten");
    return false;
  }
}
