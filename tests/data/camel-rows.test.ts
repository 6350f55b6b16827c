import * as fc from "fast-check";
import postgres from "postgres";
import { expect, test } from "vitest";
import { camelRows } from "~/data/camel-rows.server";

const JSONB = 3802;
const from = postgres.toCamel as unknown as typeof camelRows;

test("a row and the JSON in it are named as the driver names them", () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(_[a-z0-9]{1,4}){0,3}$/);
  const json = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.array(tie("any"), { maxLength: 4 }),
      fc.dictionary(name, tie("any"), { maxKeys: 5, noNullPrototype: true }),
    ),
  })).any;
  fc.assert(
    fc.property(name, json, (column, value) => {
      expect(camelRows.column.from(column)).toBe(from.column.from(column));
      expect(camelRows.value.from(value, { type: JSONB })).toEqual(from.value.from(value, { type: JSONB }));
      expect(camelRows.value.from(value, { type: 25 })).toBe(value);
    }),
  );
});
