import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { isUuid } from "~/domain/uuid";

test("a name made by chance is one, and nothing around it, shorter, longer or written otherwise", () => {
  const id = randomUUID();
  expect(isUuid(id)).toBe(true);
  for (const other of [
    "",
    id.slice(1),
    `${id}0`,
    `${id}\n`,
    ` ${id}`,
    id.toUpperCase(),
    id.replaceAll("-", ""),
  ])
    expect(isUuid(other), other).toBe(false);
});
