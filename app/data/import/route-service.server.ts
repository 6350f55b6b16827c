/**
 * When buses of a hand-entered route leave its first stop: days, first and last departure, and how often.
 *
 *     Mo-Fr 5:52 am-6:22 pm every 50 min
 *     Fr,Sa 18:00-01:30 every 60      (the last one leaves after midnight)
 *     Sa 09:15-09:15 every 60         (one bus, about then)
 */
import type { HandRoute } from "~/transit/timetable/hand-route";
import { readHours } from "./hours-words.server";

type Service = HandRoute["service"];
export type ServiceWords = { kind: "service"; service: Service } | { kind: "unclear"; reason: string };

const EVERY = /^(.*\S)\s+every\s+(\d{1,5})(?:\s*min(?:utes|s)?\.?)?$/i;
const TWELVE_HOURS = /(?<!\d)(0?[1-9]|1[0-2])(?::(\d{2}))?\s*([ap])\.?\s?m\b\.?/gi;
const ONE_DEPARTURE = /(?<!\d)(\d{1,2}:\d{2})\s*-\s*\1(?!\d)/;
const LONGEST_HEADWAY = 1440;

export function readService(words: string): ServiceWords {
  const [, times, every] = EVERY.exec(words.trim()) ?? [];
  if (!times || !every)
    return unclear(`"${words}" is not understood: write it like "Mo-Fr 06:30-18:00 every 45 min"`);
  const headwayMinutes = Number(every);
  if (headwayMinutes < 1 || headwayMinutes > LONGEST_HEADWAY)
    return unclear(`"every ${every}": buses come every 1 to ${LONGEST_HEADWAY} minutes`);
  const plain = in24Hours(times);
  const hours = readHours(plain);
  if (hours.kind === "unclear") return hours;
  const { spans, exceptions } = hours;
  if (exceptions.length > 0 || spans.some(({ from, until }) => from ?? until))
    return unclear(`"${words}": a season is written in the rows from and until, not here`);
  if (spans.length === 0) return unclear(`"${words}" names no departure`);
  // The same time twice is one departure; hours round the clock would look the same.
  if (spans.some(({ opens, closes }) => opens === closes) && !ONE_DEPARTURE.test(plain))
    return unclear(`"${words}": write the first and the last departure, like 00:00-23:30`);
  const service = spans.map(({ days, opens, closes }) => ({
    days,
    first: opens,
    last: closes,
    headwayMinutes,
  }));
  return { kind: "service", service };
}

/** "5:52 am" as 05:52, as paper timetables in the United States have it; other words as they are. */
export function in24Hours(words: string): string {
  return words.replaceAll(TWELVE_HOURS, (_, hour: string, minute: string | undefined, half: string) => {
    const hours = (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
    return `${String(hours).padStart(2, "0")}:${minute ?? "00"}`;
  });
}

function unclear(reason: string): ServiceWords {
  return { kind: "unclear", reason };
}
