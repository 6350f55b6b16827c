/**
 * HSDS 3.x JSON as tables (https://docs.openreferral.org): taken flat, as {"services": [...], "locations": [...]}, or
 * nested, as the HSDS API answers; either way each row names its parents by their ids.
 */
import { z } from "zod";

// Numbers stand for texts in many exports, and null for nothing.
const words = z
  .union([z.string(), z.number().transform(String), z.boolean().transform(String), z.null()])
  .optional()
  .catch(undefined)
  .transform((value) => value?.trim() || undefined);
const rowShape = z.record(z.string(), words);

export type HsdsRow = Record<string, string | undefined>;

export const TABLES = [
  "organizations",
  "services",
  "locations",
  "service_at_locations",
  "schedules",
  "phones",
  "addresses",
  "accessibility",
  "required_documents",
  "languages",
  "service_capacities",
  "units",
  "attributes",
  "taxonomy_terms",
] as const;
type Table = (typeof TABLES)[number];
export type HsdsTables = Record<Table, HsdsRow[]>;

// The names a table goes by, in lists and in nested objects.
const NAMES: Record<string, Table> = {
  organization: "organizations",
  service: "services",
  location: "locations",
  service_at_location: "service_at_locations",
  schedule: "schedules",
  phone: "phones",
  address: "addresses",
  physical_addresses: "addresses",
  accessibility_for_disabilities: "accessibility",
  required_document: "required_documents",
  language: "languages",
  service_capacity: "service_capacities",
  capacities: "service_capacities",
  capacity: "service_capacities",
  unit: "units",
  attribute: "attributes",
  taxonomy_term: "taxonomy_terms",
};
const MOST_DEPTH = 12;

export function hsdsTables(json: unknown): HsdsTables | string {
  const tables = Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as HsdsTables;
  const top = Array.isArray(json) ? { services: json } : json;
  if (!isObject(top)) return "is not HSDS: an object with services and locations was expected";
  const lists = Array.isArray(top.contents) ? { services: top.contents } : top;
  for (const [name, rows] of Object.entries(lists)) {
    const table = tableOf(name);
    if (!table || !Array.isArray(rows)) continue;
    for (const row of rows) if (isObject(row)) keep(tables, table, row, {}, 0);
  }
  if (tables.services.length === 0) return "is not HSDS: it lists no services";
  return tables;
}

/** Rows given twice, once flat and once nested, are one; the fuller cells win. */
export function byId(rows: HsdsRow[]): Map<string, HsdsRow> {
  const found = new Map<string, HsdsRow>();
  for (const row of rows) {
    if (row.id) found.set(row.id, { ...found.get(row.id), ...definedOf(row) });
  }
  return found;
}

/** The rows by one of their cells; those without it are in none. */
export function indexed(rows: HsdsRow[], cell: string): Map<string, HsdsRow[]> {
  const found = new Map<string, HsdsRow[]>();
  for (const row of rows) {
    const key = row[cell];
    if (key === undefined) continue;
    const same = found.get(key);
    if (same) same.push(row);
    else found.set(key, [row]);
  }
  return found;
}

function keep(
  tables: HsdsTables,
  table: Table,
  raw: Record<string, unknown>,
  parent: HsdsRow,
  depth: number,
): void {
  if (depth > MOST_DEPTH) return;
  const row: HsdsRow = { ...parent, ...definedOf(rowShape.parse(plainOf(raw))) };
  tables[table].push(row);
  for (const [name, value] of Object.entries(raw)) {
    const child = tableOf(name);
    if (!child) continue;
    if (Array.isArray(value)) {
      const up = parentOf(table, row);
      for (const each of value) if (isObject(each)) keep(tables, child, each, up, depth + 1);
    } else if (isObject(value)) {
      keep(tables, child, value, {}, depth + 1);
      row[`${singular(child)}_id`] ??= typeof value.id === "string" ? value.id : undefined;
    }
  }
}

function parentOf(table: Table, row: HsdsRow): HsdsRow {
  return { [`${singular(table)}_id`]: row.id, link_id: row.id };
}

function tableOf(name: string): Table | undefined {
  return TABLES.find((table) => table === name) ?? NAMES[name];
}

function singular(table: Table): string {
  return table === "service_capacities"
    ? "service_capacity"
    : table.replace(/(ss|s)$/, (end) => end.slice(1));
}

function plainOf(raw: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(raw).filter(([, value]) => typeof value !== "object" || value === null),
  );
}

function definedOf(row: HsdsRow): HsdsRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
