import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startApp, type App } from "../support/app";
import { testDatabase } from "../support/database";

process.env.APP_SECRET = "only-for-tests-and-nothing-else!";
const database = testDatabase();
let app: App;

beforeAll(async () => {
  app = await startApp({ database, sample: true });
  // A first question may come before the timetables are there.
  const isReady = async () => expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  await vi.waitFor(isReady, { timeout: 60_000, interval: 250 });
}, 120_000);
afterAll(() => app?.stop());

// Before dawn no bed of the sample takes anybody in.
const FAMILY = "where=7th+%26+Minnesota&adults=1&children=6,9&when=03:30";

test("searches that find no bed are kept when the server stops: how many, and nothing of who, from where or when", async () => {
  // Equal ones of the same second are one answer.
  const again = [1, 2].map((times) => `${FAMILY}&again=${times}`);
  for (const query of [FAMILY, ...again, FAMILY.replace("&children=6,9", ""), "where=qqqqzzzz", ""]) {
    const page = await fetch(new URL(`/?${query}`, app.url));
    const isNoBed = (await page.text()).includes("No place we know of has a bed");
    expect([page.status, isNoBed], query).toEqual([200, query.includes("adults")]);
  }
  await app.stop();
  const rows = await database.owner`select * from empty_searches order by household`;
  expect(rows).toMatchObject([
    { household: "adults", area: "661", n: 1 },
    { household: "families", area: "661", n: 3 },
  ]);
  expect(Object.keys(rows[0]!).toSorted()).toEqual(["area", "hour", "household", "month", "n", "regionId"]);
});
