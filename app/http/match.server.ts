/** A family and a room put together, for a coordinator who neither hosts nor lives there; and what they do with it. */
import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { searchOf } from "~/data/home-search.server";
import { handOverRoom, matchSheet, settleMatch } from "~/data/matches.server";
import type { GroupMatch } from "~/domain/match";
import { headOf, requireGroup, type InGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import type { MatchRefusal } from "~/text/group-match";
import { typedLines } from "~/http/typed-words.server";
import { isUuid } from "~/domain/uuid";

type Asked = Pick<LoaderFunctionArgs, "request" | "params">;

const DEEDS = ["arrived", "withdrawn", "done", "ended-early", "note"] as const;
export type MatchDeed = (typeof DEEDS)[number];

const LONGEST_WORDS = 2000;

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
): Promise<{ refused: MatchRefusal; words: string } | null> {
  const key = z.uuid().safeParse(form.get("key"));
  const words = typedLines(form.get("words"));
  if (!key.success) return { refused: "key-used-otherwise", words };
  const change = { key: key.data, token: staff.token, matchId: match.matchId };
  if (deed === "note" && words.length > LONGEST_WORDS) return { refused: "out-of-range", words };
  const { kind } =
    deed === "note"
      ? await handOverRoom({ ...change, words: words === "" ? null : words })
      : await settleMatch({ ...change, as: deed });
  switch (kind) {
    case "settled":
    case "noted":
      return null;
    case "signed-out":
    case "unknown-match":
      throw notFound();
    default:
      return { refused: kind, words };
  }
}
