/** One part of a place, whichever it is: what a form says of it, and a form that says what is there. */
import type { PartSaid, PlacePart, PlaceParts } from "~/domain/place-sheet";
import { readHours, typedHours } from "./hours.server";
import type { ReadPart, Typed } from "./typed.server";
import { readUnits, typedUnits } from "./units.server";
import { readWho, typedWho } from "./who.server";
import { readWords, typedWords } from "./words.server";

const PARTS: {
  [Part in PlacePart]: {
    read: (typed: Typed) => ReadPart<PlaceParts[Part]>;
    typed: (said: PlaceParts[Part]) => Typed;
  };
} = {
  words: { read: readWords, typed: typedWords },
  who: { read: readWho, typed: typedWho },
  hours: { read: readHours, typed: typedHours },
  units: { read: readUnits, typed: typedUnits },
};

export function readPart(part: PlacePart, typed: Typed): ReadPart<PartSaid> {
  const read = PARTS[part].read(typed);
  return read.kind === "said" ? { kind: "said", said: { part, said: read.said } as PartSaid } : read;
}

export function typedPart<Part extends PlacePart>(part: Part, said: PlaceParts[Part]): Typed {
  return PARTS[part].typed(said);
}
