/** Does this place take this party? Unknown counts as maybe, never as no. */

/** What stands between a party and a place, or is not known. The sentences are in `text`. */
export const FIT_POINTS = [
  "children", // families with children
  "adults-alone",
  "women-only",
  "men-only",
  "youth-alone",
  "age-min",
  "age-max",
  "teen-boys",
  "fathers",
  "couples",
  "group-size",
  "together",
  "service-animal",
  "cat",
  "small-dog",
  "large-dog",
  "wheelchair",
  "referral",
] as const;
export type FitPoint = (typeof FIT_POINTS)[number];

/** `limit` is the age or the number of people the point is about. */
export type FitReason = { point: FitPoint; limit?: number };

export type Fit =
  | { kind: "yes" }
  | { kind: "maybe"; ask: [FitReason, ...FitReason[]] }
  /** `mayNotBeAllowed`: a family refused for a child's age under 18 (42 USC 11361a). */
  | { kind: "no"; because: [FitReason, ...FitReason[]]; mayNotBeAllowed: boolean };
