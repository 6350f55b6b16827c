/** Questions about real feeds, as the oracle and as the engine are asked them. */
import type { Question } from "~/transit/search/journeys";
import { FAMILY_PACE, USUAL_WALKING } from "~/transit/timetable/walking";
import type { Random } from "./random-town";
import type { Aim, Asked, Spot, Town } from "./search/oracle/asked";

export type RealCase = {
  file: string;
  date: string;
  /** The date's midnight there. */
  midnight: string;
  zone: string;
  times: [Time, ...Time[]];
};

type Time = { at: number; windowS: number; aim: Aim; part: Partial<Asked> };

const colder: Partial<Asked> = { weight: (second) => 1 + (second < 3600 ? 0.25 : 2.5) };
export const CASES: RealCase[] = [
  {
    file: "metro-stlouis.zip",
    date: "2024-04-10",
    midnight: "2024-04-10T05:00:00Z",
    zone: "America/Chicago",
    times: [
      { at: 17 * 3600, windowS: 900, aim: "warmest", part: colder },
      { at: 600, windowS: 3600, aim: "warmest", part: {} },
      { at: 8 * 3600 + 17, windowS: 900, aim: "fewest-rides", part: {} },
      { at: 22 * 3600, windowS: 3600, aim: "latest-leave", part: {} },
    ],
  },
  {
    file: "carta-2026.zip",
    date: "2026-05-13",
    midnight: "2026-05-13T04:00:00Z",
    zone: "America/New_York",
    times: [
      { at: 16 * 3600, windowS: 3600, aim: "warmest", part: { wheelchair: true } },
      { at: 6 * 3600, windowS: 3600, aim: "latest-leave", part: {} },
    ],
  },
  {
    file: "county-connection.zip",
    date: "2026-06-10",
    midnight: "2026-06-10T07:00:00Z",
    zone: "America/Los_Angeles",
    times: [
      { at: 15 * 3600, windowS: 7200, aim: "warmest", part: colder },
      { at: 7 * 3600, windowS: 7200, aim: "fewest-rides", part: {} },
    ],
  },
  {
    file: "nyc-subway-2018.zip",
    date: "2018-07-11",
    midnight: "2018-07-11T04:00:00Z",
    zone: "America/New_York",
    times: [{ at: 300, windowS: 900, aim: "warmest", part: {} }],
  },
  {
    file: "metro-north.zip",
    date: "2026-09-09",
    midnight: "2026-09-09T04:00:00Z",
    zone: "America/New_York",
    times: [
      { at: 17 * 3600, windowS: 3600, aim: "warmest", part: {} },
      { at: 0, windowS: 3600, aim: "fewest-rides", part: colder },
    ],
  },
];

/** From near a stop that somebody may get on at soon, to doors all over the town, past three warm rooms. */
export function askedAt(town: Town, random: Random, windowS: number, part: Partial<Asked>): Asked {
  const isUsable = (stop: Town["stops"][number]) => stop.stepFree || !part.wheelchair;
  const usable = town.stops.filter(isUsable);
  const near = ({ lat, lon }: Spot): Spot => ({
    lat: lat + 0.006 * (random.next() - 0.5),
    lon: lon + 0.006 * (random.next() - 0.5),
  });
  const soon = town.runs.flatMap(({ calls }) =>
    calls
      .slice(0, -1)
      .filter(({ stop, depart }) => isUsable(town.stops[stop]!) && depart >= 700 && depart <= windowS),
  );
  const elsewhere = () => near(random.one(usable));
  return {
    ...town,
    origin: near(town.stops[random.one(soon).stop]!),
    doors: Array.from({ length: 60 }, () => ({ spot: elsewhere(), opens: null, closes: null })),
    rooms: Array.from({ length: 3 }, () => ({ spot: elsewhere(), open: [{ from: 1200, until: 7200 }] })),
    windowS,
    walking: USUAL_WALKING,
    speed: FAMILY_PACE.metresPerSecond,
    slackS: FAMILY_PACE.slackS,
    changeS: FAMILY_PACE.changeS,
    penaltyS: FAMILY_PACE.boardingPenaltyS,
    wheelchair: false,
    callFirst: false,
    weight: () => 1,
    prune: true,
    ...part,
  };
}

export function questionAsked(asked: Asked, leaveFrom: number): Question {
  const { origin, doors, rooms, windowS, wheelchair, callFirst, weight } = asked;
  return {
    origin,
    doors: doors.map(({ spot, opens, closes }, key) => ({ key, ...spot, opens, closes })),
    rooms: rooms.map(({ spot, open }, roomKey) => ({
      roomKey,
      name: "",
      ...spot,
      open: open.map(({ from, until }) => ({ from: from + leaveFrom, until: until + leaveFrom })),
    })),
    leaveFrom,
    windowS,
    laterS: Infinity,
    // Weights that change by the hour.
    coldWeight: { from: leaveFrom, stepS: 3600, weights: [weight(0), weight(3600)] },
    wheelchair,
    callFirst,
  };
}
