/** The history of a run held against the rows: what was broken, a sentence each. */
import { EFFECTS, type Attempt, type Change, type History, type KeyRow, type Rows } from "./history";
import { poolFaults } from "./pools";

// No answer and no honest refusal may take longer.
export const MOST_MS = 5_000;

export function faultsIn(history: History, rows: Rows): string[] {
  const keys = new Map(rows.keys.map((row) => [row.key, row]));
  return [
    ...history.changes.flatMap((change) => changeFaults(change, keys.get(change.key))),
    ...timeFaults(history),
    ...strangers(history.changes, rows.keys),
    ...effectFaults(rows),
    ...poolFaults(rows),
  ];
}

function changeFaults({ kind, key, attempts }: Change, row: KeyRow | undefined): string[] {
  const name = `${kind} ${key}`;
  const { change, done } = EFFECTS[kind];
  if (row && row.change !== change) return [`${name}: its key is that of ${row.change}`];
  const faults = attempts.flatMap((attempt) => contradictions(name, attempt, row, done));
  const isAnswered = attempts.some(({ said }) => said.kind !== "unknown");
  if (!isAnswered) faults.push(`${name}: never answered, however often it was sent`);
  return faults;
}

function contradictions(
  name: string,
  { said, status, sentAt }: Attempt,
  row: KeyRow | undefined,
  done: string,
): string[] {
  const at = `at ${(sentAt / 1000).toFixed(1)} s`;
  if (status !== null && status >= 500 && status !== 503) return [`${name}: answered ${status} ${at}`];
  const kept = row?.answer.kind;
  if (said.kind === "done") {
    if (kept === undefined) return [`${name}: acknowledged ${at}, and lost`];
    if (kept !== done) return [`${name}: acknowledged ${at}, but the database says ${kept}`];
    if (said.holdId !== undefined && said.holdId !== row!.answer.hold_id)
      return [`${name}: told ${at} of another hold than its own`];
  }
  if (said.kind === "over" && kept === undefined) return [`${name}: acknowledged ${at}, and lost`];
  if (said.kind === "refused" && kept === done)
    return [`${name}: done, but told ${at} that it was not (${said.why})`];
  return [];
}

function timeFaults({ changes, readings }: History): string[] {
  const slow = ({ ms, heldMs }: { ms: number; heldMs: number }) => ms - heldMs > MOST_MS;
  const told = (what: string, { ms, heldMs, sentAt, status, during }: Omit<Attempt, "said">) =>
    `${what}: ${(ms / 1000).toFixed(1)} s (${(heldMs / 1000).toFixed(1)} s without a processor) at ${(sentAt / 1000).toFixed(1)} s (${status ?? "no answer"}${during ? `, during ${during}` : ""})`;
  return [
    ...changes.flatMap(({ kind, key, attempts }) =>
      attempts.filter(slow).map((attempt) => told(`${kind} ${key}`, attempt)),
    ),
    ...readings.filter(slow).map((reading) => told(reading.path, reading)),
    ...readings
      .filter(({ status }) => status !== null && status >= 500 && status !== 503)
      .map(({ path, status }) => `${path}: answered ${status}`),
  ];
}

/** What nobody sent must not be there. */
function strangers(changes: Change[], keys: KeyRow[]): string[] {
  const sent = new Set(changes.map(({ key }) => key));
  return keys
    .filter(({ key }) => !sent.has(key))
    .map(({ key, change }) => `${change} ${key}: nobody sent it`);
}

/** As many effects as keys that were answered "done": fewer are lost, more are double. */
function effectFaults(rows: Rows): string[] {
  return [...eventFaults(rows), ...reportFaults(rows), ...countFaults(rows)];
}

function eventFaults({ keys, events }: Rows): string[] {
  const effects = new Map<string, number>();
  const add = (name: string, by: number) => effects.set(name, (effects.get(name) ?? 0) + by);
  const ofSeekers = events.filter(({ what }) => what !== "expired");
  for (const { holdId, what } of ofSeekers) add(`${what} ${holdId}`, 1);
  const withEvents = new Set(Object.values(EFFECTS).flatMap(({ event, change }) => (event ? [change] : [])));
  for (const { change, answer } of keys) {
    if (withEvents.has(change) && isDone(change, answer.kind)) add(`${answer.kind} ${answer.hold_id}`, -1);
  }
  return [...effects].flatMap(([name, left]) => {
    if (left > 0) return [`${name}: ${left} more effects than keys that asked for it`];
    // Whoever accepts what was accepted is told so, and nothing happens.
    return left < 0 && !name.startsWith("accepted ")
      ? [`${name}: answered, and ${-left} effects are missing`]
      : [];
  });
}

function reportFaults({ keys, reports, events }: Rows): string[] {
  const said = new Map<string, number>();
  const add = (name: string, by: number) => said.set(name, (said.get(name) ?? 0) + by);
  for (const { poolId, saidAt, way } of reports) if (way === "web") add(`pool ${poolId} at ${saidAt}`, 1);
  let ofArrivals = events.filter(({ what }) => what === "arrived").length;
  for (const { answer } of keys) {
    if (answer.kind === "reported") add(`pool ${answer.pool_id} at ${microsecondsOf(answer.said_at!)}`, -1);
  }
  const faults: string[] = [];
  for (const [name, left] of said) {
    if (left < 0) faults.push(`report of ${name}: answered, and its row is missing`);
    else ofArrivals -= left;
  }
  if (ofArrivals !== 0) faults.push(`reports: ${-ofArrivals} more than keys and arrivals account for`);
  return faults;
}

function countFaults({ keys, doorReports, openings }: Rows): string[] {
  const answered = (kind: string) => keys.filter(({ answer }) => answer.kind === kind).length;
  const pairs = [
    ["door reports", doorReports, answered("heard")],
    ["words for tonight", openings, answered("said")],
  ] as const;
  return pairs.flatMap(([name, found, asked]) =>
    found === asked ? [] : [`${name}: ${found} rows for ${asked} answered keys`],
  );
}

function isDone(change: string, answer: string): boolean {
  return Object.values(EFFECTS).some((effect) => effect.change === change && effect.done === answer);
}

/** Exact, as PostgreSQL writes them in JSON: a Date would forget the microseconds. */
export function microsecondsOf(moment: string): number {
  const [, whole = "", fraction = "", zone = "Z"] =
    /^(.*?:\d\d)(?:\.(\d{1,6}))?(Z|[+-]\d\d(?::\d\d)?)$/.exec(moment.replace(" ", "T")) ?? [];
  const offset = zone.length === 3 ? `${zone}:00` : zone;
  return Date.parse(`${whole}${offset}`) * 1000 + Number(fraction.padEnd(6, "0"));
}
