/** Feeds that follow one another under one name: each is in force until the day before the next one's first. */
import { runsOn } from "~/transit/timetable/calendar";
import type { DayNumber, Feed } from "~/transit/gtfs/feed";

/** `name` is what the region calls it; a feed without one follows nothing. */
export type NamedFeed = Feed & { name?: string };

/**
 * The same feeds in the same order, each with the days of its turn; one that has none ends before it starts. The service
 * day decides, so the last evening of one runs past midnight into the next one's first day. Days between two feeds
 * belong to neither: a feed is not believed for days it does not cover.
 */
export function inTurns(given: readonly NamedFeed[]): NamedFeed[] {
  const feeds = given.map(trimmed);
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

// Longer than any holiday. What has no bus for that long at either end was promised by mistake.
const LONGEST_PAUSE_DAYS = 7;

/**
 * The feed with the days that it has buses for, where it promises many more: it would keep the one before it from
 * running, or be in force without a bus when it ought to be called old.
 */
export function trimmed<Each extends Feed>(feed: Each): Each {
  const days = busDays(feed);
  if (!days) return feed;
  return {
    ...feed,
    startsOn: days.first - feed.startsOn > LONGEST_PAUSE_DAYS ? days.first : feed.startsOn,
    endsOn: feed.endsOn - days.last > LONGEST_PAUSE_DAYS ? days.last : feed.endsOn,
  };
}

/** The first and the last of its days on which a trip of it runs. */
function busDays({ services, trips, startsOn, endsOn }: Feed): { first: DayNumber; last: DayNumber } | null {
  const used = new Set(trips.service);
  const running = services.filter((_, service) => used.has(service));
  const named = running.flatMap(({ weekdays, from, until, added }) => [
    ...(weekdays ? [from, until] : []),
    ...added,
  ]);
  const least = named.reduce((before, day) => Math.min(before, day), Infinity);
  const most = named.reduce((before, day) => Math.max(before, day), -Infinity);
  const runs = (day: DayNumber) => running.some((service) => runsOn(service, day));
  let [first, last] = [Math.max(startsOn, least), Math.min(endsOn, most)];
  while (first <= last && !runs(first)) first++;
  while (first <= last && !runs(last)) last--;
  return first <= last ? { first, last } : null;
}
