/** How long a request may still take: all its questions to the database together, not each of them anew. */
import { AsyncLocalStorage } from "node:async_hooks";
import { DatabaseAway } from "./connection.server";

type Patience = { until: number; isOver: boolean };

const patience = new AsyncLocalStorage<Patience>();

/** Whatever is asked of the database in there ends by then, answered or away. */
export async function withPatience<Result>(ms: number, work: () => Promise<Result>): Promise<Result> {
  const own = { until: performance.now() + ms, isOver: false };
  try {
    return await patience.run(own, work);
  } finally {
    // A timer that was set in there still runs in its name: it is nobody's request any more.
    own.isOver = true;
  }
}

/** For what others wait for as well: it does not end with the request that happened to begin it. */
export function apart<Result>(work: () => Result): Result {
  return patience.exit(work);
}

/** Of the time a question may take by itself, what the request has left; none or less when it is over. */
export function msLeft(most: number): number {
  const own = patience.getStore();
  return own && !own.isOver ? Math.min(most, own.until - performance.now()) : most;
}

/** What others wait for as well, or DatabaseAway where that takes longer. */
export async function inTime<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseAway("too-slow")), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
