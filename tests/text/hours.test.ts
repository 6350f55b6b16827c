import { describe, expect, it } from "vitest";
import { hoursTonight } from "~/domain/hours/hours-tonight";
import { hoursSentence } from "~/text/hours";
import type { Language } from "~/text/language";
import { clockOf } from "~/text/say";
import { at, CHICAGO, hoursOf } from "../support/hours";
import { plainly } from "../support/plain";

function said(hours: Parameters<typeof hoursOf>, when: string, language: Language = "en"): string[] {
  const now = at(when);
  const telling = { now, from: now, clock: clockOf(language, CHICAGO), language };
  return hoursTonight(hoursOf(...hours), CHICAGO, now).map((line) => plainly(hoursSentence)(line, telling));
}

describe("tonight's hours", () => {
  it("are said from when to when", () => {
    expect(said(["Mo-Su 19:00-07:00", { intake: "Mo-Su 19:00-21:00" }], "2026-01-15 12:00")).toEqual([
      "Open from 7 pm until 7 am.",
      "They let people in from 7 pm until 9 pm.",
    ]);
  });

  it("say of the night that ends only its end, so that the coming one is not said twice", () => {
    expect(said(["Mo-Su 19:00-07:00"], "2026-01-15 05:20")).toEqual([
      "Open until 7 am.",
      "Open from 7 pm until 7 am.",
    ]);
    expect(said(["Mo-Su 19:00-07:00"], "2026-01-15 05:20", "es")).toEqual([
      "Abierto hasta las 7 am.",
      "Abierto desde las 7 pm hasta las 7 am.",
    ]);
  });

  it("say noon and midnight by name", () => {
    expect(said(["Mo-Su 12:00-24:00"], "2026-01-15 08:00")).toEqual(["Open from noon until midnight."]);
    expect(said(["Mo-Su 12:00-24:00"], "2026-01-15 08:00", "es")).toEqual([
      "Abierto desde el mediodía hasta la medianoche.",
    ]);
  });
});
