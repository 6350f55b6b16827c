/** npm run faults: a crowd, two app processes and a database that are killed, cut off and restarted; then what was promised is counted. */
import { parseArgs } from "node:util";
import { told } from "../tests/faults/outcome";
import { runFaults, type RunAsked } from "../tests/faults/run";
import { runCommand } from "./data-in/command";
import { Refusal } from "./postgres/refusal";

const USAGE = `npm run faults -- [--seconds 60] [--clients 200] [--seed 1] [--rate 40]

  --seconds   how long faults happen
  --clients   how many browsers at once
  --seed      which faults, in which order; the same seed gives the same plan
  --rate      requests a second they all make together, about; what the machine cannot do is refused, and counted
`;
const MOST = { seconds: 86_400, clients: 2_000, seed: 2 ** 31, rate: 10_000 };

await runCommand(async () => {
  const asked = readAsked(process.argv.slice(2));
  if (!asked) return void process.stdout.write(USAGE);
  const outcome = await runFaults(asked, (line) => void process.stderr.write(`${line}\n`));
  for (const line of told(outcome)) process.stdout.write(line);
  if (outcome.broken.length > 0) process.exitCode = 1;
});

function readAsked(args: string[]): RunAsked | null {
  const string = { type: "string" } as const;
  const options = {
    seconds: string,
    clients: string,
    seed: string,
    rate: string,
    help: { type: "boolean" },
  } as const;
  const { values } = parse(() => parseArgs({ args, options }));
  if (values.help) return null;
  const whole = (name: keyof typeof MOST, usual: number) => {
    const words = values[name] ?? String(usual);
    const number = Number(words);
    if (/^\d+$/.test(words) && number >= 1 && number <= MOST[name]) return number;
    throw new Refusal(`--${name} is "${words}": it must be a whole number from 1 to ${MOST[name]}.`);
  };
  return {
    seconds: whole("seconds", 60),
    clients: whole("clients", 200),
    seed: whole("seed", 1),
    rate: whole("rate", 40),
  };
}

function parse<Parsed>(read: () => Parsed): Parsed {
  try {
    return read();
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${USAGE}`);
  }
}
