/** Keeps the sample's timetable reaching 60 days ahead, and leaves it alone while it does. */
import { createHash } from "node:crypto";
import type { Sql } from "~/data/connection.server";
import { within } from "~/data/database.server";
import { activateFeed, storeFeed } from "~/data/feeds.server";
import type { LocalDate } from "~/domain/zone";
import { feedFacts, readFeed } from "~/transit/gtfs/read-feed";
import { makeSampleFeed, zipped } from "./make-gtfs";

const NAME = "kcata-sample";
const MUST_REACH_DAYS = 60;
// A month more than must be, so that it is made anew once a month and not once a day.
const REACHES_DAYS = 92;
const BEGINS_DAYS_AGO = 7;

type Kept = { startsOn: LocalDate; endsOn: LocalDate; sha256: Uint8Array };

/** True where it was made anew. */
export async function keepTimetable(owner: Sql, regionId: number, today: LocalDate): Promise<boolean> {
  const [kept] = await within(owner<[Kept?]>`
    select starts_on, ends_on, sha256
    from active_feeds
    where region_id = ${regionId} and name = ${NAME}
    order by starts_on desc
    limit 1
  `);
  if (kept && reachesFarEnough(kept, today) && isAsMadeNow(kept)) return false;
  await makeAnew(owner, regionId, addDays(today, -BEGINS_DAYS_AGO), addDays(today, REACHES_DAYS));
  return true;
}

function reachesFarEnough({ startsOn, endsOn }: Kept, today: LocalDate): boolean {
  return startsOn < today && endsOn >= addDays(today, MUST_REACH_DAYS);
}

/** False after a change of the stops or trips this program makes. */
function isAsMadeNow({ startsOn, endsOn, sha256 }: Kept): boolean {
  const bytes = zipped(makeSampleFeed(startsOn, endsOn));
  return createHash("sha256").update(bytes).digest().equals(sha256);
}

async function makeAnew(owner: Sql, regionId: number, startsOn: LocalDate, endsOn: LocalDate): Promise<void> {
  const files = makeSampleFeed(startsOn, endsOn);
  const read = readFeed(files);
  if (read.kind === "refused") throw new Error(`The sample's timetable is broken: ${read.faults[0].reason}`);
  const facts = feedFacts(read.feed);
  const feed = { regionId, name: NAME, source: "db/sample/make-gtfs.ts", facts, warnings: read.warnings };
  const stored = await storeFeed(owner, feed, [zipped(files)]);
  if (stored.kind !== "stored") throw new Error(`The sample's timetable could not be kept: ${stored.kind}`);
  const activated = await activateFeed(owner, stored.feedId);
  if (activated.kind !== "activated") {
    throw new Error(`The sample's timetable could not be put in force: ${activated.kind}`);
  }
}

export function addDays(date: LocalDate, days: number): LocalDate {
  const later = new Date(`${date}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
}
