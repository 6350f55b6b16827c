/** How this program speaks with PostgreSQL: the driver's options, a deadline for a query, one name for "no answer". */
import postgres from "postgres";
import { parse } from "postgres-array";
import { camelRows } from "./camel-rows.server";

// Keys and counts stay far below 2^53; a local date is a day, not a moment, and stays text.
const types = {
  bigint: { to: 20, from: [20], serialize: String, parse: Number },
  localDate: { to: 1082, from: [1082], serialize: String, parse: String },
  // By the numbers of their types in every PostgreSQL (pg_type.dat).
  texts: arrayOf(1009, String),
  localDates: arrayOf(1182, String),
  smallints: arrayOf(1005, Number),
  integers: arrayOf(1007, Number),
  bigints: arrayOf(1016, Number),
};

function arrayOf<Value extends string | number>(oid: number, valueOf: (text: string) => Value) {
  return {
    to: oid,
    from: [oid],
    serialize: (values: readonly Value[]) =>
      `{${values.map((value) => `"${String(value).replaceAll(/["\\]/g, "\\$&")}"`).join()}}`,
    parse: (text: string) => parse(text, valueOf),
  };
}

export type Sql = postgres.Sql<{ bigint: number; localDate: string }>;
export type Query<Rows extends readonly postgres.MaybeRow[]> = postgres.PendingQuery<Rows>;
export type Answer<Rows extends readonly postgres.MaybeRow[]> = postgres.RowList<Rows>;

/** The database did not answer, or not in time: nothing is known of what became of the question. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
  readonly reason: "too-slow" | "unreachable";

  constructor(reason: "too-slow" | "unreachable", options?: ErrorOptions) {
    super(`the database ${reason === "too-slow" ? "did not answer in time" : "cannot be reached"}`, options);
    this.reason = reason;
  }
}

type Options = {
  max: number;
  settings?: Record<string, string | number>;
  staysOpen?: boolean;
  onnotify?: (channel: string, payload: string) => void;
  onclose?: () => void;
};

export function connect(url: string, { settings, staysOpen, ...options }: Options): Sql {
  // The driver takes `max_pipeline` and `onnotify`, its types do not know them.
  const unlisted = {
    // One query at a time on a connection: a slow one holds up nobody, a dying one takes nobody with it.
    max_pipeline: 0,
    onnotify: options.onnotify,
  };
  return postgres(url, {
    ...unlisted,
    ...options,
    types,
    // Asking for the types of arrays first would be a query of the driver's own: killed, nobody hears it fail.
    fetch_types: false,
    transform: camelRows,
    connect_timeout: 3,
    // The driver waits up to 20 s between attempts: a database that is back should be used within two.
    backoff: () => 0.25,
    // An idle connection keeps a stopped server alive.
    idle_timeout: staysOpen ? undefined : 20,
    max_lifetime: staysOpen ? null : 1800,
    onnotice: () => {},
    connection: {
      application_name: "warmstop",
      search_path: "warmstop, pg_temp",
      TimeZone: "UTC",
      ...settings,
    } as Partial<postgres.ConnectionParameters>,
  });
}

// After a cancel a living server answers at once; a connection that stays silent is dead.
const LAST_WORD_MS = 500;

/** The answer, or DatabaseAway by the deadline; `whenDead` if the connection does not even answer a cancel. */
export async function answerWithin<Rows extends readonly postgres.MaybeRow[]>(
  query: Query<Rows>,
  ms: number,
  whenDead: () => void,
): Promise<Answer<Rows>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const expire = () => {
      reject(new DatabaseAway("too-slow"));
      giveUp(query, whenDead);
    };
    // A loop that was busy runs its timers before it reads its sockets: the answer may be there already.
    timer = setTimeout(() => setImmediate(expire), ms);
  });
  try {
    return wholeFrom(await Promise.race([query, late]));
  } catch (error) {
    throw awayOr(error);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What the driver says is an answer, where it is one. It counts on from where a killed answer stopped: a later answer on its
 * connection begins with holes. And what is asked between the two steps in which it hears of a loss is answered with nothing, by
 * the connection that comes next: only an answer that was finished says what it was an answer to.
 */
function wholeFrom<Rows extends readonly postgres.MaybeRow[]>(answer: Answer<Rows>): Answer<Rows> {
  const rows = answer as unknown as postgres.MaybeRow[];
  if ((answer.command as string | null) === null) throw new DatabaseAway("unreachable");
  if (rows.length > 0 && !(0 in rows)) rows.splice(0, rows.findIndex(Boolean));
  return answer;
}

function giveUp<Rows extends readonly postgres.MaybeRow[]>(query: Query<Rows>, whenDead: () => void): void {
  if (isUnsent(query)) return empty(query);
  let settled = false;
  const settle = () => {
    settled = true;
  };
  query.then(settle, settle);
  cancel(query);
  setTimeout(() => {
    if (!settled) whenDead();
  }, LAST_WORD_MS).unref();
}

type OfDriver = { state: object | null; strings: readonly string[]; args: unknown[] };

function isUnsent(query: object): boolean {
  return (query as OfDriver).state === null;
}

/**
 * What nobody waits for any more must not happen late. Where it waits for a connection that is still coming, a cancelled question
 * would be the end of that connection: the driver then sends nothing, hears nothing, and never uses it again. So an empty one
 * is sent in its place.
 */
function empty(query: object): void {
  Object.assign(query, { strings: ["select 1"], args: [] } satisfies Partial<OfDriver>);
}

// The driver's own cancel() drops a promise: where the connection it cancels by is lost, nobody hears that, and the process ends.
function cancel(query: object): void {
  const { canceller } = query as { canceller: ((query: object) => Promise<void>) | null };
  Object.assign(query, { canceller: null });
  canceller?.(query).catch(() => {});
}

// Connections refused, lost or ended by the driver; connection exceptions; a server full, stopping or starting.
const UNREACHABLE = /^(E(?!RR)[A-Z]|CONNECT|08|53300|57P0)/;
// Cancelled by statement_timeout, or by lock_timeout.
const TOO_SLOW = /^(57014|55P03)$/;

function awayOr(error: unknown): unknown {
  if (error instanceof DatabaseAway || !(error instanceof Error) || !("code" in error)) return error;
  if (TOO_SLOW.test(String(error.code))) return new DatabaseAway("too-slow", { cause: error });
  if (UNREACHABLE.test(String(error.code))) return new DatabaseAway("unreachable", { cause: error });
  return error;
}
