/** Short conversations with a server, before and outside the app. */
import postgres from "postgres";
import type { Cluster } from "./cluster";

export function urlFor(
  { keys }: Pick<Cluster, "keys">,
  user: "postgres" | "warmstop",
  database: string,
): string {
  const password = user === "postgres" ? keys.superPassword : keys.ownerPassword;
  return `postgres://${user}:${password}@127.0.0.1:${keys.port}/${database}`;
}

/** Asks one thing over a connection of its own, which is closed whatever comes. */
export async function ask<Answer>(
  url: string,
  question: (sql: postgres.Sql) => Promise<Answer>,
): Promise<Answer> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 5,
    idle_timeout: 5,
    onnotice: () => undefined,
    connection: { application_name: "warmstop start" },
  });
  try {
    return await question(sql);
  } finally {
    await sql.end({ timeout: 1 }).catch(() => undefined);
  }
}

export async function answers(url: string): Promise<boolean> {
  try {
    await ask(url, (sql) => sql`select 1`);
    return true;
  } catch {
    return false;
  }
}

/** The database and the role that owns it; that role is no superuser, like the one a hosted server gives. */
export async function ensureDatabase(cluster: Cluster): Promise<void> {
  await ask(urlFor(cluster, "postgres", "postgres"), async (sql) => {
    const [role] = await sql`select 1 from pg_roles where rolname = 'warmstop'`;
    if (role === undefined) {
      // The password is base64url: it needs no quoting, and a utility statement takes no parameters.
      await sql.unsafe(
        `create role warmstop login createdb createrole password '${cluster.keys.ownerPassword}'`,
      );
    }
    const [database] = await sql`select 1 from pg_database where datname = 'warmstop'`;
    if (database === undefined) await sql`create database warmstop owner warmstop`;
  });
}
