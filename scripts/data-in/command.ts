/** What the data commands share: arguments read, the database opened, refusals said as one sentence. */
import { parseArgs, type ParseArgsConfig } from "node:util";
import { closeDatabase, ownerSql, within } from "~/data/database.server";
import type { Sql } from "~/data/connection.server";
import { findRegion, regions } from "~/data/regions.server";
import type { Region } from "~/domain/region";
import { readDotEnv } from "../start/settings";
import { Refusal } from "../postgres/refusal";
import { withDatabase } from "../postgres/with-database";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Every option as text, in the order it was given; flags are [""]. */
export type Arguments<Names extends string> = { given: Partial<Record<Names, string[]>>; files: string[] };

export async function runCommand(work: () => Promise<void>): Promise<void> {
  readDotEnv();
  try {
    await work();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Refusal) return console.error(error.message);
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  }
}

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

/** The owner's connection, with the app's own modules acting as the owner too: a command is no visitor. */
export async function asOwner(job: string, work: (owner: Sql) => Promise<void>): Promise<void> {
  await withDatabase(job, async (ownerUrl) => {
    process.env.DATABASE_WEB_URL = ownerUrl;
    const owner = ownerSql(ownerUrl, 1);
    try {
      const [{ exists }] = await within(owner<[{ exists: boolean }]>`
        select to_regclass('warmstop.regions') is not null as exists
      `);
      if (!exists)
        throw new Refusal("The database has no tables yet: run `npm start` once, or `npm run migrate`.");
      await work(owner);
    } finally {
      await Promise.all([owner.end({ timeout: 2 }), closeDatabase()]);
    }
  });
}

/** One region by its slug; a sentence with those there are, where it is not one of them. */
export async function requireRegion(slug: string): Promise<Region> {
  const region = await findRegion(slug);
  if (region) return region;
  const slugs = (await regions()).map((each) => each.slug);
  const known = slugs.length > 0 ? `The regions are: ${slugs.join(", ")}.` : "There is no region yet.";
  throw new Refusal(`There is no region "${slug}". ${known} Make one with \`npm run region\`.`);
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
