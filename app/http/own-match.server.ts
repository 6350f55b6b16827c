/** The page of a family's room, and what it says there. The address is read only for whoever has the ask, in its window. */
import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { centerOf } from "~/data/cells.server";
import { DatabaseAway } from "~/data/connection.server";
import {
  answerLonger,
  answerMatch,
  answerMatchCheckIn,
  doorOfMatch,
  matchesOfAsk,
  tellMatch,
  type OwnMatchSaid as Answer,
} from "~/data/own-match.server";
import { regions } from "~/data/regions.server";
import { wayToRoom } from "~/data/room-way.server";
import type { Ask } from "~/domain/ask";
import { isOpen, MATCH_ANSWERS, type RoomDoor, type OwnMatch, type RoomWay } from "~/domain/match";
import type { Region } from "~/domain/region";
import { LONGEST_WHERE } from "~/domain/search";
import { openedAsk } from "~/http/own-ask.server";
import type { OwnMatchMend, OwnMatchSaid } from "~/text/own-match";
import { typedLine, typedLines } from "~/http/typed-words.server";

export type OwnRoom = { ask: Ask; region: Region; matches: [OwnMatch, ...OwnMatch[]] };

export type RoomSaid =
  | { kind: "done"; said: OwnMatchSaid }
  | { kind: "mend"; mend: OwnMatchMend; words: string }
  | { kind: "way"; way: RoomWay | null; from: string };

const LONGEST_WORDS = 2000;
const SAID = z.enum([
  "answered",
  "said",
  "agreed",
  "yes",
  "declined",
  "yes-longer",
  "longer",
  "no-longer",
] satisfies OwnMatchSaid[]);
const day = z.iso.date();
const form = z.object({ key: z.uuid(), match: z.uuid() });

/** Throws the way back to the ask where there is no room. */
export async function requireOwnRoom(request: Request): Promise<OwnRoom> {
  const ask = await openedAsk(request);
  if (!ask) throw redirect("/ask");
  const [first, ...more] = await matchesOfAsk(ask.askId);
  const region = (await regions()).find(({ regionId }) => regionId === ask.regionId);
  if (!first || !region) throw redirect("/ask");
  return { ask, region, matches: [first, ...more] };
}

export async function ownRoomPage(request: Request, { ask, region, matches }: OwnRoom, now: Date) {
  const [match] = matches;
  const door = match.isAddressOpen ? await doorOfMatch(ask.askId, match.matchId, ask.regionId) : null;
  return {
    region,
    matches,
    door,
    way: await wayFor(match, door, ask, region, ask.area, now),
    party: ask.party,
    formKey: randomUUID(),
    said: SAID.safeParse(new URL(request.url).searchParams.get("said")).data ?? null,
    now: now.getTime() / 1000,
  };
}

/** To the door; before both yeses to the middle of the part of town, whichever door it is. */
async function wayFor(
  match: OwnMatch,
  door: RoomDoor | null,
  { party }: Ask,
  region: Region,
  from: string | null,
  now: Date,
): Promise<RoomWay | null> {
  const to = door ? door.at : match.cell && centerOf(match.cell);
  if (!isOpen(match) || !to) return null;
  try {
    return await wayToRoom(region, match, party, to, from, now);
  } catch (error) {
    // Where it is and who to call does not wait for the buses.
    if (error instanceof DatabaseAway) return null;
    throw error;
  }
}

export async function sayOfOwnRoom({ ask, region, matches }: OwnRoom, sent: FormData): Promise<RoomSaid> {
  const words = typedLines(sent.get("words"));
  const read = form.safeParse({ key: sent.get("key"), match: sent.get("match") });
  if (!read.success) return { kind: "mend", mend: "old-form", words };
  const of = { key: read.data.key, askId: ask.askId, matchId: read.data.match };
  const say = sent.get("say");
  switch (sent.get("do")) {
    case "answer":
      if (say !== "yes" && say !== "no") break;
      return saidOf(await answerMatch({ ...of, saysYes: say === "yes" }), words);
    case "longer": {
      const until = day.safeParse(sent.get("until")).data;
      if (!until || (say !== "yes" && say !== "no")) break;
      return saidOf(await answerLonger({ ...of, until, saysYes: say === "yes" }), words);
    }
    case "tap": {
      const answer = MATCH_ANSWERS.find((each) => each === say);
      if (!answer) break;
      return saidOf(await answerMatchCheckIn({ ...of, answer }), words);
    }
    case "tell":
      if (words === "" || words.length > LONGEST_WORDS) return { kind: "mend", mend: "empty", words };
      return saidOf(await tellMatch({ ...of, words, notSafe: sent.get("not-safe") === "yes" }), words);
    case "way": {
      const from = typedLine(sent.get("from"), LONGEST_WHERE);
      const match = matches.find(({ matchId }) => matchId === of.matchId);
      if (!match?.isAddressOpen) return { kind: "mend", mend: "moved-on", words };
      const door = await doorOfMatch(ask.askId, match.matchId, ask.regionId);
      return { kind: "way", from, way: await wayFor(match, door, ask, region, from, new Date()) };
    }
  }
  return { kind: "mend", mend: "old-form", words };
}

function saidOf({ kind }: Answer, words: string): RoomSaid {
  switch (kind) {
    case "answered":
    case "agreed":
    case "declined":
    case "yes-longer":
    case "longer":
    case "no-longer":
      return { kind: "done", said: kind };
    case "said":
      return { kind: "done", said: words === "" ? "yes" : "said" };
    case "too-many":
      return { kind: "mend", mend: kind, words };
    case "out-of-range":
      return { kind: "mend", mend: "empty", words };
    case "key-used-otherwise":
      return { kind: "mend", mend: "old-form", words };
    default:
      return { kind: "mend", mend: "moved-on", words };
  }
}
