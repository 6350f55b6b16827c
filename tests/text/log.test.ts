import { expect, test } from "vitest";
import type { CountLine, LogLine } from "~/domain/board";
import { sayer } from "~/text/board";
import { LANGUAGES, type Language } from "~/text/language";
import { logSentence } from "~/text/log";
import { clockOf } from "~/text/say";

const count: CountLine & { kind: "count" } = {
  kind: "count",
  poolId: 1,
  household: "families",
  unit: "room",
  peoplePerUnit: 4,
  capacity: 12,
  occupied: 5,
  outOfService: 0,
  extra: 0,
  extraUntil: null,
  ofHold: false,
};
const saidAt = new Date("2026-01-16T00:30:00Z");
const line = (way: LogLine["way"], who: string): LogLine => ({
  ...count,
  id: 1,
  who,
  way,
  saidAt,
  tablet: null,
});
const said = (of: LogLine, language: Language) =>
  logSentence(of, language, clockOf(language, "America/Chicago"));

test("a count that came with the sample is told as the sample's, in words and once", () => {
  expect(said(line("sample", "sample"), "en")).toMatch(/^the sample data: Rooms for families, 5 of 12 taken/);
  expect(said(line("sample", "sample"), "es")).toMatch(/^los datos de muestra: Cuartos para familias/);
});

test("a person's count is told with the name, and with the way where it was not here", () => {
  expect(said(line("web", "Ana"), "en")).toMatch(/^Ana: /);
  expect(said(line("phone", "Ana"), "es")).toMatch(/^Ana \(por teléfono\): /);
});

test.each(LANGUAGES)("the board names the same as the log, in %s", (language) => {
  for (const of of [line("sample", "sample"), line("web", "Ana")]) {
    expect(said(of, language).startsWith(sayer(of, language))).toBe(true);
  }
});
