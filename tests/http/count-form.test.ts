import { expect, test } from "vitest";
import { readCount } from "~/http/count-form.server";

const KEY = "0b2ad2c4-3f0d-4c39-8f07-0b3f4b0f6a11";

function sent(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ key: KEY, pool: "7", version: "3", ...fields }))
    form.set(name, value);
  return readCount(form);
}

test("a count is read with the key, the pool and what the page showed", () => {
  expect(sent({ occupied: " 5 ", outOfService: "" })).toEqual({
    kind: "count",
    count: { key: KEY, pool: 7, version: 3, occupied: 5 },
  });
  expect(sent({ sure: "1" })).toMatchObject({ kind: "count", count: { sure: "1" } });
});

test.each(["-1", "2.5", "1e3", "10001", "99999", "viele", "٣", "5 beds"])(
  "%j is no count, and is kept",
  (typed) => {
    expect(sent({ occupied: typed })).toEqual({ kind: "unclear", typed });
    expect(sent({ outOfService: typed })).toEqual({ kind: "unclear", typed });
  },
);

test.each<Record<string, string>>([
  { key: "again" },
  { pool: "x" },
  { version: "-1" },
  { pool: "9".repeat(30) },
])("a form that is none of ours is told apart: %j", (fields: Record<string, string>) =>
  expect(sent({ occupied: "5", ...fields })).toEqual({ kind: "unclear", typed: null }),
);
