import { expect, test } from "vitest";
import { dayNumber, localDate, runsOn } from "~/transit/timetable/calendar";
import { buildTimetable } from "~/transit/timetable/timetable";
import { inTurns, type NamedFeed } from "~/transit/timetable/turns";
import { feedFiles, feedOf, trip } from "../picture";

/** A feed of the route that is called like its feed, so that a reader sees whose trips run. */
function feed(name: string | undefined, startsOn: string, endsOn: string, route = "R"): NamedFeed {
  const [from, until] = [startsOn, endsOn].map((day) => day.replaceAll("-", ""));
  const drawn = feedFiles({
    stops: { A: [0, 0], B: [3000, 0] },
    calendar: { daily: `1,1,1,1,1,1,1,${from},${until}` },
    trips: [{ ...trip("A 10:00", "B 10:20"), route }],
  });
  return { ...feedOf(drawn), name };
}

const turns = (...feeds: NamedFeed[]) =>
  inTurns(feeds).map(({ startsOn, endsOn }) =>
    startsOn <= endsOn ? `${localDate(startsOn)} to ${localDate(endsOn)}` : "none",
  );

const winter = feed("kcata", "2026-01-01", "2026-03-31");
const spring = feed("kcata", "2026-03-15", "2026-06-30");
const summer = feed("kcata", "2026-07-10", "2026-09-30");

test("the earlier feed is in force up to the day before the later one's first, also where they overlap", () => {
  expect(turns(winter, spring)).toEqual(["2026-01-01 to 2026-03-14", "2026-03-15 to 2026-06-30"]);
});

test("the order they are given in changes nothing", () => {
  expect(turns(summer, winter, spring)).toEqual([
    "2026-07-10 to 2026-09-30",
    "2026-01-01 to 2026-03-14",
    "2026-03-15 to 2026-06-30",
  ]);
});

test("a gap between two feeds stays a gap", () => {
  expect(turns(spring, summer)).toEqual(["2026-03-15 to 2026-06-30", "2026-07-10 to 2026-09-30"]);
});

test("a feed does not come back when a short one after it has ended", () => {
  expect(turns(winter, feed("kcata", "2026-01-20", "2026-01-25"))[0]).toBe("2026-01-01 to 2026-01-19");
});

test("of two that start on one day the one given later is in force, and the other never is", () => {
  const corrected = feed("kcata", "2026-01-01", "2026-02-28");
  expect(turns(winter, corrected)).toEqual(["none", "2026-01-01 to 2026-02-28"]);
  expect(turns(corrected, winter)).toEqual(["none", "2026-01-01 to 2026-03-31"]);
});

test("feeds of other names, and feeds without one, run side by side", () => {
  const both = ["2026-01-01 to 2026-03-31", "2026-03-15 to 2026-06-30"];
  expect(turns(winter, { ...spring, name: "streetcar" })).toEqual(both);
  expect(turns({ ...winter, name: undefined }, { ...spring, name: undefined })).toEqual(both);
});

test("on every day of a year exactly the trips of the feed whose turn it is run", () => {
  const { services, routes, trips, coverage } = buildTimetable({
    feeds: [
      feed("kcata", "2026-07-10", "2026-09-30", "summer"),
      feed("kcata", "2026-01-01", "2026-03-31", "never"),
      feed("kcata", "2026-01-01", "2026-12-31", "winter"),
      feed("kcata", "2026-03-15", "2026-06-30", "spring"),
    ],
    handRoutes: [],
    timeZone: "America/Chicago",
  });
  const running = (day: number) =>
    [...trips.service.keys()]
      .filter((run) => runsOn(services[trips.service[run]!]!.service, day))
      .map((run) => routes[trips.route[run]!]!.name.shortName);
  const spans: string[] = [];
  let before = "";
  for (let day = dayNumber("2026-01-01"); day <= dayNumber("2026-12-31"); day++) {
    const now = running(day).join() || "nothing";
    if (now !== before) spans.push(`${localDate(day)} ${now}`);
    before = now;
  }
  expect(spans).toEqual([
    "2026-01-01 winter",
    "2026-03-15 spring",
    "2026-07-01 nothing",
    "2026-07-10 summer",
    "2026-10-01 nothing",
  ]);
  expect(coverage.map(({ name, startsOn }) => [name, localDate(startsOn)])).toEqual([
    ["kcata", "2026-07-10"],
    ["kcata", "2026-01-01"],
    ["kcata", "2026-03-15"],
  ]);
});

test("a feed that promises weeks without a bus is taken for the days it has one", () => {
  const drawn = (info: string, weekdays = "1,1,1,1,1,1,1") => ({
    ...feedOf(
      feedFiles({
        stops: { A: [0, 0], B: [3000, 0] },
        calendar: { daily: `${weekdays},20260301,20260630`, unused: "1,1,1,1,1,1,1,20200101,20301231" },
        trips: [trip("A 10:00", "B 10:20")],
        info,
      }),
    ),
    name: "kcata",
  });
  expect(turns(winter, drawn("20260115,20291231"))).toEqual([
    "2026-01-01 to 2026-02-28",
    "2026-03-01 to 2026-06-30",
  ]);
  // 2026-03-01 was a Sunday: a few days without a bus are a pause.
  expect(turns(drawn("20260226,20260703", "0,0,1,1,1,0,0"))).toEqual(["2026-02-26 to 2026-07-03"]);
  expect(turns(drawn("20260310,20260320"))).toEqual(["2026-03-10 to 2026-03-20"]);
  // Nothing runs at all on the days it promises: then it is left as it is.
  expect(turns(drawn("20270101,20270320"))).toEqual(["2027-01-01 to 2027-03-20"]);
});

test("an added date after the turn's end does not run either", () => {
  const drawn = feedFiles({
    stops: { A: [0, 0], B: [3000, 0] },
    calendar: { daily: "1,1,1,1,1,1,1,20260101,20260331" },
    dates: ["daily,20260320,1"],
    trips: [trip("A 10:00", "B 10:20")],
  });
  const { services } = buildTimetable({
    feeds: [{ ...feedOf(drawn), name: "kcata" }, spring],
    handRoutes: [],
    timeZone: "America/Chicago",
  });
  expect(services.filter(({ service }) => runsOn(service, dayNumber("2026-03-20")))).toHaveLength(1);
});

test("the stops know which of the feeds given they are from, though one never has a turn", () => {
  const { stops } = buildTimetable({
    feeds: [winter, { ...winter }, { ...spring, name: "streetcar" }],
    handRoutes: [],
    timeZone: "America/Chicago",
  });
  expect([...stops.feed]).toEqual([1, 1, 2, 2]);
});
