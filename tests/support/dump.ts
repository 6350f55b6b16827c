/** A whole database read as a dump would have it, and hours let pass in it. */
import type { Sql } from "~/data/connection.server";

/** Every row of every table, as a dump would have it. */
export async function dumpOf(owner: Sql): Promise<string> {
  const tables = await owner<{ name: string }[]>`
    select relname as name
    from pg_class
    where relnamespace = 'warmstop'::regnamespace and relkind in ('r', 'p')`;
  const rows = await Promise.all(
    tables.map(({ name }) => owner.unsafe(`select to_jsonb(t)::text as row from ${name} as t`)),
  );
  return rows.flatMap((of, at) => of.map(({ row }) => `${tables[at]!.name}: ${row}`)).join("\n");
}

/** As if so much time had passed for everything that carries a time. */
export async function letPassEverywhere(owner: Sql, hours: number): Promise<void> {
  const columns = await owner<{ table: string; column: string }[]>`
    select table_name as table, column_name as column
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'warmstop' and table_type = 'BASE TABLE'
      and data_type = 'timestamp with time zone'`;
  const by = new Map<string, string[]>();
  for (const { table, column } of columns) by.set(table, [...(by.get(table) ?? []), column]);
  const statements = [...by].map(
    ([table, names]) =>
      `alter table ${table} disable trigger user;
       update ${table} set ${names.map((name) => `${name} = ${name} - interval '${hours} hours'`).join(", ")};
       alter table ${table} enable trigger user;`,
  );
  await owner.unsafe(statements.join("\n"));
}
