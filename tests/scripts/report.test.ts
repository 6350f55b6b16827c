import { beforeAll, describe, expect, it } from "vitest";
import { placesIn } from "~/data/places.server";
import { findRegion } from "~/data/regions.server";
import { ensureSample } from "../../db/sample/ensure";
import { runScript } from "../support/command";
import { testDatabase } from "../support/database";
import { tableSums } from "../support/table-sums";

const database = testDatabase();
beforeAll(() => ensureSample(database.ownerUrl));

function report(...args: string[]) {
  return runScript("report", args, database.ownerUrl);
}

async function poolsOf(name: string) {
  const region = (await findRegion("kck-sample"))!;
  return (await placesIn(region.regionId)).find((place) => place.name === name)!.pools;
}

describe("npm run report", () => {
  it("enters a count by a part of the place's name and says before and after", async () => {
    const ran = await report(
      "--place",
      "example",
      "--pool",
      "families",
      "--occupied",
      "6",
      "--out-of-service",
      "1",
    );
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toMatch(/before: 5 of 8 taken, 3 free \(1\d min old\)/);
    expect(ran.out).toContain("now:    6 of 8 taken, 1 out of service, 1 free, counted just now");
    const [pool] = await poolsOf("Example House (sample)");
    expect(pool).toMatchObject({ occupied: 6, outOfService: 1, capacity: 8, lastReport: { way: "command" } });
  });

  it("takes more than there is, and says over", async () => {
    const ran = await report(
      "--place",
      "Example House (sample)",
      "--pool",
      "families/room",
      "--occupied",
      "9",
    );
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("That is over");
    expect((await poolsOf("Example House (sample)"))[0]).toMatchObject({ occupied: 9 });
  });

  it("finds a place and a pool by their numbers", async () => {
    const region = (await findRegion("kck-sample"))!;
    const lantern = (await placesIn(region.regionId)).find(({ name }) => name.startsWith("Lantern"))!;
    const women = lantern.pools.find(({ household }) => household === "women")!;
    const ran = await report(
      "--place",
      `${lantern.placeId}`,
      "--pool",
      `${women.poolId}`,
      "--occupied",
      "10",
    );
    expect(ran.out).toContain("Lantern Hall (sample), women beds");
  });

  it.each([
    ["a negative number", ["--occupied", "-3"], /from 0 to 10000; "-3" is not one/],
    ["half a bed", ["--occupied", "2.5"], /whole number/],
    ["a huge number", ["--occupied", "99999999999999999999"], /whole number/],
    ["a word", ["--occupied", "full"], /whole number/],
    ["no number", [], /--occupied is needed/],
    ["a huge capacity", ["--occupied", "1", "--capacity", "10001"], /--capacity takes/],
    [
      "a name of two places",
      ["--occupied", "1", "--place", "house"],
      /could be any of these:\n.*Example House.*\n.*Willow House/,
    ],
    ["a name of none", ["--occupied", "1", "--place", "Nowhere"], /No place is called "Nowhere"/],
    [
      "a pool it does not have",
      ["--occupied", "1", "--pool", "men"],
      /has no pool "men"\. It has:\n.*families\/room/,
    ],
    ["a place without beds", ["--occupied", "1", "--place", "Cup"], /no beds or rooms to count/],
    ["an unknown region", ["--occupied", "1", "--region", "nowhere"], /There is no region "nowhere"/],
  ])("refuses %s with a sentence, and changes nothing", async (_, args, sentence) => {
    const before = await tableSums(database.owner);
    const usual: string[] = [];
    if (!args.includes("--place")) usual.push("--place", "example");
    if (!args.includes("--pool")) usual.push("--pool", "families");
    const ran = await report(...usual, ...args);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(sentence);
    expect(ran.err).not.toMatch(/\n\s+at /);
    expect(await tableSums(database.owner)).toEqual(before);
  });

  it("says in a sentence that the database cannot be reached, or has no tables", async () => {
    const said = (url: string) =>
      runScript("report", ["--place", "x", "--pool", "men", "--occupied", "1"], url);
    const away = await said("postgres://nobody@127.0.0.1:1/nothing");
    expect(away).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^The database cannot be reached\. Is it running/m),
    });
    expect(away.err).not.toMatch(/\n\s+at /);
    const server = process.env.WARMSTOP_TEST_SERVER ?? "";
    expect((await said(server)).err).toMatch(/no tables yet: run `npm start` once/);
  });
});
