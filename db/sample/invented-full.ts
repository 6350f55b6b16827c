/** Invented places that take families and have no promise tonight: one is full, one was counted too long ago. */
import { onState, onStreet } from "./grid";
import type { InventedPlace } from "./stamp-counts";

export const INVENTED_WITHOUT_ROOM: InventedPlace[] = [
  {
    key: "maple-rooms",
    kind: "shelter",
    name: "Maple Family Rooms (sample)",
    organization: "Maple Street Church (sample)",
    phone: "913-555-0103",
    about: {
      en: "Family rooms. Pets can sleep in the room with you.",
      es: "Cuartos para familias. Las mascotas pueden dormir en el cuarto con ustedes.",
    },
    site: { address: "4900 State Ave (sample)", city: "Kansas City, KS", zip: "66102", ...onState(49) },
    admits: {
      adultsAlone: false,
      families: true,
      gender: "any",
      couples: true,
      fathers: true,
      teenBoys: true,
      keepsTogether: true,
      wheelchair: true,
      sobriety: false,
      referral: false,
      maxStayNights: 14,
    },
    pets: { "service-animal": true, cat: true, "small-dog": true, "large-dog": true },
    documents: [],
    pools: "families room x5 of 5",
    hours: "24/7",
    counts: [{ occupied: 5, minutesAgo: 25 }],
  },
  {
    key: "open-door",
    kind: "shelter",
    name: "Open Door (sample)",
    organization: "Open Door (sample)",
    phone: "913-555-0104",
    about: {
      en: "Takes families, couples and single people. Mats in a big hall.",
      es: "Reciben a familias, parejas y personas solas. Colchonetas en un salón grande.",
    },
    rules: {
      en: "The doors open at 7 pm. Come before 10 pm.",
      es: "Las puertas abren a las 7 pm. Llegue antes de las 10 pm.",
    },
    site: {
      address: "1600 Parallel Pkwy (sample)",
      city: "Kansas City, KS",
      zip: "66104",
      ...onStreet(16, 39.1278),
    },
    admits: {
      adultsAlone: true,
      families: true,
      gender: "any",
      couples: true,
      fathers: true,
      teenBoys: true,
      keepsTogether: false,
      wheelchair: false,
      referral: false,
    },
    pets: { "service-animal": true, "small-dog": true, "large-dog": true },
    pools: "anyone mat x40",
    hours: "Mo-Su 19:00-07:00",
    intake: "Mo-Su 19:00-22:00",
    // Counted five hours before: too old to promise, worth a call.
    counts: [{ occupied: 22, minutesAgo: 300 }],
  },
];
