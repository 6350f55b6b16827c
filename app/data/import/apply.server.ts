/** Puts a previewed places file in force: all of it, or nothing. */
import type { Sql } from "~/data/connection.server";
import type { Preview } from "./preview.server";

export type Applied = { kind: "applied"; places: number; gone: number } | { kind: "unknown-region" };

/** One statement: what fails in it, or dies with its connection, has no effect. */
export async function applyPlaces(
  sql: Sql,
  regionId: number,
  source: string,
  { drafts, safetyCards, secret }: Pick<Preview, "drafts" | "safetyCards" | "secret">,
): Promise<Applied> {
  const [{ applied }] = await sql<[{ applied: Applied }]>`
    select apply_places(
      ${regionId}, ${source}, ${sql.json(drafts as never)}, ${sql.json(safetyCards as never)}, ${secret}::text[]
    ) as applied
  `;
  return applied;
}
