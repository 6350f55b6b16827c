import { expect, test } from "vitest";
import { readCallSaid, readTaking } from "~/http/call-form.server";

const KEY = "00000000-0000-4000-8000-000000000001";
const form = (fields: Record<string, string>) => {
  const sent = new FormData();
  for (const [name, value] of Object.entries(fields)) sent.set(name, value);
  return sent;
};
const said = (fields: Record<string, string>) =>
  readCallSaid(form({ key: KEY, result: "counted", ...fields }));

test("numbers are read by their pools; what was left empty was not spoken of", () => {
  expect(said({ "free-7": " 3 ", "free-8": "", "free-9": "0" })).toMatchObject({
    kind: "said",
    result: "counted",
    free: { 7: 3, 9: 0 },
  });
});

test.each([
  ["nothing typed", {}, "no-number"],
  ["a fraction", { "free-7": "1.5" }, "out-of-range"],
  ["less than none", { "free-7": "-1" }, "out-of-range"],
  ["a word", { "free-7": "two" }, "out-of-range"],
  ["a number without end", { "free-7": "999999999999999" }, "out-of-range"],
  ["an answer that is none", { "free-7": "1", result: "maybe" }, "old-form"],
  ["a key of nobody's", { "free-7": "1", key: "7" }, "old-form"],
])("%s is asked about again, and kept", (_what, fields, problem) => {
  const read = said(fields);
  expect(read).toMatchObject({ kind: "unclear", problem });
  const kept = (fields as Record<string, string>)["free-7"];
  expect(read.typed["7"]).toBe(kept?.slice(0, 12));
});

test("who could not get through says so without a number, whatever stands in the fields", () => {
  expect(said({ result: "no-answer", "free-7": "abc" })).toMatchObject({
    kind: "said",
    result: "no-answer",
    free: {},
  });
});

test("a call is taken by its place's number alone", () => {
  expect(readTaking(form({ key: KEY, place: "12" }))).toEqual({ key: KEY, place: 12 });
  for (const place of ["", "1e3", "-1", "12 or 1=1"])
    expect(readTaking(form({ key: KEY, place }))).toBeNull();
});
