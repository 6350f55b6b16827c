/** Places' rules for tests: one that takes everybody, one nobody told us about. */
import type { Admits } from "~/domain/place";

export const EVERYBODY: Admits = {
  adultsAlone: true,
  families: true,
  youthAlone: true,
  gender: "any",
  couples: true,
  fathers: true,
  teenBoys: true,
  minAge: null,
  maxAge: null,
  maxPeople: 20,
  keepsTogether: true,
  pets: { "service-animal": true, cat: true, "small-dog": true, "large-dog": true },
  wheelchair: true,
  documents: [],
  sobriety: false,
  referral: false,
  maxStayNights: null,
};

export const UNTOLD: Admits = {
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
