/** What a host says of a family that could come, or that was there. */
import { z } from "zod";
import { answerMatchAsHost, tellMatchAsHost } from "~/data/matches.server";
import type { HostMatchRefusal } from "~/text/host-match";
import { typedLines } from "~/http/typed-words.server";

const LONGEST_WORDS = 2000;
const answering = z.object({ key: z.uuid(), match: z.uuid(), say: z.enum(["yes", "no"]) });
const telling = z.object({ key: z.uuid(), match: z.uuid() });

export type HostRefused = { why: HostMatchRefusal; words: string; matchId: string | null };

/** Null: done. */
export async function sayAsHost(
  deed: "answer" | "tell",
  token: string,
  form: FormData,
): Promise<HostRefused | null> {
  const fields = Object.fromEntries(form);
  const words = typedLines(fields.words);
  const read = deed === "tell" ? telling.safeParse(fields) : answering.safeParse(fields);
  if (!read.success) return { why: "key-used-otherwise", words, matchId: null };
  const of = { key: read.data.key, token, matchId: read.data.match };
  if (deed === "tell" && (words === "" || words.length > LONGEST_WORDS))
    return { why: "out-of-range", words, matchId: of.matchId };
  const { kind } =
    deed === "tell"
      ? await tellMatchAsHost({ ...of, words })
      : await answerMatchAsHost({ ...of, saysYes: fields.say === "yes" });
  switch (kind) {
    case "said":
    case "agreed":
    case "declined":
      return null;
    default:
      return { why: kind, words, matchId: of.matchId };
  }
}
