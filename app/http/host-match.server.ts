/** What a host says of a family that could come, or that was there. */
import { z } from "zod";
import { answerLongerAsHost, answerMatchAsHost, tellMatchAsHost } from "~/data/matches.server";
import type { HostMatchRefusal } from "~/text/host-match";
import { typedLines } from "~/http/typed-words.server";

const LONGEST_WORDS = 2000;
const answering = z.object({ key: z.uuid(), match: z.uuid(), say: z.enum(["yes", "no"]) });
const telling = z.object({ key: z.uuid(), match: z.uuid() });
const prolonging = answering.extend({ until: z.iso.date() });

export const HOST_DEEDS = ["answer", "tell", "longer"] as const;
export type HostDeed = (typeof HOST_DEEDS)[number];
export type HostRefused = { why: HostMatchRefusal; words: string; matchId: string | null };

/** Null: done. */
export async function sayAsHost(deed: HostDeed, token: string, form: FormData): Promise<HostRefused | null> {
  const fields = Object.fromEntries(form);
  const words = typedLines(fields.words);
  const read = { answer: answering, tell: telling, longer: prolonging }[deed].safeParse(fields);
  if (!read.success) return { why: "key-used-otherwise", words, matchId: null };
  const of = { key: read.data.key, token, matchId: read.data.match };
  if (deed === "tell" && (words === "" || words.length > LONGEST_WORDS))
    return { why: "out-of-range", words, matchId: of.matchId };
  const saysYes = fields.say === "yes";
  const { kind } = await {
    answer: () => answerMatchAsHost({ ...of, saysYes }),
    tell: () => tellMatchAsHost({ ...of, words }),
    longer: () => answerLongerAsHost({ ...of, until: String(fields.until), saysYes }),
  }[deed]();
  switch (kind) {
    case "said":
    case "agreed":
    case "declined":
    case "yes-longer":
    case "longer":
    case "no-longer":
      return null;
    default:
      return { why: kind, words, matchId: of.matchId };
  }
}
