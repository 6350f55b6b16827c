/** A migrated database for a test file alone, copied from a template that is made once per schema. */
import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { migrate, migrationsIn } from "../../db/migrate";
import { closeDatabase, ownerSql } from "~/data/database.server";
import { connect, type Sql } from "~/data/connection.server";
import { databaseUrl, roleOf } from "~/data/web-role.server";

export type TestDatabase = {
  name: string;
  /** As the server's owner, and as the web role. */
  ownerUrl: string;
  webUrl: string;
  owner: Sql;
};

const TEMPLATE_LOCK = 7_266_701_554;

/**
 * At the top of a test file, outside of any hook. While its tests run, the app's own modules (`sql`, `placesIn`
 * and all others) work on this database; its fields can be read in hooks and tests.
 */
export function testDatabase(): TestDatabase {
  const database = {} as TestDatabase;
  let admin: Sql;

  beforeAll(async () => {
    const server = serverUrl();
    const name = newName();
    admin = connect(server, { max: 1 });
    await admin.unsafe(`create database ${name} template ${await template(server, admin)}`);
    const ownerUrl = urlOf(server, name);
    const { webUrl } = await migrate(ownerUrl, { appSecret: name });
    process.env.DATABASE_WEB_URL = webUrl;
    Object.assign(database, { name, ownerUrl, webUrl, owner: ownerSql(ownerUrl) } satisfies TestDatabase);
  });

  afterAll(async () => {
    await Promise.all([closeDatabase(), database.owner?.end({ timeout: 2 })]);
    if (database.name) await drop(admin, database.name);
    await admin?.end({ timeout: 2 });
  });
  return database;
}

/** As testDatabase, without a schema: for tests of the migrations themselves. */
export function emptyDatabase(): { name: string; ownerUrl: string; admin: Sql } {
  const database = {} as { name: string; ownerUrl: string; admin: Sql };

  beforeEach(async () => {
    const server = serverUrl();
    const name = newName();
    const admin = connect(server, { max: 1 });
    await admin.unsafe(`create database ${name}`);
    Object.assign(database, { name, ownerUrl: urlOf(server, name), admin });
  });

  afterEach(async () => {
    await drop(database.admin, database.name);
    await database.admin.end({ timeout: 2 });
  });
  return database;
}

async function drop(admin: Sql, name: string): Promise<void> {
  // To force it needs rights over whoever is still connected; a plain drop waits for them to leave.
  const plainly = () => admin.unsafe(`drop database ${name}`);
  // Whatever still runs beside a test asks again and again: while the app's own way was closed it may have opened another.
  await admin.unsafe(`alter database ${name} with allow_connections false`);
  await closeDatabase();
  await plainly()
    .catch(plainly)
    .catch(() => admin.unsafe(`drop database ${name} with (force)`))
    // A worker of the server itself may have been in it, whom only its owner may send away.
    .catch(plainly);
  for (const part of ["web", "owner"] as const)
    await admin.unsafe(`drop role if exists ${roleOf(name, part)}`);
}

function newName(): string {
  return `test_${randomBytes(6).toString("hex")}`;
}

export function urlOf(server: string, database: string): string {
  const url = databaseUrl(server);
  url.pathname = `/${database}`;
  return url.href;
}

function serverUrl(): string {
  const url = process.env.WARMSTOP_TEST_SERVER;
  if (!url) throw new Error("These tests need a database server: run `npm test`, which starts one.");
  return url;
}

/** Made by whichever test file comes first; the others wait for it. */
async function template(server: string, admin: Sql): Promise<string> {
  const name = `warmstop_template_${await fingerprint(databaseUrl(server).username)}`;
  await admin`select pg_advisory_lock(${TEMPLATE_LOCK})`;
  try {
    const [made] = await admin`select from pg_database where datname = ${name}`;
    if (made) return name;
    const draft = `${name}_draft`;
    await admin.unsafe(`drop database if exists ${draft} with (force)`);
    await admin.unsafe(`create database ${draft}`);
    await migrate(urlOf(server, draft), { appSecret: name });
    // The name says that it is whole.
    await admin.unsafe(`alter database ${draft} rename to ${name}`);
    return name;
  } finally {
    await admin`select pg_advisory_unlock(${TEMPLATE_LOCK})`;
  }
}

// Who made a template owns it: another user cannot copy it.
async function fingerprint(user: string): Promise<string> {
  const hash = createHash("sha256").update(user);
  for (const { sha256 } of await migrationsIn(new URL("../../db/migrations/", import.meta.url)))
    hash.update(sha256);
  for (const name of ["migrate.ts", "owner.ts", "web-role.ts", "web-role.sql"]) {
    hash.update(await readFile(new URL(`../../db/${name}`, import.meta.url)));
  }
  return hash.digest("hex").slice(0, 12);
}
