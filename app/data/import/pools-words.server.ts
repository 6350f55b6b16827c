/**
 * Pools as one line of text: "families room x12 of 4; men bed x40".
 *
 *   pools = pool { ";" pool }
 *   pool  = HOUSEHOLD [ UNIT ] "x" CAPACITY [ "of" PEOPLE ]     (a bed, of one, where nothing else is said)
 */
import { HOUSEHOLDS, UNITS } from "~/domain/pool";
import type { Household, Unit } from "~/domain/pool";
import type { PoolDraft } from "./drafts.server";

export type PoolsWords = { kind: "pools"; pools: PoolDraft[] } | { kind: "unclear"; reason: string };

const POOL = /^([a-z]+)(?:\s+([a-z]+?)s?)?\s+x\s*(\d{1,6})(?:\s+of\s+(\d{1,3}))?$/i;
const MOST_UNITS = 5_000;
const MOST_PEOPLE_PER_UNIT = 20;

export function readPools(words: string): PoolsWords {
  const pools: PoolDraft[] = [];
  for (const part of words.split(";").map((each) => each.trim())) {
    if (part === "") continue;
    const pool = readPool(part);
    if (typeof pool === "string") return { kind: "unclear", reason: pool };
    if (pools.some((other) => poolKey(other) === poolKey(pool))) {
      return { kind: "unclear", reason: `${pool.household} ${pool.unit} is given twice` };
    }
    pools.push(pool);
  }
  return { kind: "pools", pools };
}

export function sayPools(pools: readonly PoolDraft[]): string {
  return pools
    .map(({ household, unit, capacity, peoplePerUnit }) =>
      `${household} ${unit} x${capacity}`.concat(peoplePerUnit === 1 ? "" : ` of ${peoplePerUnit}`),
    )
    .toSorted()
    .join("; ");
}

/** A place has one pool for one household, unit and people per unit. */
export function poolKey({ household, unit, peoplePerUnit }: PoolDraft): string {
  return `${household}/${unit}/${peoplePerUnit}`;
}

function readPool(words: string): PoolDraft | string {
  const [, who, what = "bed", units, people = "1"] = POOL.exec(words) ?? [];
  if (!who) return `"${words}" is not understood: write it like "families room x12 of 4"`;
  const household = HOUSEHOLDS.find((name) => name === who.toLowerCase()) satisfies Household | undefined;
  if (!household) return `"${who}" is not one of ${HOUSEHOLDS.join(", ")}`;
  const unit = UNITS.find((name) => name === what.toLowerCase()) satisfies Unit | undefined;
  if (!unit) return `"${what}" is not one of ${UNITS.join(", ")}`;
  const capacity = Number(units);
  const peoplePerUnit = Number(people);
  if (capacity > MOST_UNITS) return `"${words}": more than ${MOST_UNITS} cannot be right`;
  if (peoplePerUnit < 1 || peoplePerUnit > MOST_PEOPLE_PER_UNIT) {
    return `"${words}": 1 to ${MOST_PEOPLE_PER_UNIT} people in one ${unit}`;
  }
  return { household, unit, peoplePerUnit, capacity };
}
