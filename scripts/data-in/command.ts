/** What the data commands share: the database opened, what goes wrong said as one sentence. */
import postgres from "postgres";
import { closeDatabase, ownerSql, within } from "~/data/database.server";
import { DatabaseAway } from "~/data/connection.server";
import type { Sql } from "~/data/connection.server";
import { findRegion, regions } from "~/data/regions.server";
import type { Region } from "~/domain/region";
import { type LocalDate, localTime } from "~/domain/zone";
import { readDotEnv } from "../start/settings";
import { Refusal } from "../postgres/refusal";
import { withDatabase } from "../postgres/with-database";

export async function runCommand(work: () => Promise<void>): Promise<void> {
  endQuietlyUnread();
  readDotEnv();
  try {
    await work();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Refusal) return console.error(error.message);
    if (error instanceof DatabaseAway) {
      return console.error(`${sentence(error.message)} Is it running, and is DATABASE_URL right?`);
    }
    if (error instanceof postgres.PostgresError) return console.error(`PostgreSQL says: ${error.message}.`);
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  }
}

// With `| head -1` the reader leaves early: what was begun is finished, unheard.
function endQuietlyUnread(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
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

export function todayIn({ timeZone }: Region): LocalDate {
  return localTime(Date.now() / 1000, timeZone).date;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
