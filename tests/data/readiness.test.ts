import { afterEach, expect, test, vi } from "vitest";
import { closeDatabase } from "~/data/database.server";
import { readiness } from "~/data/readiness.server";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";

const database = testDatabase();

afterEach(() => void vi.unstubAllEnvs());

test("a server without regions is ready", async () => {
  expect(await readiness(4_000)).toEqual({ ready: true, regions: {} });
});

test("a region without a feed is ready and says that it has none", async () => {
  await seedRegion(database.owner, "no-buses");
  expect(await readiness(4_000)).toEqual({ ready: true, regions: { "no-buses": "none" } });
});

test("without a database it is not ready within the deadline, and says why", async () => {
  vi.stubEnv("DATABASE_WEB_URL", "postgres://nobody:nothing@127.0.0.1:1/nowhere");
  await closeDatabase();
  const since = Date.now();
  expect(await readiness()).toEqual({ ready: false, reason: "the database cannot be reached" });
  expect(Date.now() - since).toBeLessThan(1_500);
  await closeDatabase();
});
