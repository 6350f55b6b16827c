import { describe, expect, it } from "vitest";
import type { Region } from "~/domain/region";
import { readEntered } from "../../../scripts/data-in/weather-arguments";

// Five in the afternoon of January 15 in Kansas.
const now = Date.parse("2026-01-15T23:00:00Z") / 1000;
const region = { timeZone: "America/Chicago" } as Region;

/** As the command reads them: every option a list. */
const read = (args: Record<string, string | string[]>) =>
  readEntered(
    Object.fromEntries(Object.entries(args).map(([name, value]) => [name, [value].flat()])),
    region,
    now,
  );
const at = (iso: string) => Date.parse(iso) / 1000;

describe("a value by hand", () => {
  it("is what it feels like, or what it follows from", () => {
    const until = at("2026-01-16T14:00:00Z");
    expect(read({ "wind-chill": "-5.5", until: "2026-01-16 08:00" })).toEqual({
      windChillF: -5.5,
      temperatureF: null,
      windMph: null,
      until,
    });
    expect(read({ temperature: "20", wind: "0", until: "8 am" })).toEqual({
      windChillF: null,
      temperatureF: 20,
      windMph: 0,
      until,
    });
    expect(read({})).toBeNull();
    expect(read({ clear: "" })).toBeNull();
  });

  it("ends in the region's own time, also on the night that is an hour shorter", () => {
    const saturday = at("2026-03-08T03:00:00Z");
    const said = readEntered({ "wind-chill": ["14"], until: ["2026-03-08 08:00"] }, region, saturday);
    expect(said!.until).toBe(at("2026-03-08T08:00:00-05:00"));
  });

  it.each<[string, Record<string, string | string[]>, RegExp]>([
    ["a time that is over", { "wind-chill": "14", until: "2026-01-15 16:59" }, /is over already/],
    ["next week", { "wind-chill": "14", until: "2026-01-19 08:00" }, /more than three days ahead/],
    ["no end", { "wind-chill": "14" }, /--until is needed/],
    ["an end that is no time", { "wind-chill": "14", until: "soon" }, /takes a time like .*"soon"/],
    ["an end without am or pm", { "wind-chill": "14", until: "8" }, /takes a time like .*"8"/],
    ["now for an end", { "wind-chill": "14", until: "now" }, /takes a time like/],
    ["an end of nothing", { until: "8 am" }, /needs a value/],
    ["degrees in words", { "wind-chill": "cold", until: "8 am" }, /a number from -120 to 130; "cold"/],
    ["no degrees", { "wind-chill": "", until: "8 am" }, /a number from -120 to 130; ""/],
    ["a cold nobody ever felt", { "wind-chill": "-300", until: "8 am" }, /from -120 to 130/],
    ["a temperature without wind", { temperature: "20", until: "8 am" }, /--wind is needed/],
    ["a wind without temperature", { wind: "20", until: "8 am" }, /--temperature is needed/],
    ["two values", { "wind-chill": "1", wind: "2", until: "8 am" }, /the one follows/],
    ["a value to be cleared", { "wind-chill": "1", clear: "", until: "8 am" }, /not both/],
    ["two ends", { "wind-chill": "1", until: ["8 am", "9 am"] }, /given twice/],
  ])("of %s is refused with a sentence", (_, args, sentence) => {
    expect(() => read(args)).toThrow(sentence);
  });
});
