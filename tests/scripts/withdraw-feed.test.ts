import { beforeAll, describe, expect, it } from "vitest";
import { activeFeeds, feedsOf } from "~/data/feeds.server";
import { makeSampleFeed, zipped } from "../../db/sample/make-gtfs";
import { fileWith, runScript } from "../support/command";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";
import { tableSums } from "../support/table-sums";

const database = testDatabase();
let regionId: number;
const sources: Record<string, number> = {};

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const withdraw = (...args: string[]) =>
  runScript("withdraw-feed", ["--region", "kck", ...args], database.ownerUrl);

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  for (const [file, from, until] of [
    ["spring.zip", day(-30), day(60)],
    ["summer.zip", day(20), day(120)],
  ] as const) {
    const bytes = zipped(makeSampleFeed(from, until));
    await runScript("import-gtfs", ["--region", "kck", fileWith(file, bytes)], database.ownerUrl);
  }
  for (const { source, feedId } of await feedsOf(database.owner, regionId)) sources[source] = feedId;
});

describe("npm run withdraw-feed", () => {
  it("lists the feeds with what each is doing", async () => {
    const { code, out } = await withdraw();
    expect(code).toBe(0);
    expect(out).toMatch(
      new RegExp(`${sources["summer.zip"]}  kcata-sample  summer.zip .*: waits: in force ${day(20)} to`),
    );
    expect(out).toMatch(
      new RegExp(`${sources["spring.zip"]}  kcata-sample  spring.zip .*: in force until ${day(19)}`),
    );
  });

  it("changes nothing until --apply is said, nor for a number that is none of its feeds", async () => {
    const before = await tableSums(database.owner);
    expect((await withdraw(String(sources["summer.zip"]))).out).toContain("Nothing was changed. Add --apply");
    expect(await withdraw("987654", "--apply")).toMatchObject({
      code: 1,
      err: "Region kck has no feed 987654.\n",
    });
    expect(await withdraw("--apply")).toMatchObject({ code: 1 });
    expect(await withdraw("summer.zip")).toMatchObject({ code: 1 });
    expect(await tableSums(database.owner)).toEqual(before);
  });

  it("takes one out, and the one before it goes on", async () => {
    const done = await withdraw(String(sources["summer.zip"]), "--apply");
    expect(done).toMatchObject({ code: 0, err: "" });
    expect(done.out).toMatch(new RegExp(`spring.zip .*: in force until ${day(60)}`));
    expect(done.out).toContain("taken out, kept for a way back");
    expect((await activeFeeds(regionId)).map(({ feedId }) => feedId)).toEqual([sources["spring.zip"]]);
    const again = await withdraw(String(sources["summer.zip"]), "--apply");
    expect(again).toMatchObject({ code: 1, err: "It is not in force and waits for no day.\n" });
  });
});
