/** What the feeds of one name do from today on, in sentences: which is in force, and which follows when. */
import type { ListedFeed } from "~/data/feeds.server";
import { addDays, type LocalDate } from "~/domain/zone";

export type Turn = Pick<ListedFeed, "feedId" | "source"> & { startsOn: LocalDate; endsOn: LocalDate };

/** The feeds in force or waiting for their day, in the order of their first days. */
export function turnsOf(feeds: readonly ListedFeed[], name: string): Turn[] {
  return feeds
    .filter((feed) => feed.name === name && feed.state === "active")
    .flatMap(({ feedId, source, startsOn, endsOn }) =>
      startsOn && endsOn ? [{ feedId, source, startsOn, endsOn }] : [],
    )
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
}

/** What becomes of the feed just put in force, the one before it and the one after it. */
export function turnSaid(turns: readonly Turn[], feedId: number, today: LocalDate): string[] {
  const place = turns.findIndex((turn) => turn.feedId === feedId);
  const [before, turn, next] = [turns[place - 1], turns[place], turns[place + 1]];
  if (!turn) return [];
  const said: string[] = [];
  if (turn.startsOn > today)
    said.push(
      before && before.endsOn >= today
        ? `In force from ${turn.startsOn}; until then the feed of ${before.startsOn} (${before.source}) stays.`
        : `In force from ${turn.startsOn}; until then no bus of it is shown.`,
      ...gapSaid(before, turn, today),
    );
  if (next) said.push(`From ${next.startsOn} on the feed after it is in force (${next.source}).`);
  return [...said, ...gapSaid(turn, next, today)];
}

function gapSaid(turn: Turn | undefined, next: Turn | undefined, today: LocalDate): string[] {
  if (!turn || !next || turn.endsOn < today || addDays(turn.endsOn, 1) >= next.startsOn) return [];
  const [first, last] = [addDays(turn.endsOn, 1), addDays(next.startsOn, -1)];
  return [`Careful: no feed covers ${first === last ? first : `${first} to ${last}`}: no bus is shown then.`];
}

/** What a listed feed is doing today, in a few words. */
export function stateSaid({ state, startsOn, endsOn }: ListedFeed, next: Turn | undefined, today: LocalDate) {
  if (state === "retired") return "taken out, kept for a way back";
  if (state !== "active" || !startsOn || !endsOn) return "never put in force";
  const until = next && next.startsOn <= endsOn ? addDays(next.startsOn, -1) : endsOn;
  if (startsOn > today) return `waits: in force ${startsOn} to ${until}`;
  return until < today ? `ended on ${until}` : `in force until ${until}`;
}
