/** Real places to get warm by day. Their hours are not known: the page says to call 3-1-1 first. */
import type { LatLon } from "~/domain/journey";
import { CENTRAL_LAT, KANSAS_LAT, onState, onStreet } from "./grid";
import type { SamplePlace } from "./sample-place";

const LIBRARY = "Kansas City, Kansas Public Library";

const ABOUT = {
  en: "A place to get warm by day. We don't know its hours. Ask at 3-1-1 before you go.",
  es: "Un lugar para calentarse de día. No sabemos su horario. Pregunte al 3-1-1 antes de ir.",
};

const LISTED: [
  key: string,
  name: string,
  organization: string | null,
  address: string,
  zip: string | null,
  at: LatLon,
][] = [
  [
    "armourdale",
    "Armourdale Community Center",
    null,
    "730 Osage Ave",
    "66105",
    onStreet(7, KANSAS_LAT + 0.0018),
  ],
  ["bethany", "Bethany Community Center", null, "1120 Central Ave", "66102", onStreet(11, CENTRAL_LAT)],
  ["eisenhower", "Eisenhower Recreation Center", null, "2901 N 72nd St", "66109", onStreet(72, 39.1405)],
  [
    "argentine",
    "Joe E. Amayo Argentine Community Center",
    null,
    "2810 Metropolitan Ave",
    "66106",
    onStreet(28, 39.0753),
  ],
  ["lee", "Beatrice L. Lee Community Center", null, "1210 N 10th St", "66101", onStreet(10, 39.1213)],
  ["kane", "Patricia D. Kane Community Center", null, "3130 N 122nd St", "66109", onStreet(122, 39.144)],
  ["kensington", "Kensington Community Center", null, "2900 State Ave", "66102", onState(29)],
  ["library-main", "Main Library", LIBRARY, "625 Minnesota Ave", null, onStreet(6.3, 39.1152)],
  ["library-argentine", "Argentine Library", LIBRARY, "2800 Metropolitan Ave", null, onStreet(28, 39.0747)],
  ["library-west", "West Wyandotte Library", LIBRARY, "1737 N 82nd St", null, onStreet(82, 39.1255)],
  ["library-turner", "Turner Library", LIBRARY, "831 S 55th St", null, onStreet(55, 39.0742)],
];

export const REAL_WARMING: SamplePlace[] = LISTED.map(([key, name, organization, address, zip, at]) => ({
  key,
  kind: "warming-center",
  name,
  // Who runs a center is not in our sources.
  organization: organization ?? name,
  about: ABOUT,
  site: { address, city: "Kansas City, KS", zip, ...at },
}));
