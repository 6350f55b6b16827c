import { expect, test } from "vitest";
import type { DeskLine } from "~/domain/ask";
import { needsIn, stillNeeded, thingsMet } from "~/domain/drive";
import type { StandingOffer } from "~/domain/offer";
import { COATS } from "../support/offers";

test.each([
  ["3 coats, size 6", { what: "coats, size 6", wanted: 3 }],
  ["12x blankets", { what: "blankets", wanted: 12 }],
  ["12 x blankets", { what: "blankets", wanted: 12 }],
  ["a stroller", { what: "a stroller", wanted: 1 }],
  ["2 4T snow pants", { what: "4T snow pants", wanted: 2 }],
])("a line of what is needed: %s", (line, need) => {
  expect(needsIn(`\n ${line} \n\n`)).toEqual([need]);
});

test("a line that cannot be meant is told as it stands", () => {
  expect(needsIn("2 coats\n0 hats")).toEqual({ line: "0 hats", problem: "number" });
  expect(needsIn("5000 hats")).toEqual({ line: "5000 hats", problem: "number" });
  expect(needsIn("x".repeat(121))).toMatchObject({ problem: "long" });
  expect(needsIn(" \n ")).toEqual([]);
});

test("people may bring more than is needed: then nothing more is", () => {
  expect([stillNeeded({ wanted: 3, promised: 1 }), stillNeeded({ wanted: 3, promised: 5 })]).toEqual([2, 0]);
});

test("things offered meet the open asks for things, the oldest first; a ride or a talk is none of them", () => {
  const now = new Date("2026-01-20T00:00:00Z");
  const until = new Date("2026-02-01T00:00:00Z");
  const coats = { ...COATS, offerId: "coats", state: "open", standsSince: now, until, who: "Maya" };
  const talk = { ...coats, offerId: "talk", kind: "time", helps: ["talk"] };
  const line = (askId: string, kinds: string[], hour: number, more: object = {}) => ({
    askId,
    kinds,
    party: null,
    area: "66101",
    closedAt: null,
    askedAt: new Date(Date.UTC(2026, 0, 19, hour)),
    ...more,
  });
  const lines = [
    line("late", ["clothes", "unsure"], 12),
    line("early", ["clothes"], 9),
    line("talk", ["talk", "unsure"], 8),
    line("over", ["clothes"], 7, { closedAt: now }),
  ] as unknown as DeskLine[];
  const met = thingsMet(lines, [coats, talk] as unknown as StandingOffer[], now);
  expect(met.map((each) => [each.line.askId, each.offers.map(({ offerId }) => offerId)])).toEqual([
    ["early", ["coats"]],
    ["late", ["coats"]],
  ]);
});
