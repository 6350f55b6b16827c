/** Feeds as they came, in parts of 1 MB: stored while they stream in, put in force in one statement, read whole. */
import { createHash } from "node:crypto";
import type { LocalDate } from "~/domain/zone";
import type { Fault, FeedFacts } from "~/transit/gtfs/feed";
import type { Sql } from "./connection.server";
import { sql, within } from "./database.server";

export const MOST_FEED_BYTES = 64 * 1024 * 1024;
const PART_BYTES = 1024 * 1024;
const STORE_MS = 30_000;

export type NewFeed = {
  regionId: number;
  /** What the region calls it ("kcata"): feeds of that name follow one another. */
  name: string;
  /** Where it came from: a file's name, an address. */
  source: string;
  facts: FeedFacts;
  warnings: Fault[];
};

export type Stored = { kind: "stored"; feedId: number } | { kind: "too-large" } | { kind: "empty" };

export type Activated =
  | { kind: "activated"; feedId: number; replaced: number | null }
  | { kind: "unknown-feed" }
  | { kind: "not-checked" }
  | { kind: "not-whole" };

export type ListedFeed = {
  feedId: number;
  name: string;
  source: string;
  state: "receiving" | "checked" | "active" | "retired";
  byteCount: number | null;
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  importedAt: Date;
};

/** Keeps a checked feed beside the one in use; activateFeed puts it in force. What was not kept whole is removed. */
export async function storeFeed(
  owner: Sql,
  feed: NewFeed,
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<Stored> {
  const [{ feedId }] = await within(owner<[{ feedId: number }]>`
    insert into feeds (region_id, name, source)
    values (${feed.regionId}, ${feed.name}, ${feed.source})
    returning feed_id`);
  const hash = createHash("sha256");
  let byteCount = 0;
  try {
    for await (const part of partsOf(bytes)) {
      const number = byteCount / PART_BYTES;
      byteCount += part.length;
      if (byteCount > MOST_FEED_BYTES) break;
      hash.update(part);
      await within(
        owner`insert into feed_parts (feed_id, part, bytes) values (${feedId}, ${number}, ${part})`,
        STORE_MS,
      );
    }
    if (byteCount > 0 && byteCount <= MOST_FEED_BYTES) {
      await keepChecked(owner, feedId, feed, { byteCount, sha256: hash.digest() });
      return { kind: "stored", feedId };
    }
  } catch (error) {
    await removeFeed(owner, feedId).catch(() => {});
    throw error;
  }
  await removeFeed(owner, feedId);
  return { kind: byteCount === 0 ? "empty" : "too-large" };
}

/**
 * In force now, or from its first day where that lies ahead; `replaced` is the feed in whose place it stands. For the
 * importing command: one statement, which also says `timetable_changed`.
 */
export async function activateFeed(owner: Sql, feedId: number): Promise<Activated> {
  const [{ answer }] = await within(
    owner<[{ answer: Activated }]>`select activate_feed(${feedId}) as answer`,
    STORE_MS,
  );
  return answer;
}

/** Takes out a feed in force, or one that waits for its day; the one before it goes on where it is kept. */
export async function withdrawFeed(owner: Sql, feedId: number): Promise<"withdrawn" | "not-active"> {
  const [{ kind }] = await within(
    owner<[{ kind: "withdrawn" | "not-active" }]>`select withdraw_feed(${feedId}) ->> 'kind' as kind`,
  );
  return kind;
}

/** Every feed kept for a region, the newest first within its name. */
export async function feedsOf(owner: Sql, regionId: number): Promise<ListedFeed[]> {
  return within(owner<ListedFeed[]>`
    select feed_id, name, source, state, byte_count, starts_on, ends_on, imported_at
    from feeds
    where region_id = ${regionId}
    order by name, feed_id desc`);
}

type ActiveFeed = { feedId: number; name: string; byteCount: number };

/** The feeds in force, of which several of one name take turns by their dates; by name, then by first day. */
export async function activeFeeds(
  regionId: number,
): Promise<{ feedId: number; name: string; bytes: Uint8Array }[]> {
  for (;;) {
    const feeds = await within(sql<ActiveFeed[]>`
      select feed_id, name, byte_count
      from active_feeds
      where region_id = ${regionId}
      order by name, starts_on`);
    const read = await Promise.all(
      feeds.map(async ({ feedId, name, byteCount }) => ({
        feedId,
        name,
        bytes: await bytesOf(feedId, byteCount),
      })),
    );
    const whole = read.flatMap(({ bytes, ...feed }) => (bytes ? [{ ...feed, bytes }] : []));
    // One was replaced while it was read: the others may belong to yesterday as well.
    if (whole.length === read.length) return whole;
  }
}

// A part a statement: 64 MB over a slow line would run into the role's statement_timeout.
async function bytesOf(feedId: number, byteCount: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(byteCount);
  for (let at = 0; at < byteCount; at += PART_BYTES) {
    const [row] = await within(sql<[{ bytes: Uint8Array }?]>`
      select bytes
      from active_feed_parts
      where feed_id = ${feedId} and part = ${at / PART_BYTES}`);
    if (!row) return null;
    bytes.set(row.bytes, at);
  }
  return bytes;
}

async function keepChecked(
  owner: Sql,
  feedId: number,
  { facts, warnings }: NewFeed,
  { byteCount, sha256 }: { byteCount: number; sha256: Buffer },
): Promise<void> {
  await within(owner`
    update feeds
    set state = 'checked',
        byte_count = ${byteCount},
        sha256 = ${sha256},
        facts = ${owner.json(facts)},
        warnings = ${owner.json(warnings)},
        starts_on = ${facts.startsOn},
        ends_on = ${facts.endsOn}
    where feed_id = ${feedId}`);
}

async function removeFeed(owner: Sql, feedId: number): Promise<void> {
  await within(owner`delete from feeds where feed_id = ${feedId} and state = 'receiving'`);
}

async function* partsOf(bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let part = Buffer.alloc(PART_BYTES);
  let filled = 0;
  for await (const chunk of bytes) {
    for (let from = 0; from < chunk.length;) {
      const taken = chunk.subarray(from, from + PART_BYTES - filled);
      part.set(taken, filled);
      filled += taken.length;
      from += taken.length;
      if (filled === PART_BYTES) {
        yield part;
        part = Buffer.alloc(PART_BYTES);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield part.subarray(0, filled);
}
