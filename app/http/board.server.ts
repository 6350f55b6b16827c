/** All that the board shows of a place, for its page and for those who have it open. */
import { randomUUID } from "node:crypto";
import { boardOf, wordFor } from "~/data/board.server";
import { doorWordsOf } from "~/data/door.server";
import { notesOf } from "~/data/notes.server";
import { doorSum } from "~/domain/door";
import { nightOf } from "~/domain/hours/night";
import { holdBehind, inboxOf } from "~/domain/inbox";
import { isInForce } from "~/domain/note";
import type { StaffPlace } from "~/domain/staff";
import { rowNews, type RowNews } from "~/text/board";
import { noteSaid } from "~/text/note";
import { inboxWords } from "~/text/inbox";
import type { Language } from "~/text/language";
import { clockOf } from "~/text/say";
import { tonightSaid } from "~/text/tonight-said";
import { inboxAt, inboxTold } from "./inbox.server";

export type BoardNow = Awaited<ReturnType<typeof boardNow>>;

export async function boardNow(token: string, place: StaffPlace, now: Date) {
  const night = nightOf(now.getTime() / 1000, place.timeZone);
  const [pools, said, door, holds, notes] = await Promise.all([
    boardOf(token, place.placeId),
    wordFor(place.placeId, night),
    doorWordsOf(token, place.placeId),
    inboxAt(token, place.placeId),
    notesOf(token, place.placeId),
  ]);
  const { asks, coming } = inboxOf(holds);
  return {
    pools: pools.map((pool) => ({ ...pool, key: randomUUID(), behind: holdBehind(pool, holds) ?? null })),
    tonight: { key: randomUUID(), night, said },
    door: doorSum(door),
    open: { asks: asks.length, coming: coming.length },
    inbox: inboxTold(holds, now),
    note: isInForce(notes[0], now) ? notes[0]! : null,
    now,
  };
}

/** As an open board is told it: exact numbers, for its staff alone. */
export type BoardNews = {
  rows: RowNews[];
  asks: { count: number; words: string };
  note: string;
  tonight: { night: string; state: "open" | "closed" | "none"; words: string };
  /** Seconds, to the millisecond: of two, the newer is known by it. */
  now: number;
};

export function boardNews(board: BoardNow, { timeZone }: StaffPlace, language: Language): BoardNews {
  const clock = clockOf(language, timeZone);
  const { now, open, tonight } = board;
  return {
    rows: board.pools.map((pool) => rowNews(pool, { language, clock, timeZone, now })),
    asks: { count: open.asks, words: asksWords(open, language) },
    note: noteSaid(board.note, language),
    tonight: { night: tonight.night, ...tonightSaid(tonight.said, language, clock) },
    now: now.getTime() / 1000,
  };
}

function asksWords({ asks, coming }: { asks: number; coming: number }, language: Language): string {
  const words = inboxWords[language];
  return words.asks(asks) + (coming > 0 ? `, ${words.coming(coming)}` : "");
}
