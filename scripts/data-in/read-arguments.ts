/** A command's arguments, read with a sentence for each that cannot be taken. */
import { parseArgs, type ParseArgsConfig } from "node:util";
import { Refusal } from "../postgres/refusal";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Every option as text, in the order it was given; flags are [""]. */
export type Arguments<Names extends string> = { given: Partial<Record<Names, string[]>>; files: string[] };

export function readArguments<Names extends string>(
  args: string[],
  names: { text: readonly Names[]; flags?: readonly Names[] },
  usage: string,
): Arguments<Names> {
  const flags: readonly string[] = names.flags ?? [];
  const options: Options = { help: { type: "boolean", short: "h" } };
  for (const name of names.text) options[name] = { type: "string", multiple: true };
  for (const name of flags) options[name] = { type: "boolean", multiple: true };
  const { values, positionals } = parsed(joinNegatives(args), options, usage);
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const given = Object.entries(values).map(([name, all]) => [name, (all as unknown[]).map(String)]);
  return { given: Object.fromEntries(given) as Arguments<Names>["given"], files: positionals };
}

export function only(values: string[] | undefined, option: string, usage: string): string {
  if (!values) throw new Refusal(`${option} is needed.\n\n${usage}`);
  if (values.length > 1) throw new Refusal(`${option} is given twice.`);
  return values[0]!;
}

export function wholeNumber(words: string, option: string, [least, most]: [number, number]): number {
  const number = Number(words);
  if (/^-?\d+$/.test(words) && number >= least && number <= most) return number;
  throw new Refusal(`${option} takes a whole number from ${least} to ${most}; "${words}" is not one.`);
}

// "--occupied -3" is a negative number, not an option: the command itself says what is wrong with it.
function joinNegatives(args: string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    if (/^-[\d.]/.test(arg) && joined.at(-1)?.startsWith("--")) joined.push(`${joined.pop()}=${arg}`);
    else joined.push(arg);
  }
  return joined;
}

function parsed(args: string[], options: Options, usage: string) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refusal(`${error.message.replace(/\.? To specify a positional.*$/, "")}.\n\n${usage}`);
  }
}
