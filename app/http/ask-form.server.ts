/** The forms of a family's ask. Nothing has to be filled in, and what does not fit comes back as it was typed. */
import { z } from "zod";
import { ASK_KINDS, SEEKER_QUICK, type AskWords, type SeekerQuick } from "~/domain/ask";
import { LONGEST, type LongField, type TooLong, type TypedAsk, type TypedReach } from "~/domain/ask-form";
import type { Party } from "~/domain/party";
import type { SearchProblem } from "~/domain/search";
import { parseSearch } from "~/http/search.server";
import { typedLine, typedLines } from "~/http/typed-words.server";

export type FieldProblems = {
  party: SearchProblem[];
  long: Partial<Record<LongField, TooLong>>;
};

export type ReadAsk =
  | { kind: "asked"; key: string; groupId: number; said: AskWords; typed: TypedAsk }
  | { kind: "unclear"; why: "fields" | "old-form"; problems: FieldProblems; typed: TypedAsk };

export type ReadSay =
  | { kind: "said"; key: string; said: string | null; quick: SeekerQuick | null; typed: string }
  | { kind: "unclear"; why: "empty" | "old-form" | "fields"; long: TooLong | null; typed: string };

export type ReadReach =
  | {
      kind: "reach";
      key: string;
      reach: Pick<AskWords, "contact" | "reach" | "avoid" | "isShared">;
      typed: TypedReach;
    }
  | { kind: "unclear"; why: "fields" | "old-form"; long: FieldProblems["long"]; typed: TypedReach };

const key = z.uuid();
const groupId = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const ending = z.object({ key, as: z.enum(["helped", "withdrawn"]) });

export function readAsk(sent: FormData): ReadAsk {
  const typed = typedIn(sent);
  const party = partyIn(typed);
  const problems = { party: party.problems, long: longIn(typed) };
  const head = { key: key.safeParse(sent.get("key")), group: groupId.safeParse(typed.group) };
  if (!head.key.success || !head.group.success) return { kind: "unclear", why: "old-form", problems, typed };
  if (problems.party.length > 0 || Object.keys(problems.long).length > 0)
    return { kind: "unclear", why: "fields", problems, typed };
  // Who ticked nothing has said enough.
  const kinds = typed.kinds.length > 0 ? typed.kinds : (["unsure"] as AskWords["kinds"]);
  const said = { kinds, party: party.party, area: typed.area || null, words: typed.words || null };
  return {
    kind: "asked",
    key: head.key.data,
    groupId: head.group.data,
    said: { ...said, ...reachOf(typed) },
    typed,
  };
}

/** A sentence by one tap leaves what is typed beside it where it is. */
export function readSay(sent: FormData): ReadSay {
  const typed = typedLines(sent.get("said"));
  const quick = SEEKER_QUICK.find((each) => each === sent.get("quick")) ?? null;
  const formKey = key.safeParse(sent.get(quick ? "quick-key" : "key"));
  if (!formKey.success) return { kind: "unclear", why: "old-form", long: null, typed };
  if (quick) return { kind: "said", key: formKey.data, said: null, quick, typed };
  if (typed === "") return { kind: "unclear", why: "empty", long: null, typed };
  const long = tooLong("said", typed);
  if (long) return { kind: "unclear", why: "fields", long, typed };
  return { kind: "said", key: formKey.data, said: typed, quick: null, typed: "" };
}

export function readReach(sent: FormData): ReadReach {
  const typed = typedReach(sent);
  const long = longIn(typed);
  const formKey = key.safeParse(sent.get("key"));
  if (!formKey.success) return { kind: "unclear", why: "old-form", long, typed };
  if (Object.keys(long).length > 0) return { kind: "unclear", why: "fields", long, typed };
  return { kind: "reach", key: formKey.data, reach: reachOf(typed), typed };
}

export function readEnd(sent: FormData): z.infer<typeof ending> | null {
  return ending.safeParse({ key: sent.get("key"), as: sent.get("as") }).data ?? null;
}

function typedIn(sent: FormData): TypedAsk {
  const chosen = sent.getAll("kinds");
  return {
    kinds: ASK_KINDS.filter((kind) => chosen.includes(kind)),
    party: {
      adults: typedLine(sent.get("adults")),
      children: typedLine(sent.get("children")),
      pets: sent.getAll("pets").map((each) => typedLine(each)),
      wheelchair: sent.get("wheelchair") === "1",
      together: sent.get("together") === "1",
    },
    area: typedLine(sent.get("area")),
    words: typedLines(sent.get("words")),
    group: typedLine(sent.get("group")),
    ...typedReach(sent),
  };
}

function typedReach(sent: FormData): TypedReach {
  return {
    contact: typedLine(sent.get("contact")),
    reach: typedLine(sent.get("reach")),
    avoid: typedLine(sent.get("avoid")),
    isShared: sent.get("share") === "members",
  };
}

/** As the search form reads it; null: they left it out. */
function partyIn({ party: typed }: TypedAsk): { party: Party | null; problems: SearchProblem[] } {
  const { adults, children, pets, wheelchair, together } = typed;
  const isLeftOut = adults === "" && children === "" && pets.length === 0 && !wheelchair && !together;
  if (isLeftOut) return { party: null, problems: [] };
  const asked = new URLSearchParams({ adults, children });
  for (const pet of pets) asked.append("pets", pet);
  if (wheelchair) asked.set("wheelchair", "1");
  if (together) asked.set("together", "1");
  const read = parseSearch(asked);
  return read.kind === "asked"
    ? { party: read.search.party, problems: [] }
    : { party: null, problems: read.problems };
}

function reachOf({ contact, reach, avoid, isShared }: TypedReach) {
  return { contact: contact || null, reach: reach || null, avoid: avoid || null, isShared };
}

function longIn(typed: Partial<Record<LongField, string>>): FieldProblems["long"] {
  const long: FieldProblems["long"] = {};
  for (const field of Object.keys(LONGEST) as LongField[]) {
    const found = tooLong(field, typed[field] ?? "");
    if (found) long[field] = found;
  }
  return long;
}

function tooLong(field: LongField, typed: string): TooLong | null {
  // As the database counts them.
  const [{ length }, most] = [[...typed], LONGEST[field]];
  return length > most ? { problem: "too-long", length, most } : null;
}
