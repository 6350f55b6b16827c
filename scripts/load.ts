/** npm run load: how many list reads and holds a second one app process answers, and what open pages cost, at a stated size. */
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { runCommand } from "./data-in/command";
import type { Times } from "./load/askers";
import { measureLoad, type LoadAsked, type Loaded } from "./load/measure";
import { Refusal } from "./postgres/refusal";

const USUAL: LoadAsked = { seconds: 10, clients: 20, places: 5000, regions: 100, viewers: 5000 };
const MOST: LoadAsked = { seconds: 3600, clients: 2000, places: 50_000, regions: 400, viewers: 10_000 };
const USAGE = `npm run load -- ${Object.entries(USUAL)
  .map(([name, usual]) => `[--${name} ${usual}]`)
  .join(" ")}\nIn a database of its own, which is thrown away.\n`;

await runCommand(async () => {
  const asked = readAsked(process.argv.slice(2));
  if (!asked) return void process.stdout.write(USAGE);
  const load = loadavg()[0]!;
  const loaded = await measureLoad(asked, (line) => void process.stderr.write(`${line}\n`));
  for (const line of told(loaded, load)) process.stdout.write(`${line}\n`);
  if (loaded.viewers.left > 0 || loaded.viewers.toldMs === null) process.exitCode = 1;
});

function* told(
  { asked, reads, holds, heldUpMs, memoryMb, viewers }: Loaded,
  load: number,
): Generator<string> {
  yield `${asked.places} places, ${asked.regions} regions, ${asked.clients} clients, one app process; Node ${process.version}, ${availableParallelism()} cores, load ${load.toFixed(1)} before`;
  yield timed("list reads, each of another point", reads, heldUpMs.reads);
  yield timed("holds, each of another phone", holds, heldUpMs.holds);
  const mb = (value: number) => `${value.toFixed(0)} MB`;
  yield `memory of the app: ${mb(memoryMb.before)} before, ${mb(memoryMb.afterRequests)} after the requests, ${mb(memoryMb.withViewers)} with ${viewers.opened} pages open`;
  yield `open pages: ${viewers.opened} of ${asked.viewers}; a changed count had reached all after ${viewers.toldMs === null ? "more than 30 s" : `${viewers.toldMs.toFixed(0)} ms`}; ${viewers.left} connections left after they went`;
}

function timed(name: string, { perSecond, p50, p99, worst, statuses }: Times, heldUp: number): string {
  const answers = Object.entries(statuses).map(([status, n]) => `${status}: ${n}`);
  return `${name}: ${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, worst ${worst.toFixed(0)} ms (${answers.join(", ")}); a request beside them waited ${heldUp.toFixed(0)} ms at most`;
}

function readAsked(args: string[]): LoadAsked | null {
  const names = Object.keys(USUAL) as (keyof LoadAsked)[];
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({ args, options: { ...options, help: { type: "boolean" } } }));
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${USAGE}`);
  }
  if (values.help) return null;
  const asked = { ...USUAL };
  for (const name of names) {
    const words = values[name] ?? String(USUAL[name]);
    const number = Number(words);
    if (!/^\d+$/.test(String(words)) || number < 1 || number > MOST[name])
      throw new Refusal(`--${name} is "${words}": it must be a whole number from 1 to ${MOST[name]}.`);
    asked[name] = number;
  }
  return asked;
}
