/** Whether a GTFS file may be put in force in a region, before anything is stored. */
import { filesOf } from "~/data/feeds/zip.server";
import type { LocalDate } from "~/domain/zone";
import type { Region } from "~/domain/region";
import type { Fault, Feed, FeedFacts } from "~/transit/gtfs/feed";
import { feedFacts, readFeed } from "~/transit/gtfs/read-feed";
import { localDate } from "~/transit/timetable/calendar";
import { trimmed } from "~/transit/timetable/turns";

export type CheckedFeed =
  | { kind: "good"; facts: FeedFacts; warnings: Fault[]; doubts: string[] }
  | { kind: "broken"; faults: [Fault, ...Fault[]] }
  | { kind: "elsewhere"; facts: FeedFacts };

export async function checkFeed(bytes: Uint8Array, region: Region, today: LocalDate): Promise<CheckedFeed> {
  const unzipped = await filesOf(bytes);
  if (unzipped.kind === "refused") return { kind: "broken", faults: unzipped.faults };
  const read = readFeed(unzipped.files);
  if (read.kind === "refused") return { kind: "broken", faults: read.faults };
  // Its turn is by the days that have buses, here as in the engine.
  const facts = feedFacts(trimmed(read.feed));
  const inside = stopsInside(read.feed, region);
  if (inside === 0) return { kind: "elsewhere", facts };
  const outside = facts.stops - inside;
  return {
    kind: "good",
    facts,
    warnings: read.warnings,
    doubts: doubtsOf(read.feed, { facts, outside, region, today }),
  };
}

type Known = { facts: FeedFacts; outside: number; region: Region; today: LocalDate };

function doubtsOf(feed: Feed, { facts, outside, region, today }: Known): string[] {
  const { startsOn, endsOn, stops, timeZone } = facts;
  const doubts: string[] = [];
  if (endsOn < today)
    doubts.push(`It has expired: it ended on ${endsOn}. No bus of it will be shown after that day.`);
  if (startsOn > today)
    doubts.push(`It starts in the future: on ${startsOn}. Until then none of its buses run.`);
  const promised = `${localDate(feed.startsOn)} to ${localDate(feed.endsOn)}`;
  if (promised !== `${startsOn} to ${endsOn}`)
    doubts.push(`It says ${promised}, but has buses from ${startsOn} to ${endsOn}: those days are taken.`);
  if (outside > 0) doubts.push(`${outside} of its ${stops} stops lie outside the bounds of ${region.name}.`);
  if (timeZone !== region.timeZone)
    doubts.push(`Its time zone is ${timeZone}, the region's is ${region.timeZone}.`);
  return doubts;
}

function stopsInside({ stops }: Feed, { bounds }: Region): number {
  const { south, west, north, east } = bounds;
  let inside = 0;
  for (const [i, lat] of stops.lat.entries()) {
    const lon = stops.lon[i]!;
    if (lat >= south && lat <= north && lon >= west && lon <= east) inside++;
  }
  return inside;
}

/** What the region calls a feed nobody named: the agency, so that its next feed takes this one's place. */
export function nameOf({ agencies }: FeedFacts): string {
  const plain = (agencies[0] ?? "")
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
  return plain.replaceAll(/^-|-$/g, "").slice(0, 60).replace(/-$/, "") || "feed";
}
