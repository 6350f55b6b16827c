import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readCancelForm, readHoldForm, readLateForm } from "~/http/hold-form.server";

const key = randomUUID();
const hold = randomUUID();

function sent(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe("asking for a hold", () => {
  test.each([
    ["", ""],
    ["   ", ""],
    [" ana@example.org ", "ana@example.org"],
    ["(913) 555-0101", "(913) 555-0101"],
    ["+1 913.555.0101", "+1 913.555.0101"],
    ["9135550101", "9135550101"],
  ])("with the contact %j is asked", (contact, kept) => {
    expect(readHoldForm(sent({ key, pool: "7", contact }))).toEqual({
      kind: "asked",
      form: { key, pool: 7, contact: kept },
    });
  });

  test.each(["ana", "555-0101", "ana@", "call my sister", "1".repeat(400)])(
    "with %s is asked again, as it was typed",
    (contact) => {
      const read = readHoldForm(sent({ key, pool: "7", contact }));
      expect(read).toMatchObject({ kind: "unclear", problem: "contact" });
      expect(contact.startsWith((read as { contact: string }).contact)).toBe(true);
    },
  );

  test.each([
    ["without a key", { pool: "7" }],
    ["with another's key", { key: "1", pool: "7" }],
    ["without a pool", { key }],
    ["with a pool that is no number", { key, pool: "7 or 1=1" }],
  ])("%s is no form of ours", (_what, fields) => {
    expect(readHoldForm(sent(fields as Record<string, string>))).toMatchObject({ problem: "old-form" });
  });
});

test("a late bus is late by what the page offers", () => {
  expect(readLateForm(sent({ key, hold, minutes: "15" }))).toEqual({ key, hold, minutes: 15 });
  for (const minutes of ["", "0", "-15", "600", "soon"])
    expect(readLateForm(sent({ key, hold, minutes }))).toBeNull();
});

test("giving it back names the hold", () => {
  expect(readCancelForm(sent({ key, hold }))).toEqual({ key, hold });
  expect(readCancelForm(sent({ key }))).toBeNull();
});
