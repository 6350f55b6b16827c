import { existsSync, truncateSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { findRegion } from "~/data/regions.server";
import { timetableOf } from "~/data/timetables.server";
import { addDays, localTime } from "~/domain/zone";
import { makeSampleFeed, zipped } from "../../db/sample/make-gtfs";
import { fileWith, runScript } from "../support/command";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";
import { tableSums } from "../support/table-sums";
import { localDate } from "~/transit/timetable/calendar";

const database = testDatabase();
const current = makeSampleFeed(day(-3), day(60));
const good = fileWith("kcata.zip", zipped(current));

beforeAll(async () => void (await seedRegion(database.owner)));

/** A day as the feed's agency counts it: the evening there is tomorrow in UTC. */
function day(offset: number): string {
  const { date } = localTime(Date.now() / 1000, "America/Chicago");
  return addDays(date, offset);
}

function importFeed(file: string, ...args: string[]) {
  return runScript("import-gtfs", ["--region", "kck", file, ...args], database.ownerUrl);
}

function withRow(file: string, line: number, change: (row: string) => string): string {
  const rows = new TextDecoder().decode(current.get(file)).split("\r\n");
  rows[line - 1] = change(rows[line - 1]!);
  return fileWith("broken.zip", zipped(new Map([...current, [file, Buffer.from(rows.join("\r\n"))]])));
}

function headerOf(file: string): Uint8Array {
  return Buffer.from(new TextDecoder().decode(current.get(file)).split("\r\n")[0]!);
}

describe("npm run import-gtfs", () => {
  it("checks a feed, puts it in force, and says what is in it", async () => {
    const ran = await importFeed(good);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("Agencies: KCATA (sample)");
    expect(ran.out).toContain(`Dates: ${day(-3)} to ${day(60)}, America/Chicago`);
    expect(ran.out).toMatch(/\d+ stops, \d+ trips, [\d,]+ stop times/);
    expect(ran.out).toMatch(/In force in Region kck as "kcata-sample"\. Running servers/);
    const rows = await database.owner`select state, name, source from feeds`;
    expect([...rows]).toEqual([{ state: "active", name: "kcata-sample", source: "kcata.zip" }]);
  });

  it("reaches a running server without a restart, in the place of the feed before", async () => {
    const region = (await findRegion("kck"))!;
    const old = await timetableOf(region);
    const later = fileWith("kcata-spring.zip", zipped(makeSampleFeed(day(-3), day(90))));
    const ran = await importFeed(later);
    expect(ran.out).toMatch(/in the place of kcata\.zip of \d{4}-\d{2}-\d{2}/);
    await vi.waitFor(async () => expect((await timetableOf(region)).version).not.toBe(old.version), 15_000);
    expect((await timetableOf(region)).lines).toHaveLength(2);
  });

  it("clears away what an import that was killed left behind", async () => {
    await database.owner`
      insert into feeds (region_id, name, source, imported_at)
      select region_id, 'left', 'left.zip', clock_timestamp() - interval '2 hours' from regions`;
    await importFeed(good);
    expect([...(await database.owner`select from feeds where name = 'left'`)]).toEqual([]);
  });

  it("says when a feed has expired or begins later", async () => {
    const expired = await importFeed(
      fileWith("old.zip", zipped(makeSampleFeed("2020-01-01", "2020-03-01"))),
      "--name",
      "old",
    );
    expect(expired.out).toContain("Careful: It has expired: it ended on 2020-03-01.");
    expect(expired.out).toContain('Kept, as one that has ended, in Region kck as "old".');
    const future = await importFeed(
      fileWith("new.zip", zipped(makeSampleFeed(day(30), day(60)))),
      "--name",
      "new",
    );
    expect(future.out).toContain(`Careful: It starts in the future: on ${day(30)}.`);
    expect(future.out).toContain(`In force from ${day(30)}; until then no bus of it is shown.`);
  });

  it("keeps the feed in force until the first day of the next one, on running servers too", async () => {
    const region = (await findRegion("kck"))!;
    await timetableOf(region);
    const next = fileWith("summer.zip", zipped(makeSampleFeed(day(20), day(200))));
    const ran = await importFeed(next);
    expect(ran.out).toContain('Waiting in Region kck as "kcata-sample". Running servers');
    expect(ran.out).toMatch(
      new RegExp(`In force from ${day(20)}; until then the feed of ${day(-3)} \\(kcata.*\\.zip\\) stays\\.`),
    );
    const turns = async () =>
      (await timetableOf(region)).timetable.coverage
        .filter(({ name }) => name === "kcata-sample")
        .map(({ startsOn, endsOn }) => [startsOn, endsOn].map(localDate));
    const both = [
      [day(-3), day(19)],
      [day(20), day(200)],
    ];
    await vi.waitFor(async () => expect(await turns()).toEqual(both), 10_000);
  });

  it("does not let a feed that has ended end one that runs", async () => {
    const before = await tableSums(database.owner);
    const ended = await importFeed(fileWith("ended.zip", zipped(makeSampleFeed(day(-2), day(-1)))));
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(
      new RegExp(
        `This feed ended on ${day(-1)}, and "kcata-sample" \\(.*\\) runs until .*Nothing was changed`,
      ),
    );
    expect(await tableSums(database.owner)).toEqual(before);
  });

  it("takes a feed for the days it has buses, and says so", async () => {
    const promised = new Map([
      ...makeSampleFeed(day(-3), day(60)),
      [
        "feed_info.txt",
        Buffer.from(
          `feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date\nx,http://x,en,20200101,20991231\n`,
        ),
      ],
    ]);
    const ran = await importFeed(fileWith("eternal.zip", zipped(promised)), "--name", "eternal");
    expect(ran.out).toContain(
      `Careful: It says 2020-01-01 to 2099-12-31, but has buses from ${day(-3)} to ${day(60)}: those days are taken.`,
    );
    expect(ran.out).toContain(`Dates: ${day(-3)} to ${day(60)}`);
  });

  it.each([
    [
      "a time that is none",
      withRow("stop_times.txt", 12, (row) => row.replace(/\d\d:\d\d:\d\d/, "25 past")),
      /stop_times\.txt, line 12, column arrival_time: /,
    ],
    [
      "a stop nobody knows",
      withRow("stop_times.txt", 3, (row) => row.replace(/,12-grand,/, ",nowhere,")),
      /stop_times\.txt, line 3, column stop_id: /,
    ],
    [
      "a route without a name for its column",
      withRow("routes.txt", 1, () => "route,agency"),
      /routes\.txt, line 1, column route_id: /,
    ],
    [
      "a zip without a feed",
      fileWith("a.zip", zipSync({ "readme.txt": Buffer.from("hello") })),
      /no GTFS file in the zip/,
    ],
    [
      "stop times without a single row",
      fileWith("a.zip", zipped(new Map([...current, ["stop_times.txt", headerOf("stop_times.txt")]]))),
      /stop_times\.txt, line 1: it lists no stop time/,
    ],
    [
      "a service that ends before it starts",
      withRow("calendar.txt", 2, (row) => row.replace(/\d{8}$/, "20200101")),
      /calendar\.txt, line 2, column end_date: "20200101" is before start_date/,
    ],
    [
      "a stop that was renamed, in one line,",
      withRow("stops.txt", 2, (row) => row.replace(/^[^,]+/, "renamed")),
      /^The feed has faults; nothing was changed\.\n {2}stop_times\.txt, line \d+, column stop_id: .* rows; this is the first\)\n$/,
    ],
    [
      "a name that would steer the terminal",
      withRow("stop_times.txt", 3, (row) => row.replace(/,12-grand,/, ",no\0where\u001b[2J,")),
      /column stop_id: "no\\u0000where\\u001b\[2J" is not in stops\.txt/,
    ],
    ["no zip at all", fileWith("a.zip", "hello"), /not a zip file/],
    [
      "a path that leads out",
      fileWith("a.zip", zipSync({ "../agency.txt": Buffer.from("x") })),
      /leads out of the zip/,
    ],
    [
      "a bomb",
      fileWith("a.zip", zipSync({ "stops.txt": new Uint8Array(2 ** 26) })),
      /no timetable does that/,
    ],
    ["no such file", "/nowhere/feed.zip", /There is no file/],
  ])("refuses %s with its place and reason, and changes nothing", async (_, file, sentence) => {
    const before = await tableSums(database.owner);
    const ran = await importFeed(file);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(sentence);
    expect(ran.err).not.toMatch(/\n\s+at /);
    expect(await tableSums(database.owner)).toEqual(before);
  });

  it("shows at most twenty faults", async () => {
    const bad = new TextDecoder().decode(current.get("stop_times.txt")).replaceAll(/,\d\d:/g, ",xx:");
    const ran = await importFeed(
      fileWith("a.zip", zipped(new Map([...current, ["stop_times.txt", Buffer.from(bad)]]))),
    );
    expect(ran.err.match(/stop_times\.txt, line/g)).toHaveLength(20);
  });

  it("refuses more than 64 MB before reading it", async () => {
    const large = fileWith("large.zip", "");
    truncateSync(large, 64 * 2 ** 20 + 1);
    expect(await importFeed(large)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/larger than 64 MB/),
    });
  });

  it("refuses a feed of another town, an unknown region and an odd name", async () => {
    const before = await tableSums(database.owner);
    const stops = new TextDecoder().decode(current.get("stops.txt")).replaceAll(",39.", ",49.");
    const moved = fileWith("a.zip", zipped(new Map([...current, ["stops.txt", Buffer.from(stops)]])));
    expect(await importFeed(moved)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/No stop of this feed lies in Region kck/),
    });
    const unknown = await runScript("import-gtfs", ["--region", "stl", good], database.ownerUrl);
    expect(unknown.err).toMatch(/There is no region "stl"\. The regions are: kck\./);
    expect((await importFeed(good, "--name", "My Feed")).err).toMatch(/single dashes/);
    expect(await tableSums(database.owner)).toEqual(before);
  });

  const metro = fileURLToPath(new URL("../../../shared/gtfs/metro-stlouis.zip", import.meta.url));
  it.skipIf(!existsSync(metro))(
    "takes the feed of a whole metropolis, where one lies beside the project",
    async () => {
      const bounds = ["--bounds", "38.38,-90.75,38.95,-89.85"];
      await runScript(
        "region",
        ["--slug", "stl", "--name", "St. Louis", "--zone", "America/Chicago", ...bounds],
        database.ownerUrl,
      );
      const ran = await runScript("import-gtfs", ["--region", "stl", metro], database.ownerUrl);
      expect(ran.out).toContain("5,109 stops, 8,800 trips, 451,318 stop times");
      // A question waits a few seconds at most; what it waited for goes on being built.
      const region = (await findRegion("stl"))!;
      const { lines, stops } = await vi.waitFor(() => timetableOf(region), 60_000);
      expect(lines.length).toBeGreaterThan(40);
      expect(stops.length).toBeGreaterThan(4_000);
    },
  );
});
