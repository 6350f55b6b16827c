/** Which rooms and beds a place has, and how many: from a form and back. */
import type { PlaceParts, SizedPool } from "~/domain/place-sheet";
import { HOUSEHOLDS, UNITS } from "~/domain/pool";
import { numberIn, Problems, rowsIn, type ReadPart, type Typed } from "./typed.server";

type Said = PlaceParts["units"];

export function readUnits(typed: Typed): ReadPart<Said> {
  const problems = new Problems();
  const seen = new Set<string>();
  const pools = Array.from({ length: rowsIn(typed, "unit") }, (_, row) => `unit-${row}`).flatMap((row) => {
    if ((typed[`${row}-count`] ?? "") === "" || typed[`${row}-gone`]) return [];
    const pool = poolIn(typed, row, problems);
    const same = `${pool.household} ${pool.unit} ${pool.peoplePerUnit}`;
    if (seen.has(same)) problems.add(`${row}-kind`, "twice");
    seen.add(same);
    return [pool];
  });
  return problems.unless({ pools });
}

function poolIn(typed: Typed, row: string, problems: Problems): SizedPool {
  const household = HOUSEHOLDS.find((known) => known === typed[`${row}-for`]);
  const unit = UNITS.find((known) => known === typed[`${row}-kind`]);
  if (!household) problems.add(`${row}-for`, "choose");
  if (!unit) problems.add(`${row}-kind`, "choose");
  const people = typed[`${row}-people`] ? numberIn(typed, `${row}-people`, [1, 50], problems) : 1;
  return {
    household: household ?? "anyone",
    unit: unit ?? "bed",
    peoplePerUnit: people ?? 1,
    capacity: numberIn(typed, `${row}-count`, [0, 10_000], problems) ?? 0,
  };
}

export function typedUnits({ pools }: Said): Typed {
  return Object.fromEntries(
    pools.flatMap(({ household, unit, peoplePerUnit, capacity }, row) => [
      [`unit-${row}-for`, household],
      [`unit-${row}-kind`, unit],
      [`unit-${row}-people`, String(peoplePerUnit)],
      [`unit-${row}-count`, String(capacity)],
    ]),
  ) as Typed;
}
