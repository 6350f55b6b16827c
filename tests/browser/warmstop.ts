/** The built app with the sample region for one file of browser tests, and where its pages are. */
import { afterAll, beforeAll, expect, vi } from "vitest";
import { startApp, type App } from "../support/app";
import { testDatabase, type TestDatabase } from "../support/database";

export type Warmstop = {
  url: string;
  database: TestDatabase;
  /** What the app has written to its log so far. */
  log(): string;
};

// At a fixed wall time the buses run and the doors open, at whatever hour the tests do.
export const FAMILY = "where=7th+%26+Minnesota&adults=2&children=6,9&when=17:30";

/** At the top of a test file. */
export function warmstop(env?: () => Record<string, string>): Warmstop {
  const database = testDatabase();
  let app: App | undefined;
  const running = { url: "", database, log: () => app?.log() ?? "" };
  beforeAll(async () => {
    app = await startApp({ database, sample: true, env: env?.() });
    running.url = app.url;
    // A first question may come before the timetables are there; people meet a server that has them.
    const isReady = async () => expect((await fetch(`${app!.url}/readyz`)).status).toBe(200);
    await vi.waitFor(isReady, { timeout: 60_000, interval: 250 });
  }, 180_000);
  afterAll(() => app?.stop());
  return running;
}

/** PLACE replaced by the path of the sample's first place with a family's count. */
export async function addressOf({ url, database }: Warmstop, path: string, lang = "en"): Promise<string> {
  const [place] = await database.owner<[{ placeId: number }]>`
    select place_id
    from places
    join pools using (place_id)
    where household = 'families'
    order by place_id
    limit 1`;
  const whole = new URL(path.replace("PLACE", `/places/${place.placeId}`), url);
  whole.searchParams.set("lang", lang);
  return whole.href;
}
