/** The answer as it is sent to a page that wakes up: what its list and its map show, and no more. */
import { lineString, simplify } from "@turf/turf";
import type { Journey, LatLon, Leg } from "~/domain/journey";
import type { Option, PublicPlace, Tonight } from "~/domain/tonight";
import { eveningOf } from "~/domain/weather";

/**
 * The first `most` places, or all. Ways that are not shown, rules and sources stay on the server: they are most of the
 * bytes.
 */
export function sentAnswer(tonight: Tonight, most = Infinity): Tonight {
  const shown = tonight.options.slice(0, most);
  const sent = new Map(shown.map((option) => [option.number, sentOption(option)]));
  const { warmNow } = tonight;
  return {
    ...tonight,
    options: [...sent.values()],
    weather: eveningOf(tonight.weather, tonight.from),
    warmNow: warmNow && (sent.get(warmNow.number) ?? sentOption(warmNow)),
  };
}

function sentOption(option: Option): Option {
  const best = option.best && sentJourney(option.best);
  const sooner = option.sooner && withoutLines(option.sooner);
  const way =
    best && option.way.kind === "journeys" ? { kind: "journeys" as const, journeys: only(best) } : option.way;
  return { ...option, place: sentPlace(option.place), way, best, sooner };
}

/** Said in one line and not drawn: its rides tell which lines are used, and with its rooms how long one is outside. */
function withoutLines(journey: Journey): Journey {
  const legs = journey.legs
    .filter(({ kind }) => kind !== "walk")
    .map((leg) => (leg.kind === "ride" ? { ...leg, path: [] } : leg));
  return { ...journey, ...shortFigures(journey), legs };
}

function only(journey: Journey): [Journey] {
  return [journey];
}

function sentPlace(place: PublicPlace): PublicPlace {
  const site = { ...place.site, name: null, address: null, city: null, zip: null };
  return { ...place, site, admits: NOT_SENT, website: null, about: null, rules: null, facts: [] };
}

// Whom a place takes is weighed already, and told on its own page; one object for all places is sent once.
const NOT_SENT: PublicPlace["admits"] = {
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

function sentJourney(journey: Journey): Journey {
  return { ...journey, ...shortFigures(journey), legs: journey.legs.map(sentLeg) };
}

// Down, so that what is below a limit stays below it.
function shortFigures({ coldMinutes, worst }: Journey): Pick<Journey, "coldMinutes" | "worst"> {
  const { seconds, coldMinutes: cold, peakWeight } = worst;
  return {
    coldMinutes: hundredths(coldMinutes),
    worst: { seconds, coldMinutes: hundredths(cold), peakWeight: hundredths(peakWeight) },
  };
}

function hundredths(value: number): number {
  return Math.floor(value * 100) / 100;
}

function sentLeg(leg: Leg): Leg {
  if (leg.kind === "ride") return { ...leg, path: withoutStraights(leg.path).map(shorter) };
  return leg.kind === "walk" ? { ...leg, metres: Math.round(leg.metres) } : leg;
}

// About 11 m, as four decimals are: a line on a map is wider.
const LINE_DEGREES = 0.0001;

/** The corners of a line; most of a bus's points lie on the straights between them. */
function withoutStraights(path: LatLon[]): LatLon[] {
  if (path.length < 3) return path;
  const line = lineString(path.map(({ lat, lon }) => [lon, lat]));
  const { coordinates } = simplify(line, { tolerance: LINE_DEGREES, highQuality: true }).geometry;
  return coordinates.map(([lon, lat]) => ({ lat: lat!, lon: lon! }));
}

function shorter({ lat, lon }: LatLon): LatLon {
  return { lat: Math.round(lat * 10_000) / 10_000, lon: Math.round(lon * 10_000) / 10_000 };
}
