/** A town drawn in a test, loaded as a process has it, and the weather of an evening. */
import type { LoadedTimetable } from "~/data/timetables/load.server";
import type { EpochSeconds } from "~/domain/journey";
import type { Weather, WeatherHour } from "~/domain/weather";
import { type Drawing, town } from "../transit/picture";

export function loadedTown(drawing: Drawing): LoadedTimetable {
  const timetable = town(drawing);
  const asksFirst = timetable.times.rules.some((rule) => rule > 3);
  const drawn = { version: "drawn", timetable, lines: [], stops: [], asksFirst, departures: null };
  return drawn;
}

/** The same cold for a day and a half. */
export function coldFrom(from: EpochSeconds, windChillF: number): Weather {
  const hour = (i: number): WeatherHour => ({
    from: from + i * 3600,
    temperatureF: windChillF,
    windMph: 0,
    windChillF,
  });
  const [first, ...rest] = Array.from({ length: 36 }, (_, i) => hour(i));
  return { kind: "known", source: "forecast", asOf: from, hours: [first!, ...rest], alerts: [] };
}
