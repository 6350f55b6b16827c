import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";
import { builtFrom, type Parts } from "~/data/timetables/build.server";
import { BuildFailed, builtApart } from "~/data/timetables/worker.server";
import { SAMPLE_HAND_ROUTES } from "../../../db/sample/hand-routes";
import { makeSampleFeed, zipped } from "../../../db/sample/make-gtfs";
import { at } from "../../support/hours";

const bytes = zipped(makeSampleFeed("2026-01-01", "2026-03-31"));
const parts = (): Parts => ({
  feeds: [{ feedId: 1, name: "kcata", bytes: bytes.slice() }],
  handRoutes: SAMPLE_HAND_ROUTES,
  timeZone: "America/Chicago",
  now: at("2026-01-15 17:00"),
});
const entry = (name: string) => fileURLToPath(new URL(`./workers/${name}.ts`, import.meta.url));

describe("a worker", () => {
  it("makes the very timetable that would be made here, its days included", async () => {
    const [apart, here] = [await builtApart(parts()), await builtFrom(parts())];
    expect(apart).toEqual(here);
    expect([...apart.timetable.order.days.keys()].length).toBeGreaterThan(2);
    expect(apart.lines.length).toBeGreaterThan(0);
  });

  it("takes the feeds' bytes with it, so that they are nowhere twice", async () => {
    const taken = parts();
    await builtApart(taken);
    expect(taken.feeds[0]!.bytes.byteLength).toBe(0);
  });

  it("says of a broken feed what is broken, and makes the rest", async () => {
    const broken = { feedId: 2, name: "broken", bytes: Buffer.from("no such thing") };
    const { feeds, ...rest } = parts();
    const built = await builtApart({ ...rest, feeds: [broken, ...feeds] });
    expect(built.broken).toEqual([
      { feedId: 2, reason: expect.stringContaining("not a zip file") as string },
    ]);
    expect(built.lines.length).toBeGreaterThan(0);
  });

  it("is found from wherever the program was started", async () => {
    const before = process.cwd();
    process.chdir(tmpdir());
    try {
      expect((await builtApart(parts())).stops.length).toBeGreaterThan(0);
    } finally {
      process.chdir(before);
    }
  });

  it("works alone: the next one begins when it is gone", async () => {
    const all = [1, 2, 3].map(() => builtApart(parts(), { entry: entry("tells-when") }));
    const spans = (await Promise.all(all)) as unknown as { from: number; until: number }[];
    for (const [i, { from }] of spans.entries())
      if (i > 0) expect(from).toBeGreaterThanOrEqual(spans[i - 1]!.until);
  });
});

describe("a worker that comes to no end is given up, and the next one works:", () => {
  test.each([
    ["it dies", "dies", {}, /ended with code 3/],
    ["it breaks", "breaks", {}, /a fault nobody caught/],
    ["it hangs", "hangs", { deadlineMs: 1_000 }, /not done after 1 s/],
    ["it wants all memory", "devours", { memoryMb: 32 }, /memory/],
    ["there is none", "nowhere", {}, /nowhere/],
  ])("%s", async (_what, name, limits, why) => {
    const failed = await builtApart(parts(), { entry: entry(name), ...limits }).catch(
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(BuildFailed);
    expect((failed as Error).message).toMatch(why);
    expect((await builtApart(parts())).stops.length).toBeGreaterThan(0);
  });
});
