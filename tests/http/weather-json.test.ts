import { expect, it } from "vitest";
import { weatherJson } from "~/http/weather-json.server";
import { hourOf } from "~/domain/kept-weather";
import type { Weather } from "~/domain/weather";
import { isoTime } from "~/domain/zone";

const five = Date.parse("2026-01-15T23:00:00Z") / 1000;
const iso = (at: number) => isoTime(at, "America/Chicago");
const hour = (i: number) => hourOf(five + i * 3600, { temperatureF: 20 - i, windMph: 10 });
const known: Weather = {
  kind: "known",
  source: "forecast",
  asOf: five - 600,
  hours: [hour(0), ...Array.from({ length: 30 }, (_, i) => hour(i + 1))],
  alerts: [
    { event: "Freeze Warning", severity: "moderate", from: five - 60, until: null },
    { event: "Extreme Cold Warning", severity: "severe", from: five - 60, until: five + 3600 },
    { event: "Next week", severity: "severe", from: five + 9e5, until: null },
  ],
};

it("says the hours of the evening from the one asked for on, and the warnings around it", () => {
  const said = weatherJson(known, five + 5400, iso);
  expect(said).toMatchObject({
    kind: "known",
    source: "forecast",
    asOf: "2026-01-15T16:50:00-06:00",
    windChillF: 7.6,
    alerts: [
      { event: "Freeze Warning", severity: "moderate", from: "2026-01-15T16:59:00-06:00", until: null },
    ],
  });
  const hours = said.kind === "known" ? said.hours : [];
  expect(hours).toHaveLength(13);
  expect(hours[0]).toEqual({
    from: "2026-01-15T18:00:00-06:00",
    temperatureF: 19,
    windMph: 10,
    windChillF: 7.6,
  });
});

it("says the gravest warning first, with its end", () => {
  expect(weatherJson(known, five, iso).alerts[0]).toMatchObject({
    event: "Extreme Cold Warning",
    until: "2026-01-15T18:00:00-06:00",
  });
});

it("says of a value by hand what it feels like, and no thermometer nobody read", () => {
  const said = weatherJson({ ...known, source: "operator" }, five, iso);
  expect(said.kind === "known" && said.hours[0]).toEqual({
    from: "2026-01-15T17:00:00-06:00",
    windChillF: 8.9,
  });
});

it("says unknown where it is, also for an hour out of reach, with the warnings", () => {
  expect(weatherJson({ kind: "unknown" }, five, iso)).toEqual({ kind: "unknown", alerts: [] });
  const { alerts } = known;
  expect(weatherJson({ kind: "unknown", alerts }, five, iso)).toMatchObject({
    kind: "unknown",
    alerts: [{}, {}],
  });
  expect(weatherJson(known, five + 1e6, iso)).toMatchObject({ kind: "unknown", alerts: [{}, {}] });
});
