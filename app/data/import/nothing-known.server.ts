/** What a place begins with: an unknown counts as maybe, never as no. */
import type { Admits } from "~/domain/place";
import type { HoursDraft } from "./drafts.server";

/** Nothing known of whom it takes. */
export const NOTHING_KNOWN: Admits = {
  adultsAlone: null,
  families: null,
  youthAlone: null,
  gender: null,
  couples: null,
  fathers: null,
  teenBoys: null,
  minAge: null,
  maxAge: null,
  maxPeople: null,
  keepsTogether: null,
  pets: { "service-animal": null, cat: null, "small-dog": null, "large-dog": null },
  wheelchair: null,
  documents: null,
  sobriety: null,
  referral: null,
  maxStayNights: null,
};

export const HOURS_UNKNOWN: HoursDraft = { operating: [], intake: [], exceptions: [], rule: null };
