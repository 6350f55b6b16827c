/** Coordinators of an open group at their desks, for browser tests, on a night as cold as that of the letter. */
import { randomUUID } from "node:crypto";
import { beforeAll } from "vitest";
import { page, type PageOptions } from "../support/browser";
import { seedGroup, type Seeded, type SeededGroup } from "../support/groups";
import type { Warmstop } from "./warmstop";

export const SMALL = { width: 320, height: 640 };

export type Desks = {
  open(): Promise<SeededGroup>;
  signedIn(who: Seeded, options?: PageOptions): ReturnType<typeof signedIn>;
};

/** At the top of a test file. */
export function desksOf(app: Warmstop): Desks {
  let regionId: number;
  beforeAll(async () => {
    process.env.APP_SECRET = "only-for-tests-and-nothing-else!";
    [{ regionId }] = await app.database.owner<[{ regionId: number }]>`select region_id from regions limit 1`;
    await app.database.owner`
      insert into entered_weather (region_id, wind_chill_f, until)
      values (${regionId}, 14, clock_timestamp() + interval '2 days')`;
  });
  return {
    open: () => seedGroup(app.database.owner, regionId, { name: `Group ${randomUUID().slice(0, 8)}` }),
    signedIn: (who, options) => signedIn(app, who, options),
  };
}

export const cookieOf = ({ url }: Warmstop, { token }: Seeded) => ({
  name: "__Host-staff",
  value: token,
  url: url.replace("http:", "https:"),
  secure: true,
});

export const by = ({ token }: Seeded, askId: string) => ({ key: randomUUID(), token, askId });

async function signedIn(app: Warmstop, who: Seeded, options: PageOptions = {}) {
  const opened = await page({ ...SMALL, ...options });
  await opened.context.addCookies([cookieOf(app, who)]);
  return { ...opened, on: opened.page };
}
