/** A service area: its clock, its edges, its helping numbers. */
import type { LocalDate } from "~/domain/zone";
import type { Words } from "~/domain/place";

/** Degrees. */
export type Bounds = { south: number; west: number; north: number; east: number };

export type Hotline = {
  kind: "help" | "transit" | "safety-shelter" | "emergency" | "mutual-aid" | "local";
  name: Words;
  /** As dialled: "2-1-1", "816-221-0660". */
  phone: string;
  /** When someone answers, where that is not always. */
  note: Words | null;
};

export type Fare = { adultCents: number; childCents: number | null; note: Words | null; asOf: LocalDate };

export type Region = {
  regionId: number;
  slug: string;
  name: string;
  /** IANA, "America/Chicago". */
  timeZone: string;
  bounds: Bounds;
  languages: string[];
  /** Every page of a sample region says so. */
  isSample: boolean;
  fare: Fare | null;
  hotlines: Hotline[];
};
