/**
 * Rows in the domain's names, `placeId` for place_id, in JSON too. As the driver's own way does it, which makes an object for
 * each field of each object: on a list that was a third of all work.
 */
import postgres from "postgres";

const JSON_TYPES = new Set([114, 3802]);
// Far more than the schema has; what people type is no name.
const MOST_KNOWN = 1_000;
const known = new Map<string, string>();

export const camelRows = {
  column: { from: camel },
  value: {
    from: (value: unknown, column: { type: number }) =>
      JSON_TYPES.has(column.type) ? camelled(value) : value,
  },
};

function camel(name: string): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  const made = postgres.toCamel(name);
  if (known.size < MOST_KNOWN) known.set(name, made);
  return made;
}

function camelled(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(camelled);
  const made: Record<string, unknown> = {};
  for (const name in value) made[camel(name)] = camelled((value as Record<string, unknown>)[name]);
  return made;
}
