/** The sample region: Kansas City, Kansas, and the shelters just over the river. */
import type { Fare, Hotline, Region } from "~/domain/region";

// The county, and east of it as far as the Missouri side's shelters.
export const SAMPLE_REGION: Omit<Region, "regionId" | "hotlines" | "fare"> = {
  slug: "kck-sample",
  name: "Kansas City, Kansas (sample)",
  timeZone: "America/Chicago",
  bounds: { south: 38.98, west: -94.91, north: 39.21, east: -94.55 },
  languages: ["en", "es"],
  isSample: true,
};

export const SAMPLE_FARE: Fare = {
  adultCents: 200,
  childCents: null,
  note: {
    en: "You pay $4 a day at most.",
    es: "Usted paga $4 al día como máximo.",
  },
  asOf: "2026-06-01",
};

export const SAMPLE_HOTLINES: Hotline[] = [
  {
    kind: "help",
    name: {
      en: "United Way 2-1-1: help finding a place",
      es: "United Way 2-1-1: ayuda para encontrar un lugar",
    },
    phone: "2-1-1",
    note: null,
  },
  {
    kind: "local",
    name: { en: "3-1-1: the county's help line", es: "3-1-1: la línea de ayuda del condado" },
    phone: "3-1-1",
    note: null,
  },
  {
    kind: "transit",
    name: { en: "RideKC: help with buses", es: "RideKC: ayuda con los camiones" },
    phone: "816-221-0660",
    note: { en: "Monday to Friday, 6 am to 6 pm.", es: "De lunes a viernes, de 6 am a 6 pm." },
  },
  {
    kind: "safety-shelter",
    name: {
      en: "Safety shelter hotline: if someone at home hurts you",
      es: "Línea de refugio seguro: si alguien en casa le hace daño",
    },
    phone: "816-468-5463",
    note: null,
  },
  {
    kind: "safety-shelter",
    name: {
      en: "National hotline: if someone at home hurts you",
      es: "Línea nacional: si alguien en casa le hace daño",
    },
    phone: "1-800-799-7233",
    note: null,
  },
  {
    kind: "emergency",
    name: { en: "In danger now", es: "En peligro ahora" },
    phone: "911",
    note: null,
  },
];
