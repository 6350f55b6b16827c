/** The forms beside a conversation, read and done: what is refused comes back with why, and as it was typed. */
import { changeAsk, endAsk, sayInAsk } from "~/data/asks.server";
import type { OwnAskMend, OwnAskSaid, TypedReach } from "~/domain/ask-form";
import { readEnd, readReach, readSay, type FieldProblems } from "~/http/ask-form.server";
import type { Language } from "~/text/language";

export type ChangedOwnAsk =
  | { kind: "done"; said: OwnAskSaid | null }
  /** Said by one tap while something else was typed. */
  | { kind: "kept"; said: string }
  | {
      kind: "mend";
      form: "say" | "reach";
      why: OwnAskMend;
      long: FieldProblems["long"];
      said: string;
      reach: TypedReach | null;
    }
  /** Not theirs any more, or no form of ours. */
  | { kind: "gone" };

export async function changeOwnAsk(
  askId: string,
  sent: FormData,
  language: Language,
): Promise<ChangedOwnAsk> {
  switch (sent.get("do")) {
    case "say":
      return say(askId, sent, language);
    case "reach":
      return changeReach(askId, sent);
    case "end": {
      const form = readEnd(sent);
      if (form) await endAsk({ key: form.key, askId, as: form.as });
      // The page says how it stands, whatever came of it.
      return { kind: "done", said: null };
    }
    default:
      return { kind: "gone" };
  }
}

async function say(askId: string, sent: FormData, language: Language): Promise<ChangedOwnAsk> {
  const read = readSay(sent);
  const again = (why: OwnAskMend, long: FieldProblems["long"], said: string) =>
    ({ kind: "mend", form: "say", why, long, said, reach: null }) as const;
  if (read.kind === "unclear") return again(read.why, read.long ? { said: read.long } : {}, read.typed);
  const { key, said, quick, typed } = read;
  const { kind } = await sayInAsk({ key, askId, said, quick, language });
  switch (kind) {
    case "said":
      return typed === "" ? { kind: "done", said: "sent" } : { kind: "kept", said: typed };
    case "unknown-ask":
      return { kind: "gone" };
    case "out-of-range":
      return again("old-form", {}, said ?? typed);
    default:
      return again(kind, {}, said ?? typed);
  }
}

async function changeReach(askId: string, sent: FormData): Promise<ChangedOwnAsk> {
  const read = readReach(sent);
  const again = (why: OwnAskMend, reach: TypedReach, long: FieldProblems["long"] = {}) =>
    ({ kind: "mend", form: "reach", why, long, said: "", reach }) as const;
  if (read.kind === "unclear") return again(read.why, read.typed, read.long);
  const { kind } = await changeAsk({ key: read.key, askId, ...read.reach });
  if (kind === "changed") return { kind: "done", said: "saved" };
  if (kind === "unknown-ask") return { kind: "gone" };
  return again(kind === "out-of-range" ? "old-form" : kind, read.typed);
}
