/** The arguments of `npm run weather`, read with a sentence for each that cannot be taken. */
import { startOf } from "~/domain/ask-time";
import { whenIn } from "~/domain/clock-words";
import type { EpochSeconds } from "~/domain/journey";
import type { Entered } from "~/domain/kept-weather";
import type { Region } from "~/domain/region";
import { isoTime } from "~/domain/zone";
import { Refusal } from "../postgres/refusal";
import { only } from "./read-arguments";

export const USAGE = `npm run weather -- [--region SLUG]                    shows what is known, who said it and how old it is
npm run weather -- --region SLUG --ask             asks the weather service now, and says what it answers
npm run weather -- --region SLUG --wind-chill 14 --until "2026-01-16 08:00"
npm run weather -- --region SLUG --temperature 20 --wind 10 --until "8 am"
npm run weather -- --region SLUG --clear           takes the value entered by hand away

Degrees are Fahrenheit, wind in miles an hour. A value by hand wins over the forecast until it ends, in the region's
own time, at most three days ahead.`;

export const WEATHER_OPTIONS = {
  text: ["region", "wind-chill", "temperature", "wind", "until"],
  flags: ["clear", "ask"],
} as const;

type Given = Partial<Record<string, string[]>>;

const LONGEST_S = 3 * 86_400;

/** null where nothing is to be entered. */
export function readEntered(
  given: Given,
  { timeZone }: Region,
  now: EpochSeconds,
): Omit<Entered, "asOf"> | null {
  const value = readValue(given);
  if (value === null) {
    if (given.until) throw new Refusal("--until needs a value: --wind-chill, or --temperature with --wind.");
    return null;
  }
  if (given.clear) throw new Refusal("Either --clear or a value, not both.");
  const words = only(given.until, "--until", USAGE);
  const when = whenIn(words);
  if (!when || when.kind === "now")
    throw new Refusal(`--until takes a time like "2026-01-16 08:00" or "8 am"; "${words}" is not one.`);
  const until = startOf(when, now, timeZone);
  if (until <= now) throw new Refusal(`--until ${isoTime(until, timeZone)} is over already.`);
  if (until - now > LONGEST_S)
    throw new Refusal(
      `--until ${isoTime(until, timeZone)} is more than three days ahead: nobody knows that far.`,
    );
  return { ...value, until };
}

type Value =
  | { windChillF: number; temperatureF: null; windMph: null }
  | { windChillF: null; temperatureF: number; windMph: number };

function readValue(given: Given): Value | null {
  const { temperature, wind } = given;
  const windChill = given["wind-chill"];
  if (windChill && (temperature || wind))
    throw new Refusal("Either --wind-chill, or --temperature with --wind: the one follows from the others.");
  if (windChill) {
    const windChillF = decimal(only(windChill, "--wind-chill", USAGE), "--wind-chill", [-120, 130]);
    return { windChillF, temperatureF: null, windMph: null };
  }
  if (!temperature && !wind) return null;
  return {
    windChillF: null,
    temperatureF: decimal(only(temperature, "--temperature", USAGE), "--temperature", [-80, 130]),
    windMph: decimal(only(wind, "--wind", USAGE), "--wind", [0, 200]),
  };
}

function decimal(words: string, option: string, [least, most]: [number, number]): number {
  const number = Number(words);
  if (/^-?\d+(\.\d+)?$/.test(words) && number >= least && number <= most) return number;
  throw new Refusal(`${option} takes a number from ${least} to ${most}; "${words}" is not one.`);
}
