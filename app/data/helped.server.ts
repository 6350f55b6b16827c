/** How many a group has helped, from what is kept when the asks are forgotten. */
import type { Helped } from "~/domain/helped";
import { sql, within } from "./database.server";

/** Null: not in the group. */
export async function helpedBy(token: string, groupId: number): Promise<Helped | null> {
  type Told = Omit<Helped, "months"> & {
    months: { month: string; counts: Helped["months"][number]["counts"] | null }[];
  };
  const [row] = await within(
    sql<[{ answer: Told | null }]>`select helped_by(${token}, ${groupId}) as answer`,
  );
  const told = row.answer;
  return (
    told && { ...told, months: told.months.map(({ month, counts }) => ({ month, counts: counts ?? [] })) }
  );
}
