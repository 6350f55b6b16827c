/** Tonight's answer for one party at one point: every place, best first, and what to say above them. */
import { fitOf, type Fit } from "~/domain/fit";
import { isDeepNight, morningAfter } from "~/domain/hours/night";
import { letInFrom, openingAt, type Opening } from "~/domain/hours/opening";
import { soonest, warmest } from "~/domain/choosing";
import type { EpochSeconds, Journey, LatLon, OldTimes, Way } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { Place } from "~/domain/place";
import { countsFor, type Count } from "~/domain/pool";
import type { Weather } from "~/domain/weather";
import { hasBed, inOrder, letsSleep, standingOf } from "~/domain/rank";

/** A place without what only staff may know. */
export type PublicPlace = Omit<Place, "pools" | "hours">;

export type Option = {
  /** From 1; the number on the pin and on the card. */
  number: number;
  place: PublicPlace;
  fit: Fit;
  opening: Opening;
  /** The pools that could take the party, the best known one first. */
  counts: Count[];
  way: Way;
  /** The warmest journey, and the soonest where it is another one. */
  best: Journey | null;
  sooner: Journey | null;
  /**
   * takes-you: fits, is or will be open, and a count of the last four hours has room (or it counts nobody: a
   * warming or day center that is open). call: worth a call. no: does not fit, is full, or is not open tonight.
   */
  standing: "takes-you" | "call" | "no";
};

export type Tonight = {
  now: EpochSeconds;
  /** When the search starts: now, or the time asked for. */
  from: EpochSeconds;
  origin: LatLon;
  options: Option[];
  weather: Weather;
  oldTimes: OldTimes[];
  /** Where to wait indoors until leaving: open now, nearest on foot or by bus. */
  warmNow: Option | null;
  /** How many options have the standing "takes-you" and let people sleep. */
  sleepsYou: number;
};

/** Who asks, from where and for when. */
export type TonightQuestion = {
  timeZone: string;
  origin: LatLon;
  party: Party;
  now: EpochSeconds;
  from: EpochSeconds;
  weather: Weather;
  oldTimes: OldTimes[];
};

/** No way was looked for, because nobody is let in tonight. */
const DOORS_CLOSED: Way = { kind: "none", reason: "doors-closed" };

/** Puts together what is known of every place, by the place's id; a place without a way lets nobody in tonight. */
export function tonightOf(
  question: TonightQuestion,
  places: readonly Place[],
  ways: ReadonlyMap<number, Way>,
): Tonight {
  const morning = morningAfter(question.from, question.timeZone);
  const drafts = places
    // A member's room is a fact about a part of town; as a place with a position it would be a home with an address.
    .filter((place) => place.kind !== "room")
    .map((place) => optionOf(question, place, ways.get(place.placeId) ?? DOORS_CLOSED));
  const options = inOrder(drafts, morning).map((draft, index) => ({ ...draft, number: index + 1 }));
  const { now, from, origin, weather, oldTimes } = question;
  const sleepsYou = options.filter(hasBed).length;
  return { now, from, origin, weather, oldTimes, options, warmNow: warmNowAmong(options), sleepsYou };
}

/** What the public may know of a place: no bed's number, no staff's note. */
export function publicPlace(place: Place): PublicPlace {
  const { pools: _pools, hours: _hours, ...rest } = place;
  return rest;
}

function optionOf(question: TonightQuestion, place: Place, way: Way): Omit<Option, "number"> {
  const best = way.kind === "journeys" ? warmest(way.journeys) : null;
  const soon = way.kind === "journeys" ? soonest(way.journeys) : null;
  const { timeZone, party, now, from } = question;
  const opening = openingAt(place.hours, timeZone, from, letsSleep(place.kind));
  const weighed = {
    place: publicPlace(place),
    fit: fitOf(party, place.admits),
    opening,
    // A count of this dawn is no promise for the evening at which they let people in.
    counts: countsFor(place.pools, party, now, letInFrom(opening, from)),
    way,
    best,
    sooner: soon === best ? null : soon,
  };
  const [counted, morning] = [place.pools.length > 0, morningAfter(from, timeZone)];
  return {
    ...weighed,
    standing: standingOf(weighed, { counted, morning, deepNight: isDeepNight(from, timeZone) }),
  };
}

/** A bed is no waiting room: only halls that are open now, and of those the one that is reached first. */
function warmNowAmong(options: readonly Option[]): Option | null {
  const reach = ({ best, sooner }: Option) => (sooner ?? best)?.enters ?? Infinity;
  const [first = null] = options
    .filter((option) => !letsSleep(option.place.kind) && option.standing !== "no")
    .filter((option) => option.opening.kind === "open" && reach(option) < Infinity)
    .toSorted((a, b) => Number(b.fit.kind === "yes") - Number(a.fit.kind === "yes") || reach(a) - reach(b));
  return first;
}
