/** Offers of members to begin a test with. */
import type { OfferWords } from "~/domain/offer";

export const COATS: OfferWords = {
  kind: "things",
  helps: ["clothes"],
  words: "Coats for 6 and 9",
  zips: ["66101"],
  amountCents: null,
  seats: null,
  childSeats: null,
  days: null,
  fromMinutes: null,
  untilMinutes: null,
  // A world offers as many as its tests use.
  isOnce: false,
};

export const RIDE: OfferWords = {
  ...COATS,
  kind: "ride",
  helps: ["ride"],
  words: "Evenings",
  seats: 4,
  childSeats: 2,
};
