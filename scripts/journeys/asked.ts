/** The arguments of `npm run journeys`, as one question. */
import type { LatLon } from "~/domain/journey";
import type { LocalDate } from "~/domain/zone";
import type { Aim } from "~/transit/search/price";
import { isTimeZone } from "~/transit/timetable/service-day";
import { FAMILY_PACE, type Pace, USUAL_WALKING, type Walking } from "~/transit/timetable/walking";
import { only, readArguments } from "../data-in/read-arguments";
import { Refusal } from "../postgres/refusal";
import { clockSeconds, dateOf, durationOf, numberOf, pointOf } from "./read-words";
import { FLAGS, TEXT_OPTIONS, USAGE } from "./usage";

export type Asked = {
  feeds: string[];
  handRoutes: string[];
  /** The clock to tell times by, where it is not the first feed's. */
  zone: string | null;
  date: LocalDate;
  /** Seconds of the service day. */
  at: number;
  from: LatLon;
  /** A file of places, or null for every stop. */
  places: string | null;
  rooms: string | null;
  windowS: number;
  /** Infinity for no cut. */
  laterS: number;
  pace: Pace;
  walking: Walking;
  windChillF: number | null;
  aim: Aim;
  wheelchair: boolean;
  callFirst: boolean;
  blocks: boolean;
  pathways: boolean;
  json: boolean;
};

const DAY_S = 86_400;
const AIMS: readonly Aim[] = ["warmest", "fewest-rides", "latest-leave"];

type TextOption = (typeof TEXT_OPTIONS)[number];
type Given = Partial<Record<TextOption | (typeof FLAGS)[number], string[]>>;

export function readAsked(args: string[]): Asked {
  const { given, files } = readArguments(args, { text: TEXT_OPTIONS, flags: FLAGS }, USAGE);
  if (files.length > 0)
    throw new Refusal(`"${files[0]}" is not understood: a feed is named with --feed.\n\n${USAGE}`);
  const one = (option: TextOption) => only(given[option], `--${option}`, USAGE);
  if (!given.feed && !given["hand-route"]) one("feed");
  if (!given.feed && !given.zone)
    throw new Refusal("--zone is needed where there is no --feed: America/Chicago.");
  const laterS = given.later ? durationOf(one("later"), "--later", [0, 2 * DAY_S]) : 3600;
  return {
    feeds: given.feed ?? [],
    handRoutes: given["hand-route"] ?? [],
    zone: given.zone ? zoneOf(one("zone")) : null,
    date: dateOf(one("date"), "--date"),
    at: clockOf(one("at")),
    from: pointOf(one("from"), "--from"),
    places: !given.to || one("to") === "stops" ? null : one("to"),
    rooms: given.rooms ? one("rooms") : null,
    windowS: given.window ? durationOf(one("window"), "--window", [0, DAY_S]) : 4 * 3600,
    laterS: laterS === 0 ? Infinity : laterS,
    ...onFoot(given),
    windChillF: given["wind-chill"] ? numberOf(one("wind-chill"), "--wind-chill", [-100, 130]) : null,
    aim: aimOf(given.aim ? one("aim") : "warmest"),
    wheelchair: given.wheelchair !== undefined,
    callFirst: given["call-first"] !== undefined,
    blocks: onOrOff(given.blocks ? one("blocks") : "on", "--blocks"),
    pathways: onOrOff(given.pathways ? one("pathways") : "on", "--pathways"),
    json: given.json !== undefined,
  };
}

function onFoot(given: Given): Pick<Asked, "pace" | "walking"> {
  const number = (option: TextOption, usual: number, span: [number, number]) =>
    given[option] ? numberOf(only(given[option], `--${option}`, USAGE), `--${option}`, span) : usual;
  const seconds = (option: TextOption, usual: number, least: number) =>
    given[option]
      ? durationOf(only(given[option], `--${option}`, USAGE), `--${option}`, [least, DAY_S])
      : usual;
  const accessM = number("access", USUAL_WALKING.accessM, [0, 10_000]);
  return {
    pace: {
      metresPerSecond: number("speed", FAMILY_PACE.metresPerSecond, [0.1, 10]),
      slackS: seconds("slack", FAMILY_PACE.slackS, 0),
      changeS: seconds("change", FAMILY_PACE.changeS, 1),
      boardingPenaltyS: seconds("boarding-penalty", FAMILY_PACE.boardingPenaltyS, 0),
    },
    walking: {
      detour: number("detour", USUAL_WALKING.detour, [0.5, 5]),
      accessM,
      linkM: number("walk-link", USUAL_WALKING.linkM, [0, 5_000]),
      wholeM: number("walk-all", 2 * accessM, [0, 100_000]),
    },
  };
}

function clockOf(words: string): number {
  const seconds = clockSeconds(words);
  if (seconds !== null) return seconds;
  throw new Refusal(
    `--at takes a time of the day like 17:00, or 25:10 in the night after it; "${words}" is not one.`,
  );
}

function zoneOf(words: string): string {
  if (words.includes("/") && isTimeZone(words)) return words;
  throw new Refusal(`--zone takes a name like America/Chicago; "${words}" is not one.`);
}

function aimOf(words: string): Aim {
  const aim = AIMS.find((known) => known === words);
  if (aim) return aim;
  throw new Refusal(`--aim takes ${AIMS.join(", ")}; "${words}" is not one of them.`);
}

function onOrOff(words: string, option: string): boolean {
  if (words === "on" || words === "off") return words === "on";
  throw new Refusal(`${option} takes on or off; "${words}" is neither.`);
}
