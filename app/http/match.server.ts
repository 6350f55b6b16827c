/** A family and a room put together, for a coordinator who neither hosts nor lives there; and what they do with it. */
import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { searchOf } from "~/data/home-search.server";
import { askForLonger, handOverRoom, matchSheet, settleMatch } from "~/data/matches.server";
import type { GroupMatch, RoomMisfit } from "~/domain/match";
import { headOf, requireGroup, type InGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import type { MatchRefusal } from "~/text/group-match";
import { typedLine, typedLines } from "~/http/typed-words.server";
import { isUuid } from "~/domain/uuid";

type Asked = Pick<LoaderFunctionArgs, "request" | "params">;

const DEEDS = ["arrived", "withdrawn", "done", "ended-early", "note", "longer", "no-longer"] as const;
export type MatchDeed = (typeof DEEDS)[number];

/** Why it was not done, with what was typed: the words for both, or a day. */
export type MatchRefused = { refused: MatchRefusal | RoomMisfit; words: string; day: string };

const LONGEST_WORDS = 2000;
const LONGEST_DAY = 40;
const day = z.iso.date();

/** Throws 404 for any other, be it there or not. */
export async function requireMatch({ request, params }: Asked): Promise<InGroup & { match: GroupMatch }> {
  const { staff, group } = await requireGroup(request, params.groupId, "coordinator");
  const { matchId = "" } = params;
  const match = isUuid(matchId) ? await matchSheet(staff.token, matchId) : null;
  if (!match || match.groupId !== group.groupId) throw notFound();
  return { staff, group, match };
}

export async function matchPage(asked: Asked) {
  const { staff, group, match } = await requireMatch(asked);
  return {
    language: languageOf(asked.request),
    name: staff.name,
    group: headOf(group),
    timeZone: group.timeZone,
    match,
    search: await searchOf(staff.token, match.askId),
    formKey: randomUUID(),
    now: Date.now() / 1000,
  };
}

export function deedCalled(called = ""): MatchDeed {
  const deed = DEEDS.find((each) => each === called);
  if (!deed) throw notFound();
  return deed;
}

/** Null: done; what was typed comes back with why it was not. */
export async function changeMatch(
  deed: MatchDeed,
  { staff, match }: InGroup & { match: GroupMatch },
  form: FormData,
): Promise<MatchRefused | null> {
  const key = z.uuid().safeParse(form.get("key"));
  const typed = { words: typedLines(form.get("words")), day: typedLine(form.get("day"), LONGEST_DAY) };
  if (!key.success) return { refused: "key-used-otherwise", ...typed };
  const change = { key: key.data, token: staff.token, matchId: match.matchId };
  if (deed === "note" && typed.words.length > LONGEST_WORDS) return { refused: "out-of-range", ...typed };
  const until = day.safeParse(typed.day).data ?? null;
  if (deed === "longer" && until === null) return { refused: "day", ...typed };
  const { kind } = await doneTo(deed, change, typed.words, until);
  switch (kind) {
    case "settled":
    case "noted":
      return null;
    case "signed-out":
    case "unknown-match":
      throw notFound();
    case "out-of-range":
      return { refused: deed === "longer" ? "day" : kind, ...typed };
    default:
      return { refused: kind, ...typed };
  }
}

type OfMatch = { key: string; token: string; matchId: string };

function doneTo(deed: MatchDeed, change: OfMatch, words: string, until: string | null) {
  switch (deed) {
    case "note":
      return handOverRoom({ ...change, words: words === "" ? null : words });
    case "longer":
      return askForLonger({ ...change, until });
    case "no-longer":
      return askForLonger({ ...change, until: null });
    default:
      return settleMatch({ ...change, as: deed });
  }
}
