/** The way to the database: queries as the web role, each with a deadline, and an ear for what others change. */
import { answerWithin, connect, DatabaseAway, type Answer, type Query, type Sql } from "./connection.server";
import { Ear } from "./ear.server";
import { msLeft } from "./patience.server";
import { webUrlFrom } from "./web-role.server";
import type { MaybeRow } from "postgres";

const DEADLINE_MS = 4000;
// Ends what is under way when the pool is given up; the deadline of every question has passed by then.
const GRACE_S = 5;
// As many as two cores can use: twice as many answered a third fewer holds a second, and each learns every statement anew when the
// database was away.
const CONNECTIONS = 5;

let pool: Sql | undefined;
let ear: Ear | undefined;

/** Connects at the first query. */
export const sql: Sql = new Proxy(Function.prototype as unknown as Sql, {
  apply: (_target, _self, words) => Reflect.apply(openPool(), undefined, words),
  get: (_target, name) => Reflect.get(openPool(), name),
});

/** For commands and tests: whoever the URL says, everything else alike. The caller ends it. */
export function ownerSql(url: string, max = 4): Sql {
  return connect(url, { max });
}

/** The one way to ask: the answer, or DatabaseAway by the deadline, its own or the request's. Any other error is a bug. */
export async function within<Rows extends readonly MaybeRow[]>(
  query: Query<Rows>,
  ms = DEADLINE_MS,
): Promise<Answer<Rows>> {
  const left = msLeft(ms);
  // Not even asked: a change nobody waits for any more must not happen late.
  if (left <= 0) throw new DatabaseAway("too-slow");
  const asked = pool;
  return answerWithin(query, left, () => giveUp(asked));
}

/**
 * Calls onChange with each notice's payload; resolves once it listens, with the way to stop. Notices sent while
 * the connection was lost never come: onReconnect is called after each reconnection, to read the state again, and onLost
 * where one stops being told.
 */
export async function listen(
  channel:
    | "timetable_changed"
    | "pool_changed"
    | "opening_changed"
    | "hold_changed"
    | "rooms_changed"
    | "alert_changed"
    | "ask_changed",
  onChange: (payload: string) => void,
  onReconnect: () => void,
  onLost?: () => void,
): Promise<() => void> {
  ear ??= new Ear(webUrl());
  return ear.hear(channel, { onChange, onReconnect, onLost });
}

export async function closeDatabase(): Promise<void> {
  const closing = [pool?.end({ timeout: 1 }), ear?.close()];
  pool = undefined;
  ear = undefined;
  await Promise.all(closing);
}

function openPool(): Sql {
  pool ??= connect(webUrl(), {
    max: CONNECTIONS,
    // The role has them too, where it could be altered.
    settings: { lock_timeout: 2000, statement_timeout: 4000 },
  });
  return pool;
}

// The driver keeps dead connections as busy ones for ever: after a silent network a new pool is the way out.
function giveUp(asked: Sql | undefined): void {
  if (!asked || asked !== pool) return;
  pool = undefined;
  void asked.end({ timeout: GRACE_S });
}

function webUrl(): string {
  const { DATABASE_WEB_URL, DATABASE_URL, APP_SECRET } = process.env;
  if (DATABASE_WEB_URL) return DATABASE_WEB_URL;
  if (DATABASE_URL && APP_SECRET) return webUrlFrom(DATABASE_URL, APP_SECRET);
  throw new Error("Set DATABASE_WEB_URL, or DATABASE_URL with APP_SECRET (npm start does it by itself).");
}
