import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { connect } from "~/data/connection.server";
import { databaseUrl, roleOf } from "~/data/web-role.server";
import { migrate, migrationsIn } from "../../db/migrate";
import { emptyDatabase } from "../support/database";

const database = emptyDatabase();
const real = new URL("../../db/migrations/", import.meta.url);
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** A folder with the real migrations, and others written into it. */
async function folderWith(extra: Record<string, string>, from = real): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), "migrations-"));
  folders.push(folder);
  await cp(from, folder, { recursive: true });
  for (const [name, text] of Object.entries(extra)) await writeFile(join(folder, name), text);
  return pathToFileURL(`${folder}/`);
}

const next = async () => String((await readdir(real)).length + 1).padStart(4, "0");
const up = (folder?: URL, appSecret = "secret") => migrate(database.ownerUrl, { appSecret, folder });

async function inOwn<Row>(text: string): Promise<Row[]> {
  const own = connect(database.ownerUrl, { max: 1 });
  try {
    return [...(await own.unsafe<(Row & object)[]>(text))] as Row[];
  } finally {
    await own.end();
  }
}

async function isSuperuser(): Promise<boolean> {
  const [me] = await database.admin`select rolsuper from pg_roles where rolname = current_user`;
  return me?.rolsuper;
}

test("an empty database gets every migration, in order, and a second run finds nothing to do", async () => {
  const { applied, webUrl } = await up();
  expect(applied).toEqual((await readdir(real)).toSorted());
  expect(await up()).toEqual({ applied: [], webUrl });
});

test("four processes at once apply each migration once", async () => {
  const runs = await Promise.all([up(), up(), up(), up()]);
  expect(runs.flatMap(({ applied }) => applied).toSorted()).toEqual((await readdir(real)).toSorted());
  expect(new Set(runs.map(({ webUrl }) => webUrl)).size).toBe(1);
});

test("the schema and its functions belong to a role that cannot log in, where the user is a superuser", async ({
  skip,
}) => {
  if (!(await isSuperuser())) skip("the server's user is no superuser");
  await up();
  const [owner] = await inOwn(`
    select rolname, rolsuper, rolcanlogin
    from pg_namespace join pg_roles on pg_roles.oid = nspowner
    where nspname = 'warmstop'`);
  expect(owner).toEqual({ rolname: roleOf(database.name, "owner"), rolsuper: false, rolcanlogin: false });
});

test("a migration that breaks halfway leaves nothing of itself and names itself", async () => {
  const name = `${await next()}-broken.sql`;
  const folder = await folderWith({ [name]: "create table half (id integer);\nselect nonsense;" });
  await expect(up(folder)).rejects.toThrow(`Migration ${name} could not be applied; nothing of it was.`);
  expect(await inOwn("select to_regclass('warmstop.half') as half")).toEqual([{ half: null }]);
  expect((await up()).applied).toEqual([]);
});

test("a later migration is applied alone, and its functions are nobody's to call", async () => {
  await up();
  const name = `${await next()}-later.sql`;
  const text =
    "create function later() returns integer language sql set search_path = warmstop, pg_temp return 1; -- end";
  expect((await up(await folderWith({ [name]: text }))).applied).toEqual([name]);
  expect(
    await inOwn(`
    select has_function_privilege('${roleOf(database.name, "web")}', 'warmstop.later()', 'execute') as may`),
  ).toEqual([{ may: false }]);
});

test("a gap, a number given twice and a name out of order are refused before anything is done", async () => {
  for (const name of ["0099-far.sql", "0001-again.sql", "7-seven.sql", "abcd-words.sql"]) {
    await expect(up(await folderWith({ [name]: "select 1" }))).rejects.toThrow("without a gap");
  }
  expect(await inOwn("select to_regnamespace('warmstop') as schema")).toEqual([{ schema: null }]);
});

