/** Real shelters, as far as public sources told (DOMAIN: "Facts for the sample region"): no counts, no guesses. */
import { onStreet } from "./grid";
import type { SamplePlace } from "./sample-place";

const OVERFLOW = {
  en: "On the Missouri side, extra room opens when the day stays below 32 degrees or the night gets below 20.",
  es: "Del lado de Missouri abren más espacio cuando el día no llega a 32 grados o la noche baja de 20.",
};

export const REAL_SHELTERS: SamplePlace[] = [
  {
    key: "cold-weather-shelter",
    kind: "shelter",
    name: "Cold Weather Shelter",
    organization: "Cold Weather Shelter",
    about: {
      en: "A place to sleep on the coldest nights. It has moved nearly every winter. Ask at 3-1-1 before you go.",
      es: "Un lugar para dormir en las noches más frías. Casi cada invierno cambia de lugar. Pregunte al 3-1-1 antes de ir.",
    },
    rules: {
      en: "Open from 6 pm to 7 am when it is 25 degrees or colder. Room for 40 adults. It is often full.",
      es: "Abre de 6 pm a 7 am cuando hace 25 grados o menos. Hay lugar para 40 adultos. Muchas veces se llena.",
    },
    site: {
      name: "Wilhelmina Gill Multi-Service Center",
      address: "645 Nebraska Ave",
      city: "Kansas City, KS",
      zip: "66101",
      ...onStreet(6.5, 39.1181),
    },
    admits: { adultsAlone: true },
    hours: "Mo-Su 18:00-07:00",
    // At what hour they decide is not known.
    rule: { lowAtOrBelowF: 25, decidedAt: null },
  },
  {
    key: "city-union-mission",
    kind: "shelter",
    name: "City Union Mission",
    organization: "City Union Mission",
    phone: "(816) 474-9380",
    rules: OVERFLOW,
    site: { address: "1100 E 11th St", city: "Kansas City, MO", lat: 39.1011, lon: -94.5682 },
  },
  {
    key: "shelter-kc",
    kind: "shelter",
    name: "Shelter KC",
    organization: "Shelter KC",
    phone: "(816) 421-7643",
    rules: OVERFLOW,
    site: { address: "1520 Cherry St", city: "Kansas City, MO", lat: 39.0948, lon: -94.5748 },
  },
  {
    key: "hope-faith",
    kind: "shelter",
    name: "Hope Faith",
    organization: "Hope Faith",
    rules: OVERFLOW,
    site: { address: "705 Virginia Ave", city: "Kansas City, MO", lat: 39.1052, lon: -94.5645 },
  },
];
