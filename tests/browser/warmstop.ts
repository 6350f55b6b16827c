/** The built app with the sample region for one file of browser tests, and the pages a person may meet in it. */
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

/** Every state of every page: what it is called, its address, its status. PLACE is a place of the sample. */
export const PAGES: [name: string, path: string, status: number][] = [
  ["the start page", "/", 200],
  ["the answer", `/?${FAMILY}&map=0`, 200],
  ["the whole answer", `/?${FAMILY}&map=0&all=1`, 200],
  [
    "the answer to one adult with a dog and a wheelchair",
    "/?where=66101&pets=large-dog&wheelchair=1&when=17:30&map=0",
    200,
  ],
  ["the answer at night", "/?where=66101&adults=1&children=3&when=03:30&map=0", 200],
  ["the choice between corners", "/?where=Minnesota", 200],
  ["a town that is not ours", "/?where=10001", 200],
  ["words that name nothing", "/?where=qqqqzzzz", 200],
  ["a form with mistakes", "/?where=7th&adults=many&children=6,x&when=soon", 400],
  ["a place", `PLACE?${FAMILY}`, 200],
  ["a place without a start", "PLACE", 200],
  ["asking a place to hold a room", `PLACE/hold?${FAMILY}`, 200],
  ["the five words of a hold", "/hold/code", 200],
  ["asking to be told when a room opens", `/alert/ask?${FAMILY}`, 200],
  ["the five words of a wait", "/alert/code?sent=1", 200],
  ["a wait that is not open here", "/alert", 200],
  ["a code to a mail address", "/hold/mail", 200],
  ["the buses near a corner", "/access?where=7th+%26+Minnesota", 200],
  ["the buses near one of several corners", "/access?where=Minnesota", 200],
  ["a place that is not there", "/places/999999", 404],
  ["a page that is not there", "/nowhere", 404],
];

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
