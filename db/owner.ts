/** Who owns the schema and its functions: never a superuser, for they run with their owner's rights. */
import type { Sql } from "~/data/connection.server";
import { roleOf } from "~/data/web-role.server";

/** Any number that no other program on the server locks; the lock is per database. */
export const LOCK = 7_266_701_553;

type Here = {
  database: string;
  me: string;
  isSuperuser: boolean;
  owner: string | null;
  ownerIsSuperuser: boolean;
};

/** The owning role's name, quoted; makes the schema, and for a superuser a role without a login to own it. */
export async function ownerOf(sql: Sql): Promise<string> {
  const before = await look(sql);
  if (before.owner === null) await makeSchema(sql, before);
  const { owner, ownerIsSuperuser } = await look(sql);
  if (owner === null || ownerIsSuperuser) {
    throw new Error(
      `The schema "warmstop" belongs to a superuser, and its functions would run with all rights. ` +
        `Give it to another role: alter schema warmstop owner to ...`,
    );
  }
  return quoted(owner);
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

async function look(sql: Sql): Promise<Here> {
  const [here] = await sql<[Here]>`
    select
      current_database() as database,
      current_user as me,
      me.rolsuper as is_superuser,
      owner.rolname as owner,
      coalesce(owner.rolsuper, false) as owner_is_superuser
    from pg_roles as me
      left join pg_namespace on nspname = 'warmstop'
      left join pg_roles as owner on owner.oid = nspowner
    where me.rolname = current_user`;
  return here;
}

async function makeSchema(sql: Sql, { database, me, isSuperuser }: Here): Promise<void> {
  const owner = isSuperuser ? roleOf(database, "owner") : me;
  await sql.unsafe(`
    select pg_advisory_xact_lock(${LOCK});
    do $make$ begin
      if not exists (select from pg_roles where rolname = ${literal(owner)}) then
        create role ${quoted(owner)} nologin;
      end if;
    end $make$;
    create schema if not exists warmstop authorization ${quoted(owner)};
  `);
}
