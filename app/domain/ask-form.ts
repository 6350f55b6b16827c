/** What a family types into the forms of its ask: as it stands there, and what has to be looked at again. */
import type { AskKind } from "~/domain/ask";
import type { Typed } from "~/domain/search";

/** In letters, as the database counts them. */
export const LONGEST = { area: 120, words: 2000, contact: 254, reach: 300, avoid: 300, said: 2000 } as const;
export type LongField = keyof typeof LONGEST;
export type TooLong = { problem: "too-long"; length: number; most: number };

/** Who comes, in the words of the search form. */
export type TypedParty = Pick<Typed, "adults" | "children" | "pets" | "wheelchair" | "together">;
export type TypedReach = { contact: string; reach: string; avoid: string; isShared: boolean };
export type TypedAsk = TypedReach & {
  kinds: AskKind[];
  party: TypedParty;
  area: string;
  words: string;
  /** The group's id. */
  group: string;
};

/** Why the whole form is shown again; where it is one field, the field says so. */
export type AskMend =
  "fields" | "old-form" | "no-cookie" | "unknown-group" | "too-many" | "key-used-otherwise";
/** Why a form beside the conversation is shown again. */
export type OwnAskMend = "fields" | "empty" | "old-form" | "too-many" | "closed" | "key-used-otherwise";
/** What a tap has done. */
export type OwnAskSaid = "sent" | "saved";
