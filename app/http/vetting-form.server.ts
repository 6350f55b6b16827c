/** The forms of who vets a room, and of its host's own buttons: one step each. */
import { z } from "zod";
import { VISIT_ITEMS } from "~/domain/room";
import { typedLine, typedLines } from "~/http/typed-words.server";

const LONGEST_WORDS = 2000;
const day = z.iso.date();

export type ReadStep = {
  key: string;
  /** Of a host's own step: the room it was tapped for. */
  room: string | undefined;
  seen: (typeof VISIT_ITEMS)[number][];
  checkedOn: string | undefined;
  validUntil: string | undefined;
  corner: string;
  /** Null: nothing was written, or too much. */
  words: string | null;
  agrees: boolean;
};

/** Null: no form of ours. */
export function readStep(form: FormData): ReadStep | null {
  const key = z.uuid().safeParse(form.get("key"));
  if (!key.success) return null;
  const words = typedLines(form.get("words"));
  return {
    key: key.data,
    room: z.uuid().safeParse(form.get("room")).data,
    seen: VISIT_ITEMS.filter((item) => form.getAll("seen").includes(item)),
    checkedOn: day.safeParse(form.get("checkedOn")).data,
    validUntil: day.safeParse(form.get("validUntil")).data,
    corner: typedLine(form.get("corner"), 80),
    words: words !== "" && words.length <= LONGEST_WORDS ? words : null,
    agrees: form.get("agrees") === "yes",
  };
}
