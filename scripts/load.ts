/** npm run load: how many lists and holds a second one app process answers, what each costs, and what slow lines and open pages do to it. */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { runCommand } from "./data-in/command";
import { measureLoad, type LoadAsked } from "./load/measure";
import { told } from "./load/told";
import { Refusal } from "./postgres/refusal";

const USUAL: LoadAsked = {
  seconds: 10,
  clients: 20,
  places: 5000,
  regions: 100,
  stops: 5100,
  viewers: 5000,
  slow: 10_000,
};
const MOST: LoadAsked = {
  seconds: 3600,
  clients: 2000,
  places: 50_000,
  regions: 400,
  stops: 20_000,
  viewers: 10_000,
  slow: 25_000,
};
// Without them the load is measured all the same.
const NONE: (keyof LoadAsked)[] = ["stops", "viewers", "slow"];
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
    const least = NONE.includes(name) ? 0 : 1;
    if (!/^\d+$/.test(String(words)) || number < least || number > MOST[name])
      throw new Refusal(`--${name} is "${words}": it must be a whole number from ${least} to ${MOST[name]}.`);
    asked[name] = number;
  }
  return asked;
}
