import { describe, expect, test } from "vitest";
import { callProblems, readCall, readReason, readTap, refusedCall } from "~/http/inbox-form.server";
import { LONGEST_OWN_WORDS } from "~/text/decline-reasons";

const KEY = "0b2ad2c4-3f0d-4c39-8f07-0b3f4b0f6a11";
const HOLD = "5D1F0C3E-8a55-4b9e-9d2a-6a0b7c1d2e3f";
// 5:40 pm and some seconds in Kansas City.
const NOW = Date.parse("2026-01-15T23:40:21Z") / 1000;
const ZONE = "America/Chicago";

function form(fields: Record<string, string>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

describe("a tap", () => {
  test("is a key and a hold", () => {
    expect(readTap(form({ key: KEY, hold: HOLD }))).toEqual({ key: KEY, holdId: HOLD.toLowerCase() });
  });

  test.each([{}, { key: KEY }, { hold: HOLD }, { key: "again", hold: HOLD }, { key: KEY, hold: "1 or 1=1" }])(
    "%j is none",
    (fields) => expect(readTap(form(fields as Record<string, string>))).toBeNull(),
  );
});

describe("a reason", () => {
  test("is a listed one, own words, or both", () => {
    expect(readReason(form({ reason: "full" }))).toMatchObject({
      kind: "reason",
      text: expect.stringMatching(/^We have no room/),
    });
    expect(readReason(form({ words: " The boiler broke. " }))).toMatchObject({ text: "The boiler broke." });
    expect(readReason(form({ reason: "broken", words: "Come at 9." }))).toMatchObject({
      text: expect.stringMatching(/Come at 9\.$/),
    });
  });

  test("must be there, and what was typed is kept", () => {
    const nothing = { kind: "unclear", problem: "needs-a-reason", typed: { reason: null, ownWords: "" } };
    expect(readReason(form({}))).toEqual(nothing);
    expect(readReason(form({ reason: "toString", words: " \n " }))).toEqual(nothing);
    const long = "a".repeat(LONGEST_OWN_WORDS + 1);
    expect(readReason(form({ reason: "call", words: long }))).toEqual({
      kind: "unclear",
      problem: "too-long",
      typed: { reason: "call", ownWords: long },
    });
  });
});

describe("a call", () => {
  const call = (fields: Record<string, string>) =>
    readCall(
      form({ key: KEY, pool: "7", adults: "1", children: "", when: "", contact: "", ...fields }),
      NOW,
      ZONE,
    );

  test("is who comes, when, and how to reach them; the same form asks for the same a second later", () => {
    const read = call({ adults: "2", children: "9, 6", when: "6:30 pm", contact: "913-555-0100" });
    expect(read).toMatchObject({
      kind: "call",
      poolId: 7,
      party: { adults: 2, childAges: [6, 9] },
      arrivesAt: new Date("2026-01-16T00:30:00Z"),
      contact: "913-555-0100",
    });
    expect(call({ when: "5:40 pm" })).toMatchObject({ arrivesAt: new Date("2026-01-15T23:40:00Z") });
  });

  test("may leave the time and the contact out", () => {
    const read = call({});
    expect(read).toMatchObject({ kind: "call", party: { adults: 1 } });
    expect(read).not.toHaveProperty("arrivesAt");
    expect(read).not.toHaveProperty("contact");
  });

  test.each([
    ["pool", { pool: "" }],
    ["adults", { adults: "many" }],
    ["adults", { adults: "0" }],
    ["children", { children: "6, x" }],
    ["when", { when: "soon" }],
    ["contact", { contact: "1".repeat(101) }],
  ])("with an unclear %s keeps what was typed: %j", (field, typed) => {
    const read = call(typed as Record<string, string>);
    expect(read).toMatchObject({ kind: "unclear", typed });
    if (read.kind !== "unclear") throw new Error(read.kind);
    for (const language of ["en", "es"] as const)
      expect(Object.keys(callProblems(read.problems, language))).toEqual([field]);
  });

  test("of another page is none of ours", () => {
    expect(call({ key: "mine" })).toEqual({ kind: "not-ours" });
  });

  test.each([
    ["full", "pool"],
    ["unknown-pool", "pool"],
    ["arrives-too-late", "when"],
    ["out-of-range", "adults"],
    ["key-used-otherwise", "form"],
    ["signed-out", "form"],
  ] as const)("that was not held because %s is told beside %s", (kind, field) => {
    for (const language of ["en", "es"] as const)
      expect(refusedCall(kind, language)).toEqual({ [field]: expect.stringMatching(/\p{L}{3}/u) });
  });
});
