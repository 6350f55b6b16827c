import { describe, expect, it } from "vitest";
import { coldWeight } from "~/domain/cold";
import { callFirstSentence, hazardSentence } from "~/text/caution";
import { oldTimesSentences, shortCallFirst, shortHazard } from "~/text/caution-short";
import { LANGUAGES } from "~/text/language";
import { asked, bus, walk, way } from "../support/journeys";
import { plainly } from "../support/plain";

const hazard = plainly(hazardSentence);
const at = (windChillF: number, minutes: string) =>
  way([walk("5:00", minutes)], { weight: coldWeight(windChillF) });

describe("the hazard of a journey", () => {
  it("is told in minutes outside, never in weighted ones, and with what to do", () => {
    expect(hazard(at(0, "5:23"), "en")).toBe(
      "23 min outside at one stretch. That is dangerous in this cold. Ask for a ride: call 2-1-1.",
    );
    expect(hazard(at(0, "5:23"), "es")).toBe(
      "23 min seguidos afuera. Con este frío es peligroso. Llame al 2-1-1 y pregunte si alguien los puede llevar.",
    );
    expect(hazard(at(0, "5:22"), "en")).toBeNull();
  });

  it("speaks of frostbite only in cold that can freeze skin", () => {
    expect(hazard(at(-18, "5:15"), "en")).toContain("frostbite");
    expect(hazard(at(-18, "5:15"), "es")).toContain("congelación");
    expect(shortHazard(at(-18, "5:15"), "en")).toContain("freeze");
    for (const language of LANGUAGES) {
      expect(hazard(at(-17, "5:50"), language)).not.toMatch(/frostbite|freeze|congela/);
      expect(shortHazard(at(-17, "5:50"), language)).not.toMatch(/freeze|congela/);
    }
  });

  it("says nothing of the cold where it is mild or not known", () => {
    expect(hazard(at(40, "5:45"), "en")).toContain("45 min outside at one stretch. That is long");
    expect(hazard(at(40, "5:45"), "en")).not.toContain("cold");
    expect(shortHazard(at(40, "5:45"), "es")).not.toContain("frío");
  });
});

describe("a bus that stops only for who asks", () => {
  const ask = (...args: Parameters<typeof asked>) =>
    way([bus("5:48", "101", "6:02", "State & 67th", asked(...args))]);

  it("is said with the number to call first", () => {
    expect(callFirstSentence(ask("agency"), "en", "816-221-0660")).toBe(
      "Call first: this bus stops only if you ask. Bus company: 816-221-0660.",
    );
    expect(callFirstSentence(ask("nobody", "agency"), "es", null)).toMatch(/^Llame primero: .* 2-1-1/);
  });

  it("is said without a call where the driver is asked", () => {
    expect(callFirstSentence(ask("driver"), "en", "816-221-0660")).toMatch(
      /^This bus stops only if the driver/,
    );
  });

  it("is said shortly on a list", () => {
    expect(shortCallFirst(ask("agency"), "en", null)).toBe(
      "Call first: the bus company. The bus stops only if you ask.",
    );
    expect(shortCallFirst(ask("driver"), "es", "816-221-0660")).toMatch(/^Avise al chofer/);
  });

  it("is said even where no leg tells whom to ask, and not where nobody need ask", () => {
    expect(callFirstSentence({ ...ask("nobody"), callFirst: true }, "en", null)).toMatch(/^Call first/);
    expect(callFirstSentence(ask("nobody"), "en", "816-221-0660")).toBeNull();
  });
});

it("each bus company whose times ended is named with its date, and what to do is said once", () => {
  const ended = [
    { agency: "KCATA", endedOn: "2026-05-09" },
    { agency: "Unified Government", endedOn: "2026-06-30" },
  ];
  expect(oldTimesSentences(ended, "en", "816-221-0660")).toEqual([
    "Our bus times for KCATA ended on May 9, 2026.",
    "Our bus times for Unified Government ended on June 30, 2026.",
    "Buses may run that we do not know. Call 816-221-0660.",
  ]);
  expect(oldTimesSentences(ended.slice(0, 1), "es", null)).toEqual([
    "Nuestros horarios de KCATA terminaron el 9 de mayo de 2026.",
    "Puede haber camiones que no conocemos. Llame a la compañía de camiones.",
  ]);
  expect(oldTimesSentences([], "en", null)).toEqual([]);
});