test("a migration that was changed after it was applied is refused", async () => {
  await up();
  const first = (await readdir(real)).toSorted()[0]!;
  const text = await readFile(new URL(first, real), "utf8");
  await expect(up(await folderWith({ [first]: `${text}-- one more thought\n` }))).rejects.toThrow(
    `Migration ${first} was changed after it was applied`,
  );
});

test("line ends of another system are no change", async () => {
  const crlf: Record<string, string> = {};
  for (const { name, text } of await migrationsIn(real)) crlf[name] = text.replaceAll("\n", "\r\n");
  await up();
  expect((await up(await folderWith(crlf))).applied).toEqual([]);
});

test("a program older than the database does not touch it", async () => {
  const name = `${await next()}-newer.sql`;
  await up(await folderWith({ [name]: "select 1" }));
  await expect(up()).rejects.toThrow(`The database is newer than this program: it has ${name}.`);
});

test("a new secret gives the web role a new password", async () => {
  const before = (await up()).webUrl;
  const after = (await up(undefined, "another secret")).webUrl;
  expect(after).not.toBe(before);
  const old = connect(before, { max: 1 });
  await expect(old`select 1`).rejects.toMatchObject({ code: "28P01" });
  await old.end({ timeout: 1 });
});

test("a web URL of one's own is used, and its role made where it is missing", async () => {
  const webUrl = databaseUrl(database.ownerUrl);
  webUrl.username = roleOf(database.name, "web");
  webUrl.password = "of my own";
  expect((await migrate(database.ownerUrl, { appSecret: "", webUrl: webUrl.href })).webUrl).toBe(webUrl.href);
});

test("the owner itself is no web role", async () => {
  await expect(migrate(database.ownerUrl, { appSecret: "", webUrl: database.ownerUrl })).rejects.toThrow(
    "has the owner's rights",
  );
});

test("a schema that belongs to a superuser is refused", async ({ skip }) => {
  if (!(await isSuperuser())) skip("the server's user is no superuser");
  await inOwn("create schema warmstop");
  await expect(up()).rejects.toThrow("belongs to a superuser");
});

/** An owner like a managed server's: no superuser, and `rights` beyond that. */
async function managedOwner(rights: string): Promise<string> {
  const url = databaseUrl(database.ownerUrl);
  url.username = roleOf(database.name, "owner");
  url.password = "managed";
  await database.admin.unsafe(`create role ${url.username} login password 'managed' ${rights}`);
  await database.admin.unsafe(`grant ${url.username} to current_user`);
  await database.admin.unsafe(`alter database ${database.name} owner to ${url.username}`);
  return url.href;
}

test("a user who may make roles but is no superuser owns the schema and makes the web role", async () => {
  const ownerUrl = await managedOwner("createrole");
  const { webUrl } = await migrate(ownerUrl, { appSecret: "secret" });
  const web = connect(webUrl, { max: 1 });
  expect([...(await web`select slug from warmstop.regions`)]).toEqual([]);
  await web.end({ timeout: 1 });
  expect((await migrate(ownerUrl, { appSecret: "secret" })).applied).toEqual([]);
});

test("where roles cannot be made, the SQL to run is given, and afterwards all is well", async () => {
  const ownerUrl = await managedOwner("nocreaterole");
  const error: Error = await migrate(ownerUrl, { appSecret: "secret" }).then(
    () => new Error("it could"),
    (reason: Error) => reason,
  );
  expect(error.message).toContain("Let an administrator of the server run it, then start again:");
  const byHand = error.message.split("\n").slice(1).join("\n");
  expect(byHand).toContain(`create role "${roleOf(database.name, "web")}" login password 'SCRAM-SHA-256$`);

  await database.admin.unsafe(byHand);
  const { webUrl } = await migrate(ownerUrl, { appSecret: "secret" });
  const web = connect(webUrl, { max: 1 });
  expect([...(await web`select slug from warmstop.regions`)]).toEqual([]);
  await web.end({ timeout: 1 });
});
