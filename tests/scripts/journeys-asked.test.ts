import { expect, test } from "vitest";
import { readAsked } from "../../scripts/journeys/asked";
import { FAMILY_PACE, USUAL_WALKING } from "~/transit/timetable/walking";

const BASE = {
  feed: ["a.zip"],
  date: ["2024-04-10"],
  from: ["38.6270,-90.1994"],
  at: ["17:00"],
  to: ["stops"],
};

function args(changed: Record<string, string[] | undefined>): string[] {
  return Object.entries({ ...BASE, ...changed }).flatMap(([name, values = []]) =>
    values.flatMap((value) => (value === "" ? [`--${name}`] : [`--${name}`, value])),
  );
}

const asked = (changed: Record<string, string[] | undefined> = {}) => readAsked(args(changed));

test("what is not said is TRANSIT's", () => {
  expect(asked()).toEqual({
    feeds: ["a.zip"],
    handRoutes: [],
    zone: null,
    date: "2024-04-10",
    at: 61_200,
    from: { lat: 38.627, lon: -90.1994 },
    places: null,
    rooms: null,
    windowS: 14_400,
    laterS: 3600,
    pace: FAMILY_PACE,
    walking: USUAL_WALKING,
    windChillF: null,
    aim: "warmest",
    wheelchair: false,
    callFirst: false,
    blocks: true,
    pathways: true,
    json: false,
  });
});

test.each([
  ["window", "4h", { windowS: 14_400 }],
  ["window", "45m", { windowS: 2700 }],
  ["window", "1h30m", { windowS: 5400 }],
  ["window", "1200", { windowS: 1200 }],
  ["later", "90s", { laterS: 90 }],
  ["later", "0", { laterS: Infinity }],
  ["at", "25:10", { at: 90_600 }],
  ["at", "7:05:30", { at: 25_530 }],
  ["from", "-33.9,151.2", { from: { lat: -33.9, lon: 151.2 } }],
  ["wind-chill", "-18.5", { windChillF: -18.5 }],
  ["walk-all", "9000", { walking: { ...USUAL_WALKING, wholeM: 9000 } }],
  ["to", "places.json", { places: "places.json" }],
  ["aim", "latest-leave", { aim: "latest-leave" }],
  ["blocks", "off", { blocks: false }],
  ["pathways", "off", { pathways: false }],
  ["json", "", { json: true }],
  ["speed", "1.2", { pace: { ...FAMILY_PACE, metresPerSecond: 1.2 } }],
  ["slack", "0", { pace: { ...FAMILY_PACE, slackS: 0 } }],
  ["change", "1", { pace: { ...FAMILY_PACE, changeS: 1 } }],
  ["boarding-penalty", "0", { pace: { ...FAMILY_PACE, boardingPenaltyS: 0 } }],
  ["walk-link", "250", { walking: { ...USUAL_WALKING, linkM: 250 } }],
  ["access", "900", { walking: { ...USUAL_WALKING, accessM: 900, wholeM: 1800 } }],
  ["detour", "1", { walking: { ...USUAL_WALKING, detour: 1 } }],
])("--%s %s is understood", (option, words, expected) => {
  expect(asked({ [option]: [words] })).toMatchObject(expected);
});

test.each([
  ["feed", undefined, /^--feed is needed\./],
  ["date", ["2024-02-30"], /--date takes a day like 2024-04-10; "2024-02-30" is not one/],
  ["date", ["2024-04-10", "2024-04-11"], /^--date is given twice/],
  ["at", ["5pm"], /--at takes a time of the day like 17:00, or 25:10/],
  ["at", ["17:60"], /--at takes a time/],
  ["from", ["63101"], /--from takes degrees north and east with a comma between/],
  ["from", ["-90.2,38.6,1"], /--from takes degrees/],
  ["from", ["98.6,-90.2"], /--from takes degrees/],
  ["window", ["a while"], /--window takes a time like 4h, 45m, 90s or 90/],
  ["window", ["25h"], /--window takes a time .* from 0 to 86400 seconds/],
  ["speed", ["0"], /--speed takes a number from 0\.1 to 10; "0" is not one/],
  ["speed", ["1e400"], /--speed takes a number/],
  ["change", ["0"], /--change takes a time .* from 1/],
  ["wind-chill", ["cold"], /--wind-chill takes a number/],
  ["aim", ["soonest"], /--aim takes warmest, fewest-rides, latest-leave; "soonest"/],
  ["blocks", ["no"], /--blocks takes on or off/],
  ["zone", ["Mars"], /--zone takes a name like America\/Chicago; "Mars" is not one/],
])("--%s %j is refused with what it takes", (option, values, sentence) => {
  expect(() => asked({ [option]: values })).toThrow(sentence);
});

test("a line entered by hand needs no feed, but a clock", () => {
  const alone = { feed: undefined, "hand-route": ["106.csv"] };
  expect(() => asked(alone)).toThrow(/^--zone is needed where there is no --feed/);
  expect(asked({ ...alone, zone: ["America/Chicago"] })).toMatchObject({
    feeds: [],
    handRoutes: ["106.csv"],
  });
});

test("a word too many is named", () => {
  expect(() => readAsked([...args({}), "b.zip"])).toThrow(/^"b\.zip" is not understood/);
});

test("without --to it is every stop that is asked about", () => {
  expect(asked({ to: undefined }).places).toBeNull();
});
