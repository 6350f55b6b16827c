/** Makes the role the app logs in as, gives it the rights of web-role.sql and sees that it can log in. */
import { readFile } from "node:fs/promises";
import { answerWithin, connect, type Sql } from "~/data/connection.server";
import { databaseUrl, scramVerifier, webUrlFrom } from "~/data/web-role.server";
import { literal, LOCK, quoted } from "./owner";

const RIGHTS = new URL("./web-role.sql", import.meta.url);

const SETTINGS = [
  "search_path = warmstop, pg_temp",
  "lock_timeout = '2s'",
  "statement_timeout = '4s'",
  "idle_in_transaction_session_timeout = '10s'",
  "default_transaction_isolation = 'read committed'",
];

type Role = { exists: boolean; tooMighty: boolean; canConnect: boolean };

/** The URL to log in with. Where roles cannot be made, throws with the SQL for whoever can. */
export async function prepareWebRole(
  sql: Sql,
  owner: string,
  {
    ownerUrl,
    appSecret,
    webUrl = webUrlFrom(ownerUrl, appSecret),
  }: { ownerUrl: string; appSecret: string; webUrl?: string },
): Promise<string> {
  const url = databaseUrl(webUrl);
  const name = decodeURIComponent(url.username);
  const password = scramVerifier(decodeURIComponent(url.password));

  await ensureRole(sql, owner, name, password);
  const rights = (await readFile(RIGHTS, "utf8")).replaceAll(":web", quoted(name));
  await sql.unsafe(`
    select pg_advisory_xact_lock(${LOCK});
    set local role ${owner};
    set local search_path = warmstop, pg_temp;
    ${rights}
  `);

  if (!(await canLogIn(webUrl))) {
    // Another APP_SECRET made it.
    await asRoleMaker(sql, [`alter role ${quoted(name)} login password ${literal(password)}`]);
    if (!(await canLogIn(webUrl)))
      throw new Error(`The role ${name} cannot log in with the password of its URL.`);
  }
  return webUrl;
}

async function ensureRole(sql: Sql, owner: string, name: string, password: string): Promise<void> {
  const role = await look(sql, owner, name);
  if (role.tooMighty) {
    throw new Error(
      `The web role ${name} has the owner's rights. Let DATABASE_WEB_URL name a role without them.`,
    );
  }
  const settings = SETTINGS.map((setting) => `alter role ${quoted(name)} set ${setting}`);
  if (!role.exists) {
    const made = `create role ${quoted(name)} login password ${literal(password)}`;
    await asRoleMaker(sql, [unlessThere(name, made), ...settings], [made, ...settings]);
  } else {
    // The app sends them with every connection as well: a role that may not be altered will do.
    await asRoleMaker(sql, settings).catch(() => {});
  }
  if (role.exists && !role.canConnect) {
    const [{ database }] = await sql<[{ database: string }]>`select current_database() as database`;
    await asRoleMaker(sql, [`grant connect on database ${quoted(database)} to ${quoted(name)}`]);
  }
}

async function look(sql: Sql, owner: string, name: string): Promise<Role> {
  const [role] = await sql<[Role?]>`
    select
      true as exists,
      rolsuper or pg_has_role(oid, ${owner}::regrole, 'member') as too_mighty,
      has_database_privilege(oid, current_database(), 'connect') as can_connect
    from pg_roles
    where rolname = ${name}`;
  return role ?? { exists: false, tooMighty: false, canConnect: false };
}

function unlessThere(name: string, made: string): string {
  return `
    do $make$ begin
      if not exists (select from pg_roles where rolname = ${literal(name)}) then
        ${made};
      end if;
    end $make$`;
}

async function asRoleMaker(sql: Sql, statements: string[], toPrint = statements): Promise<void> {
  try {
    await sql.unsafe([`select pg_advisory_xact_lock(${LOCK})`, ...statements].join(";\n"));
  } catch (error) {
    const byHand = toPrint.map((statement) => `  ${statement};`).join("\n");
    throw new Error(
      `The user of DATABASE_URL may not do this. Let an administrator of the server run it, then start again:\n${byHand}`,
      { cause: error },
    );
  }
}

async function canLogIn(webUrl: string): Promise<boolean> {
  const web = connect(webUrl, { max: 1 });
  try {
    await answerWithin(web`select 1 from warmstop.regions limit 1`, 4000, () => {});
    return true;
  } catch (error) {
    // The password is wrong, or the role may not log in.
    if (error instanceof Error && "code" in error && String(error.code).startsWith("28")) return false;
    throw error;
  } finally {
    await web.end({ timeout: 1 });
  }
}
