/** Every table of the schema as a count and a checksum, to see that nothing at all was changed. */
import type { Sql } from "~/data/connection.server";

export async function tableSums(owner: Sql): Promise<Record<string, string>> {
  const tables = await owner<{ tablename: string }[]>`
    select tablename from pg_tables where schemaname = 'warmstop' order by tablename`;
  const sums: Record<string, string> = {};
  for (const { tablename } of tables) {
    const [{ sum }] = await owner<[{ sum: string }]>`
      select count(*) || ' ' || coalesce(md5(string_agg(row::text, E'\n' order by row::text)), '') as sum
      from ${owner(tablename)} as row`;
    sums[tablename] = sum;
  }
  return sums;
}
