/** The answer for a person at a terminal: a table of ways for each place, a line for each leg. */
import type { Journey, Leg, NoJourney, Way } from "~/domain/journey";
import { warmth } from "~/domain/journey";
import { weekdayOf } from "~/domain/zone";
import { cleaned } from "~/transit/gtfs/shown";
import type { Reached } from "~/transit/search/reached";
import type { Asked } from "./asked";
import type { Loaded } from "./load";
import type { Target } from "./places";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MOST_NAME = 40;

const NO_WAY: Record<NoJourney, string> = {
  "no-timetable": "no feed has a bus that day",
  "feed-expired": "every feed ended before that day",
  "outside-feed-dates": "no feed covers that day",
  "no-stop-in-reach": "no stop is in reach on foot, here or there",
  "last-bus-gone": "no bus gets there any more",
  "doors-closed": "one would be there only after they stop letting people in",
};

export function headOf({ date, at, from, windChillF }: Asked, { timetable }: Loaded): string {
  const day = `${WEEKDAYS[weekdayOf(date) - 1]} ${date}`;
  const weather =
    windChillF === null
      ? "The weather is unknown: a minute outside counts as a minute."
      : `It feels like ${windChillF} F.`;
  return `From ${from.lat},${from.lon}, ${day}, leaving at ${clock(at)} or later (${timetable.timeZone}).\n${weather}\n`;
}

export function* placesTold(
  targets: Target[],
  ways: ReadonlyMap<number, Way>,
  loaded: Loaded,
): Generator<string> {
  for (const { key, id, name, lat, lon } of targets) {
    yield `\n${cleaned([name, id].filter(Boolean).join(", ") || `${lat},${lon}`)}\n`;
    const way = ways.get(key)!;
    if (way.kind === "none") yield `  No way: ${NO_WAY[way.reason]}.\n`;
    else for (const journey of way.journeys) yield journeyTold(journey, loaded);
  }
}

function journeyTold(journey: Journey, { dayStarts }: Loaded): string {
  const { leaveBy, arrives, enters, outdoorS, coldMinutes, boardings, legs } = journey;
  const said = [
    `leave ${clock(leaveBy - dayStarts)}`,
    `there ${clock(arrives - dayStarts)}`,
    ...(enters > arrives ? [`in ${clock(enters - dayStarts)}`] : []),
    `outside ${outdoorS} s (${minutes(outdoorS)})`,
    `${coldMinutes.toFixed(1)} cold-minutes`,
    `warmth ${warmth(coldMinutes)}`,
    boardings === 0 ? "on foot" : `${boardings} ${boardings === 1 ? "ride" : "rides"}`,
    ...(journey.estimated ? ["times estimated"] : []),
    ...(journey.callFirst ? ["call first"] : []),
  ];
  return `  ${said.join(", ")}\n${legs.map((leg) => `    ${legTold(leg, dayStarts)}\n`).join("")}`;
}

function legTold(leg: Leg, dayStarts: number): string {
  const when = `${clock(leg.departs - dayStarts)} to ${clock(leg.arrives - dayStarts)}`;
  const to = cleaned(leg.to.name) || "the door";
  if (leg.kind === "inside") return `${when}  wait inside ${cleaned(leg.to.name) || "the warm room"}`;
  if (leg.kind === "walk") return `${when}  walk ${Math.round(leg.metres)} m to ${to}`;
  const { route, headsign, stops, staysOn, ask } = leg;
  const line = cleaned(route.shortName || route.longName) + (headsign ? ` ${cleaned(headsign)}` : "");
  const asking = [ask.on, ask.off].some((each) => each !== "nobody") ? ", ask before" : "";
  const on = staysOn ? "stay on as" : "ride";
  return `${when}  ${on} ${line} from ${cleaned(leg.from.name)} to ${to}, ${stops} ${stops === 1 ? "stop" : "stops"}${asking}`;
}

export function* stopsTold(fronts: Reached[][], { timetable, keyOf, dayStarts }: Loaded): Generator<string> {
  const { names } = timetable.stops;
  const reached = fronts.filter((front) => front.length > 0).length;
  yield `${reached} of ${names.length} stops are reached. For each: when one is there, after how much time outside.\n\n`;
  for (const [stop, front] of fronts.entries()) {
    if (front.length === 0) continue;
    const points = front.map(
      ({ arrives, outdoorS }) => `${clock(arrives - dayStarts)} after ${minutes(outdoorS)}`,
    );
    yield `${keyOf(stop)}  ${cleaned(names[stop]!).slice(0, MOST_NAME)}: ${points.join("; ")}\n`;
  }
}

/** "17:05:30"; ten past one in the night after is "25:10:00". */
function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} min`;
}
