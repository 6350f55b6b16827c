/** Invented places with room for families: one for all of them, one for women and children. */
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
      adultsAlone: false,
      families: true,
      youthAlone: false,
      gender: "any",
      couples: true,
      fathers: true,
      teenBoys: true,
      keepsTogether: true,
      maxPeople: 6,
      wheelchair: true,
      sobriety: false,
      referral: false,
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
      adultsAlone: true,
      families: true,
      youthAlone: false,
      gender: "women",
      couples: false,
      fathers: false,
      teenBoys: false,
      keepsTogether: true,
      sobriety: true,
      referral: false,
      wheelchair: null,
    },
    documents: [{ en: "a photo ID", es: "una identificación con foto" }, BIRTH_PAPERS],
    pools: "women bed x10; families room x6 of 4",
    hours: "Mo-Su 17:00-07:30",
    intake: "Mo-Su 17:00-20:00",
    counts: [
      { occupied: 7, minutesAgo: 48 },
      { occupied: 5, minutesAgo: 48 },
    ],
  },
];
