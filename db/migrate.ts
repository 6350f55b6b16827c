/** Brings a database to the newest schema: numbered migrations, forwards only, each whole or not at all. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { ownerSql } from "~/data/database.server";
import type { Sql } from "~/data/connection.server";
import { LOCK, ownerOf } from "./owner";
import { prepareWebRole } from "./web-role";

export type Migration = { number: number; name: string; text: string; sha256: string };
type Applied = Omit<Migration, "text">;
type Options = { appSecret: string; webUrl?: string; folder?: URL };

const FOLDER = new URL("./migrations/", import.meta.url);

const APPLIED_MEANWHILE = "WS001";

/** Safe to call from several processes at once. */
export async function migrate(
  ownerUrl: string,
  { appSecret, webUrl, folder = FOLDER }: Options,
): Promise<{ applied: string[]; webUrl: string }> {
  const migrations = await migrationsIn(folder);
  const sql = ownerSql(ownerUrl, 1);
  try {
    const owner = await ownerOf(sql);
    await changeAsOwner(sql, owner, JOURNAL);
    const applied: string[] = [];
    for (const migration of pending(migrations, await appliedTo(sql))) {
      if (await apply(sql, owner, migration)) applied.push(migration.name);
    }
    return { applied, webUrl: await prepareWebRole(sql, owner, { ownerUrl, appSecret, webUrl }) };
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** The migrations of a folder, in order; throws where a number is missing or given twice. */
export async function migrationsIn(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).toSorted();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
      if (number !== index + 1) {
        throw new Error(
          `Migrations are numbered 0001, 0002 and on, without a gap: ${name} is number ${index + 1}.`,
        );
      }
      // A checkout on Windows must not look like a change.
      const text = (await readFile(new URL(name, folder), "utf8")).replaceAll("\r\n", "\n");
      return { number, name, text, sha256: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

/** What is left to apply; throws where the database and the folder tell different histories. */
export function pending(migrations: Migration[], applied: Applied[]): Migration[] {
  for (const [index, { number, name, sha256 }] of applied.entries()) {
    const migration = migrations[index];
    if (number !== index + 1) throw new Error(`The database lacks migration ${index + 1} and has ${name}.`);
    if (!migration) throw new Error(`The database is newer than this program: it has ${name}.`);
    if (migration.name !== name || migration.sha256 !== sha256) {
      throw new Error(
        `Migration ${name} was changed after it was applied. Take it back; add a new one instead.`,
      );
    }
  }
  return migrations.slice(applied.length);
}

const JOURNAL = `
  create table if not exists migrations (
    number integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default clock_timestamp()
  )`;

async function appliedTo(sql: Sql): Promise<Applied[]> {
  return sql<Applied[]>`
    select number, name, sha256
    from warmstop.migrations
    order by number`;
}

/** False where another process was quicker. */
async function apply(sql: Sql, owner: string, { number, name, text, sha256 }: Migration): Promise<boolean> {
  const unlessApplied = `
    do $guard$ begin
      if exists (select from migrations where number = ${number}) then
        raise exception 'applied meanwhile' using errcode = '${APPLIED_MEANWHILE}';
      end if;
    end $guard$`;
  const note = `insert into migrations (number, name, sha256) values (${number}, '${name}', '${sha256}')`;
  const noOneElse = "revoke execute on all functions in schema warmstop from public";
  try {
    await changeAsOwner(sql, owner, [unlessApplied, text, note, noOneElse].join(";\n"));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === APPLIED_MEANWHILE) return false;
    throw new Error(`Migration ${name} could not be applied; nothing of it was.`, { cause: error });
  }
}

// One message, so one transaction: a connection that dies in between leaves nothing behind.
async function changeAsOwner(sql: Sql, owner: string, text: string): Promise<void> {
  await sql.unsafe(`
    select pg_advisory_xact_lock(${LOCK});
    set local role ${owner};
    set local search_path = warmstop, pg_temp;
    ${text};
  `);
}
