/** Feeds that follow one another under one name: each is in force until the day before the next one's first. */
import type { Feed } from "~/transit/gtfs/feed";

/** `name` is what the region calls it; a feed without one follows nothing. */
export type NamedFeed = Feed & { name?: string };

/**
 * The same feeds in the same order, each with the days of its turn; one that has none ends before it starts. The service
 * day decides, so the last evening of one runs past midnight into the next one's first day. Days between two feeds
 * belong to neither: a feed is not believed for days it does not cover.
 */
export function inTurns(feeds: readonly NamedFeed[]): NamedFeed[] {
  return feeds.map((feed, place) => {
    const next = Math.min(
      ...feeds.filter((other, at) => follows(other, feed, at > place)).map(({ startsOn }) => startsOn),
    );
    return next <= feed.endsOn ? { ...feed, endsOn: next - 1 } : feed;
  });
}

/** Of two that start on one day, the one given later is the newer word. */
function follows(other: NamedFeed, feed: NamedFeed, givenLater: boolean): boolean {
  if (other.name === undefined || other.name !== feed.name) return false;
  return other.startsOn > feed.startsOn || (other.startsOn === feed.startsOn && givenLater);
}
