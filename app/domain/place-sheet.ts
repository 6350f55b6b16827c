/** What managers may change of a place, part by part, and the place as it would be then. */
import type { Hours } from "~/domain/hours/hours";
import type { Admits, Place, Words } from "~/domain/place";
import type { Household, Unit } from "~/domain/pool";

export const PLACE_PARTS = ["words", "who", "hours", "units"] as const;
export type PlacePart = (typeof PLACE_PARTS)[number];

export type SizedPool = { household: Household; unit: Unit; peoplePerUnit: number; capacity: number };

/** Each part as it is stated; null is "nobody told us". */
export type PlaceParts = {
  words: {
    phone: string | null;
    website: string | null;
    about: Words | null;
    rules: Words | null;
    /** ISO 639 codes of what the staff speak. */
    languages: string[] | null;
  };
  who: Admits;
  hours: Omit<Hours, "words">;
  units: { pools: SizedPool[] };
};

/** `seen` names what is there now; a change says what it has seen. */
export type PlaceSheet = {
  parts: { [Part in PlacePart]: { now: PlaceParts[Part]; seen: string } };
  /** The newest first. */
  edits: { part: PlacePart; at: Date; who: string }[];
};

export type PartSaid = { [Part in PlacePart]: { part: Part; said: PlaceParts[Part] } }[PlacePart];

/** The place as seekers would read it. Sizes are no count: what is free stays for staff to say. */
export function placeWith(place: Place, change: PartSaid): Place {
  switch (change.part) {
    case "words":
      return { ...place, ...change.said };
    case "who":
      return { ...place, admits: change.said };
    case "hours":
      return { ...place, hours: { ...change.said, words: place.hours.words } };
    case "units":
      return place;
  }
}
