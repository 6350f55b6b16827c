/** What a run found, as a person reads it. */
import type { Fault } from "./plan";
import type { Attempt, History, Rows } from "./history";
import type { RunAsked } from "./run";

export type Outcome = {
  asked: RunAsked;
  history: History;
  faults: Partial<Record<Fault, number>>;
  healthyMs: number[];
  stoppedMs: number[];
  /** Forms sent again when all was over. */
  resent: number;
  /** How often a looker-on read the rows during the run. */
  looked: number;
  broken: string[];
  rows: Rows | null;
  seconds: number;
};

const MOST_OF_A_SORT = 6;

export function* told(outcome: Outcome): Generator<string> {
  const { asked, history, rows, broken } = outcome;
  const attempts = history.changes.flatMap((change) => change.attempts);
  const all = [...attempts, ...history.readings];
  const requests = attempts.length + history.readings.length;
  yield `seed ${asked.seed}, ${asked.clients} clients, ${outcome.seconds.toFixed(0)} s, 2 app processes, 1 PostgreSQL\n`;
  yield `requests      ${requests} (${(requests / outcome.seconds).toFixed(0)}/s), ${attempts.length} of them changes with ${history.changes.length} keys\n`;
  yield `acknowledged  ${counted(history.changes.filter(isDone).map(({ kind }) => kind))}\n`;
  yield `refused       ${counted(refusals(outcome))}\n`;
  yield `unanswered    ${counted(attempts.flatMap(({ said }) => (said.kind === "unknown" ? [said.why] : [])))}\n`;
  yield `replayed      ${attempts.length - history.changes.length} times a key was sent again, ${outcome.resent} of them at the end\n`;
  yield `pages         ${counted(history.readings.map(({ status }) => String(status ?? "no answer")))}\n`;
  yield `faults        ${counted(Object.entries(outcome.faults).flatMap(([name, n]) => Array<string>(n).fill(name)))}\n`;
  yield `worst         answer ${seconds(worst(all))}, p99 ${seconds(p99(all))}, without the time no processor was free ${seconds(worst(all.map(({ ms, heldMs }) => ({ ms: ms - heldMs }))))}; healthy again ${seconds(Math.max(0, ...outcome.healthyMs))}; stop ${seconds(Math.max(0, ...outcome.stoppedMs))}\n`;
  if (rows)
    yield `rows          ${rows.holds.length} holds, ${rows.events.length} events (${counted(rows.events.map(({ what }) => what))}), ${rows.reports.length} reports; looked on ${outcome.looked} times\n`;
  if (broken.length === 0) yield "Nothing was broken.\n";
  else yield* brokenTold(broken, asked);
}

function* brokenTold(broken: string[], { seed, clients, seconds: length }: RunAsked): Generator<string> {
  yield `BROKEN: ${broken.length}\n`;
  const sorts = new Map<string, string[]>();
  for (const sentence of broken)
    sorts.set(sortOf(sentence), [...(sorts.get(sortOf(sentence)) ?? []), sentence]);
  for (const [sort, sentences] of sorts) {
    for (const sentence of sentences.slice(0, MOST_OF_A_SORT)) yield `  ${sentence}\n`;
    if (sentences.length > MOST_OF_A_SORT) yield `  and ${sentences.length - MOST_OF_A_SORT} more: ${sort}\n`;
  }
  yield `Again: npm run faults -- --seconds ${length} --clients ${clients} --seed ${seed}\n`;
}

function sortOf(sentence: string): string {
  return sentence
    .replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, "ID")
    .replaceAll(/[\d.]+/g, "N")
    .slice(0, 100);
}

function isDone({ attempts }: { attempts: Attempt[] }): boolean {
  return attempts.some(({ said }) => said.kind === "done" || said.kind === "over");
}

/** By what the database said, where it was asked. */
function refusals({ history, rows }: Outcome): string[] {
  const kept = new Map(rows?.keys.map(({ key, answer }) => [key, answer.kind]));
  return history.changes.flatMap(({ kind, key, attempts }) => {
    const refused = attempts.find(({ said }) => said.kind === "refused");
    return refused?.said.kind === "refused" ? [`${kind}: ${kept.get(key) ?? refused.said.why}`] : [];
  });
}

function counted(names: string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1]);
  return sorted.length === 0
    ? "none"
    : `${names.length}: ${sorted.map(([name, n]) => `${name} ${n}`).join(", ")}`;
}

type Timed = { ms: number };

function worst(all: Timed[]): number {
  return all.reduce((most, { ms }) => Math.max(most, ms), 0);
}

function p99(all: Timed[]): number {
  const sorted = all.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
