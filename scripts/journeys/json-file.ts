/** A JSON file that somebody wrote by hand: read with a sentence for what is wrong, and in which row. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { EpochSeconds } from "~/domain/journey";
import { shown } from "~/transit/gtfs/shown";
import { Refusal } from "../postgres/refusal";
import { clockSeconds, isOnEarth } from "./read-words";

export type Fields = Record<string, unknown>;

const MOST_SAID = 20;

export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(error.code === "EISDIR" ? `${file} is a folder.` : `There is no file ${file}.`);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const at = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? text.length);
    const line = text.slice(0, at).split("\n").length;
    throw new Refusal(`${path.basename(file)}, line ${line}: this is not JSON.`);
  }
}

/** Each row made into something, or all of their faults said at once; a row that is null is left out. */
export function eachRow<T>(file: string, rows: unknown[], read: (row: Fields) => T | null): T[] {
  const faults: string[] = [];
  const made = rows.flatMap((row, index) => {
    try {
      if (!isFields(row)) throw new RowFault("is not an object in braces");
      return read(row) ?? [];
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      faults.push(`  row ${index + 1}: ${error.message}`);
      return [];
    }
  });
  if (faults.length === 0) return made;
  const more = faults.length > MOST_SAID ? `\n  and ${faults.length - MOST_SAID} more` : "";
  throw new Refusal(
    `${path.basename(file)} cannot be used:\n${faults.slice(0, MOST_SAID).join("\n")}${more}`,
  );
}

export class RowFault extends Error {}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function pointIn({ lat, lon }: Fields): { lat: number; lon: number } {
  if (isOnEarth(lat, lon)) return { lat: lat as number, lon: lon as number };
  throw new RowFault(
    `lat and lon are degrees, like 38.627 and -90.199; they are ${said(lat)} and ${said(lon)}`,
  );
}

/** "18:00" of the service day, "31:00" the morning after, or ISO 8601 with its offset. */
export function timeIn(value: unknown, field: string, dayStarts: EpochSeconds): EpochSeconds | null {
  if (value === undefined || value === null || value === "") return null;
  const seconds = typeof value === "string" ? clockSeconds(value) : null;
  if (seconds !== null) return dayStarts + seconds;
  const isIso = typeof value === "string" && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(value);
  const instant = isIso ? Date.parse(value) / 1000 : Number.NaN;
  if (!Number.isNaN(instant)) return Math.floor(instant);
  throw new RowFault(
    `${field} takes a time like 18:00, or 2024-04-10T18:00:00-05:00; ${said(value)} is not one`,
  );
}

export function textIn(value: unknown): string | null {
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  return typeof value === "number" ? String(value) : null;
}

function said(value: unknown): string {
  return value === undefined ? "missing" : shown(typeof value === "string" ? value : JSON.stringify(value));
}
