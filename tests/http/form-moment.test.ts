import { expect, test } from "vitest";
import { asMeant } from "~/http/form-moment.server";

const NOON = 1_768_500_000;
const made = (at?: number | string) => {
  const form = new FormData();
  if (at !== undefined) form.set("made", String(at));
  return form;
};
// Each half hour, a clock shows what was typed.
const next = (from: number) => Math.ceil(from / 1800) * 1800;

test("sent again six minutes later it is the moment it was, though that has passed", () => {
  const first = asMeant(made(NOON + 1), NOON + 1, next);
  expect(first).toBeGreaterThan(NOON);
  expect(asMeant(made(NOON + 1), first + 360, next)).toBe(first);
});

test("on a page that was open for hours it is the next time from now", () => {
  expect(asMeant(made(NOON - 40_000), NOON, next)).toBe(next(NOON));
});

test.each([undefined, "soon", "12345678901", NOON + 5_000])(
  "from now where its page's moment is %s",
  (at) => {
    expect(asMeant(made(at), NOON, next)).toBe(next(NOON));
  },
);

test("what is no time stays none", () => {
  expect(asMeant(made(NOON - 40_000), NOON, () => undefined)).toBeUndefined();
});
