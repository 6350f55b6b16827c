/** Invented places that take families, each with another answer to one and the same family. Every name says "(sample)". */
import { onState, onStreet } from "./grid";
import type { InventedPlace } from "./stamp-counts";

const BIRTH_PAPERS = { en: "a birth certificate for each child", es: "el acta de nacimiento de cada niño" };

export const INVENTED_FAMILIES: InventedPlace[] = [
  {
    key: "example-house",
    kind: "shelter",
    name: "Example House (sample)",
    organization: "Example Neighbors (sample)",
    phone: "913-555-0101",
    about: {
      en: "Rooms for families. Each family has its own room with a door that locks.",
      es: "Cuartos para familias. Cada familia tiene su propio cuarto con llave.",
    },
    rules: {
      en: "They let people in from 6 pm to 9 pm. Breakfast is at 7 am. You leave by 8 am.",
      es: "Dejan entrar de 6 pm a 9 pm. El desayuno es a las 7 am. Se sale a las 8 am.",
    },
    // Between two lines: near the 107 by day, a longer walk from the 101 when the 107 is gone.
    site: {
      address: "2200 Wood Ave (sample)",
      city: "Kansas City, KS",
      zip: "66104",
      ...onStreet(22, 39.1237),
    },
    admits: {
      ...{
        adultsAlone: false,
        families: true,
        youthAlone: false,
        gender: "any",
        couples: true,
        fathers: true,
      },
      ...{
        teenBoys: true,
        keepsTogether: true,
        maxPeople: 6,
        wheelchair: true,
        sobriety: false,
        referral: false,
      },
      maxStayNights: 30,
    },
    pets: { "service-animal": true, cat: false, "small-dog": false, "large-dog": false },
    documents: [],
    pools: "families room x8 of 4",
    hours: "Mo-Su 18:00-08:00",
    intake: "Mo-Su 18:00-21:00",
    counts: [{ occupied: 5, minutesAgo: 12 }],
  },
  {
    key: "willow-house",
    kind: "shelter",
    name: "Willow House (sample)",
    organization: "Willow House (sample)",
    phone: "913-555-0102",
    about: { en: "Rooms for women and their children.", es: "Cuartos para mujeres con sus hijos." },
    rules: {
      en: "They let people in from 5 pm to 8 pm. Boys of 13 and older cannot stay.",
      es: "Dejan entrar de 5 pm a 8 pm. No reciben a niños varones de 13 años o más.",
    },
    site: { address: "6600 State Ave (sample)", city: "Kansas City, KS", zip: "66102", ...onState(66) },
    admits: {
      ...{
        adultsAlone: true,
        families: true,
        youthAlone: false,
        gender: "women",
        couples: false,
        fathers: false,
      },
      ...{ teenBoys: false, keepsTogether: true, sobriety: true, referral: false, wheelchair: null },
    },
    documents: [{ en: "a photo ID", es: "una identificación con foto" }, BIRTH_PAPERS],
    pools: "women bed x10; families room x6 of 3",
    hours: "Mo-Su 17:00-07:30",
    intake: "Mo-Su 17:00-20:00",
    counts: [
      { occupied: 7, minutesAgo: 48 },
      { occupied: 5, minutesAgo: 48 },
    ],
  },
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
      ...{ adultsAlone: false, families: true, gender: "any", couples: true, fathers: true, teenBoys: true },
      ...{ keepsTogether: true, wheelchair: true, sobriety: false, referral: false, maxStayNights: 14 },
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
      ...{ adultsAlone: true, families: true, gender: "any", couples: true, fathers: true, teenBoys: true },
      ...{ keepsTogether: false, wheelchair: false, referral: false },
    },
    pets: { "service-animal": true, "small-dog": true, "large-dog": true },
    pools: "anyone mat x40",
    hours: "Mo-Su 19:00-07:00",
    intake: "Mo-Su 19:00-22:00",
    // Counted five hours before: too old to promise, worth a call.
    counts: [{ occupied: 22, minutesAgo: 300 }],
  },
];
