/** Invented answers about one place on a January evening: every case of a way that a page must be able to say. */
import type { Journey } from "~/domain/journey";
import type { PlaceTonight } from "~/domain/place-tonight";
import { ONE_ADULT } from "~/domain/party";
import type { Region } from "~/domain/region";
import type { RoomsTonight } from "~/domain/room-area";
import type { Option, Tonight } from "~/domain/tonight";
import type { Language } from "~/text/language";
import { tellingOf, type Telling } from "~/ui/telling";
import { EVERYBODY } from "../support/admits";
import { asked, bus, inside, pm, walk, way } from "../support/journeys";

export const NOW = pm("5:28");
export const FAMILY = { ...ONE_ADULT, adults: 1, childAges: [6, 9] };

export const REGION: Region = {
  regionId: 1,
  slug: "example",
  name: "Example",
  timeZone: "America/Chicago",
  bounds: { south: 38.98, west: -94.91, north: 39.21, east: -94.59 },
  languages: ["en", "es"],
  isSample: false,
  fare: { adultCents: 200, childCents: null, note: null, asOf: "2026-01-01" },
  hotlines: [
    {
      kind: "transit",
      name: { en: "Help with buses", es: "Ayuda con los camiones" },
      phone: "816-221-0660",
      note: null,
    },
  ],
};

const toSeventh = walk("5:42", "5:46", "7th & Minnesota");
const toDoor = walk("6:02", "6:05");
const bus101 = bus("5:48", "101", "6:02", "State & 67th", { headsign: "Village West" });

/** Leaves 5:42, one bus, 9 minutes outside, there 6:05. */
export const plainWay = way([toSeventh, bus101, toDoor]);

export const WAYS = {
  plain: plainWay,
  throughRoom: way([
    toSeventh,
    bus("5:48", "101", "6:00", "10th & State", { headsign: "Village West" }),
    walk("6:00", "6:02", "Main Library"),
    inside("6:02", "6:25"),
    walk("6:25", "6:28", "10th & Main"),
    bus("6:29", "107", "6:40", "Quindaro & 27th", { headsign: "Parallel" }),
    walk("6:40", "6:44"),
  ]),
  roomThenDoor: way([
    toSeventh,
    bus101,
    walk("6:02", "6:04", "Main Library"),
    inside("6:04", "6:50"),
    walk("6:50", "7:00"),
  ]),
  staysOn: way([
    toSeventh,
    bus("5:48", "101", "6:02", "State & 47th", { headsign: "MetroCenter" }),
    bus("6:06", "104", "6:20", "Metropolitan & 28th", { staysOn: true, headsign: "Argentine" }),
    walk("6:20", "6:24"),
  ]),
  callAgency: way([
    toSeventh,
    bus("5:48", "104", "6:02", "State & 67th", {
      headsign: "Argentine",
      estimated: true,
      ...asked("agency", "agency"),
    }),
    toDoor,
  ]),
  askDriver: way([toSeventh, bus("5:48", "104", "6:02", "State & 67th", asked("driver", "driver")), toDoor]),
  doorShut: way([toSeventh, bus101, toDoor], { opens: "6:30", weight: 1.6 }),
  mildHazard: way([walk("5:30", "6:20")]),
  hazard: way(
    [
      walk("5:30", "5:50", "7th & Minnesota"),
      bus("5:58", "101", "6:10", "State & 67th"),
      walk("6:10", "6:13"),
    ],
    { weight: 1.8 },
  ),
  frostbite: way(
    [
      walk("5:40", "5:50", "7th & Minnesota"),
      bus("5:58", "101", "6:10", "State & 67th"),
      walk("6:10", "6:13"),
    ],
    { weight: 3.4 },
  ),
  onFoot: way([walk("5:30", "5:48")]),
  stepFree: way([toSeventh, bus("5:48", "101", "6:02", "State & 67th", { stepFree: "yes" }), toDoor]),
} satisfies Record<string, Journey>;

/** Known to have room, and open from six. */
export function optionOf(best: Journey | null, more: Partial<Option> = {}): Option {
  return {
    number: 1,
    place: {
      placeId: 7,
      kind: "shelter",
      name: "Example House",
      organization: "Example Neighbors",
      phone: "(913) 555-0101",
      website: null,
      about: null,
      rules: null,
      languages: null,
      admits: EVERYBODY,
      facts: [],
      site: {
        lat: 39.12,
        lon: -94.66,
        name: null,
        address: "1 Example St",
        city: "Kansas City",
        zip: "66101",
        approximate: true,
      },
    },
    fit: { kind: "yes" },
    opening: {
      kind: "opens",
      at: pm("6:00"),
      until: pm("19:00"),
      saidAt: null,
      intake: { from: pm("6:00"), until: pm("10:00") },
    },
    counts: [
      {
        poolId: 1,
        household: "families",
        unit: "room",
        peoplePerUnit: 4,
        worth: { kind: "fresh", free: { kind: "number", units: 4 }, minutes: 12 },
        way: "web",
        needs: 1,
      },
    ],
    way: best ? { kind: "journeys", journeys: [best] } : { kind: "none", reason: "last-bus-gone" },
    best,
    sooner: null,
    standing: "takes-you",
    ...more,
  };
}

export function answerOf(options: Option[], more: Partial<Tonight> = {}): Tonight & { rooms: RoomsTonight } {
  return {
    now: NOW,
    from: NOW,
    origin: { lat: 39.1155, lon: -94.6265 },
    weather: { kind: "unknown" },
    oldTimes: [],
    options,
    rooms: { areas: [], inRegion: false },
    warmNow: null,
    sleepsYou: options.filter(({ standing }) => standing === "takes-you").length,
    ...more,
  };
}

export function placeTonightOf(best: Journey | null, more: Partial<PlaceTonight> = {}): PlaceTonight {
  return {
    now: NOW,
    from: NOW,
    option: optionOf(best),
    hours: [],
    earlier: null,
    later: null,
    fewerBuses: null,
    lastChance: null,
    weather: { kind: "unknown" },
    oldTimes: [],
    morning: null,
    ...more,
  };
}

export function tellingIn(language: Language, more: Partial<Telling> = {}): Telling {
  return { ...tellingOf(language, REGION, { now: NOW, from: NOW, party: FAMILY }), ...more };
}

/** The words of some HTML, as one reads them. */
export function wordsOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll("\u00a0", " ")
    .replace(/\s+/g, " ")
    .replace(/ ([.,:])/g, "$1");
}
