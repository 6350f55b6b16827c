/** A place as a seeker sees it: a program at a site. */
import type { Hours } from "~/domain/hours/hours";
import type { LocalDate } from "~/domain/zone";
import type { LatLon } from "~/domain/journey";
import type { PlaceNote } from "~/domain/note";
import type { Pet } from "~/domain/party";
import type { Pool } from "~/domain/pool";

export const PLACE_KINDS = ["shelter", "warming-center", "day-center", "room", "funded-stay"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A sentence in the languages it was given in; English is always there. Keys are language codes. */
export type Words = { en: string } & Partial<Record<string, string>>;

/** Who is taken. null is "nobody told us": it counts as maybe, never as no. */
export type Admits = {
  /** Adults who come without children. */
  adultsAlone: boolean | null;
  /** Adults who bring children under 18. */
  families: boolean | null;
  /** Children and youth who come without an adult. */
  youthAlone: boolean | null;
  /** A program for one gender only; "any" is known to take all. */
  gender: "any" | "women" | "men" | null;
  couples: boolean | null;
  fathers: boolean | null;
  /** Boys of 13 to 17 with their family. */
  teenBoys: boolean | null;
  /** Ages taken, whole years; null where no limit is known. */
  minAge: number | null;
  maxAge: number | null;
  /** Most people of one party. */
  maxPeople: number | null;
  keepsTogether: boolean | null;
  pets: Record<Pet, boolean | null>;
  wheelchair: boolean | null;
  /** Papers asked for; an empty list is known to ask for none. */
  documents: Words[] | null;
  sobriety: boolean | null;
  referral: boolean | null;
  maxStayNights: number | null;
};

/** Where a stated fact comes from, and from when it is. */
export type Fact = {
  about: "address" | "position" | "hours" | "rules" | "phone" | "beds";
  source: string;
  asOf: LocalDate;
};

export type Site = LatLon & {
  name: string | null;
  address: string | null;
  city: string | null;
  zip: string | null;
  /** The pin is not at the door, only near it. */
  approximate: boolean;
};

export type Place = {
  placeId: number;
  kind: PlaceKind;
  /** The program's name. */
  name: string;
  organization: string;
  /** E.164 or as dialled; null where none is known. */
  phone: string | null;
  website: string | null;
  about: Words | null;
  rules: Words | null;
  /** ISO 639 codes of what the staff speak; null where nobody told us. */
  languages: string[] | null;
  site: Site;
  admits: Admits;
  pools: Pool[];
  hours: Hours;
  facts: Fact[];
  /** What its staff tell callers just now. */
  note?: PlaceNote | null;
};
