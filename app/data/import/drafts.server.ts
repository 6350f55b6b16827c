/** A place as an import file states it, whatever the file's format: what the preview compares and apply stores. */
import type { ExceptionDay, OpeningRule, Span } from "~/domain/hours/hours";
import type { Admits, Fact, PlaceKind, Site, Words } from "~/domain/place";
import type { Household, Unit } from "~/domain/pool";

// A member's room and a funded stay come about by a match, never by a file.
export const IMPORTED_KINDS = ["shelter", "warming-center", "day-center"] as const satisfies PlaceKind[];
export type ImportedKind = (typeof IMPORTED_KINDS)[number];

export type PoolDraft = { household: Household; unit: Unit; peoplePerUnit: number; capacity: number };

export type HoursDraft = {
  operating: Span[];
  intake: Span[];
  exceptions: ExceptionDay[];
  rule: OpeningRule | null;
};

export type PlaceDraft = {
  /** The file's own name for this row; the same key again is the same place. */
  key: string;
  /** Rows of one program, organization or building share its key. */
  programKey: string;
  organizationKey: string;
  siteKey: string;
  kind: ImportedKind;
  name: string;
  organization: string;
  phone: string | null;
  website: string | null;
  about: Words | null;
  rules: Words | null;
  site: Site;
  admits: Admits;
  pools: PoolDraft[];
  hours: HoursDraft;
  facts: Fact[];
};

/** All that is ever kept of a victim service provider's program: its hotline, for the whole region. */
export type SafetyCard = { name: Words; phone: string; note: Words | null };

/** A row that cannot be taken. `line` is null where the format has no lines. */
export type Refusal = { line: number | null; key: string | null; column: string | null; reason: string };

export type PlacesFile = {
  places: { line: number | null; draft: PlaceDraft }[];
  /** `spots` never leaves the reader's memory: it finds rows that would give the address away. */
  safetyShelters: { line: number | null; key: string | null; card: SafetyCard | null; spots: string[] }[];
  refused: Refusal[];
  /** What the reader of the preview should know: an encoding guessed, a column passed over. */
  notes: string[];
};
