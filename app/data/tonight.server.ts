/** Tonight's answer, for a list and for one place: places, timetable and rules put together. Page and JSON ask here. */
import { startOf } from "~/domain/ask-time";
import { morningAfter } from "~/domain/hours/night";
import { doorsClose } from "~/domain/hours/opening";
import { hoursTonight } from "~/domain/hours/hours-tonight";
import { earlierThan, laterThan, type EpochSeconds, type LatLon, type Way } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { Place } from "~/domain/place";
import type { MorningAfter, PlaceTonight } from "~/domain/place-tonight";
import { letsSleep } from "~/domain/rank";
import { countsForAnyone } from "~/domain/pool";
import type { Region } from "~/domain/region";
import type { When } from "~/domain/search";
import { tonightOf, type Option, type Tonight, type TonightQuestion } from "~/domain/tonight";
import { NO_WEATHER } from "~/domain/weather";
import { journeysFrom } from "~/transit/search/journeys";
import { findPlace, placesIn } from "./places.server";
import { findRegion } from "./regions.server";
import { timetableOf } from "./timetables.server";
import { byPlace, doorsOf, paceOf, waysTo, type WaysQuestion } from "./ways.server";

// More doors than these nobody tries before work and school.
const MOST_NEXT = 3;
// A morning is from three to noon: some send people out before five, few after noon.
const EARLIER_S = 2 * 3600;
const LATER_S = 7 * 3600;

const UNTOLD = { weather: NO_WEATHER, oldTimes: [] };

export async function tonightFor(
  region: Region,
  origin: LatLon,
  party: Party,
  when: When,
  now: Date,
): Promise<Tonight> {
  const [places, { timetable }] = await Promise.all([placesIn(region.regionId), timetableOf(region)]);
  const { timeZone } = region;
  const asked = Math.floor(now.getTime() / 1000);
  const from = startOf(when, asked, timeZone);
  const question = { timeZone, origin: pointOf(origin), party, now: asked, from, ...UNTOLD };
  const ways = waysTo(places, { ...question, timetable, pace: paceOf(party) });
  return tonightOf(question, places, ways);
}

/** Undefined for an unknown place, and for a member's room: that has no page. Without an origin no way is looked for. */
export async function placeTonight(
  placeId: number,
  origin: LatLon | null,
  party: Party,
  when: When,
  now: Date,
): Promise<PlaceTonight | undefined> {
  const found = await findPlace(placeId);
  const region = found && (await findRegion(found.regionSlug));
  if (!found || !region || found.place.kind === "room") return undefined;
  const { place } = found;
  const [places, { timetable }] = await Promise.all([placesIn(region.regionId), timetableOf(region)]);
  const { timeZone } = region;
  const asked = Math.floor(now.getTime() / 1000);
  const from = startOf(when, asked, timeZone);
  const question = { timeZone, origin: pointOf(origin ?? place.site), party, now: asked, from, ...UNTOLD };
  const search = { timetable, timeZone, origin: question.origin, from, pace: paceOf(party) };
  const ways = origin ? waysTo([place], search) : unasked(place, search);
  const [option] = tonightOf(question, [place], ways).options;
  if (!option) return undefined;
  return {
    now: asked,
    from,
    // Nobody was asked about yet: every count is told, and no verdict.
    option: origin ? option : { ...option, counts: countsForAnyone(place.pools, asked) },
    hours: hoursTonight(place.hours, timeZone, from),
    ...(origin ? aroundBest(place, option, search) : { later: null, earlier: null }),
    fewerBuses: null,
    lastChance: null,
    ...UNTOLD,
    morning: morningAt(place, places, { question, search }),
  };
}

/** A door that lets people in, without anybody to send there. */
function unasked(place: Place, search: WaysQuestion): Map<number, Way> {
  const isOpen = doorsOf([place], search).length > 0;
  return new Map(isOpen ? [[place.placeId, { kind: "none", reason: "no-stop-in-reach" }]] : []);
}

/** Searched again from just after the best one's start, and up to just before it. */
function aroundBest(
  place: Place,
  { best }: Option,
  search: WaysQuestion,
): Pick<PlaceTonight, "later" | "earlier"> {
  // Who walks all the way leaves when they like.
  if (!best || best.boardings === 0) return { later: null, earlier: null };
  const { timetable, origin, pace, from } = search;
  const doors = doorsOf([place], search);
  const waysFrom = (leaveFrom: EpochSeconds, windowS?: number) =>
    byPlace(
      doors,
      journeysFrom(timetable, { origin, doors, leaveFrom, pace, windowS, laterS: Infinity }),
    ).get(place.placeId);
  const firstRide = best.legs.find((leg) => leg.kind === "ride")!;
  return {
    later: laterThan(best, waysFrom(best.leaveBy + 60)),
    earlier: earlierThan(best, waysFrom(from, firstRide.departs - 1 - from)),
  };
}

function morningAt(
  place: Place,
  places: readonly Place[],
  { question, search }: { question: TonightQuestion; search: WaysQuestion },
): MorningAfter | null {
  const closes = doorsClose(place.hours, question.timeZone, question.from, letsSleep(place.kind));
  // A hall that closes in the evening has no morning after.
  const five = morningAfter(question.from, question.timeZone);
  if (closes === null || closes < five - EARLIER_S || closes > five + LATER_S) return null;
  const there = { origin: pointOf(place.site), from: closes };
  const halls = places.filter((other) => !letsSleep(other.kind) && other.placeId !== place.placeId);
  const ways = waysTo(halls, { ...search, ...there });
  const next = tonightOf({ ...question, ...there }, halls, ways)
    .options.filter(({ standing, best }) => standing !== "no" && best !== null)
    // A hall known to be open then, before one that must be called first.
    .toSorted((a, b) => sureFirst(a) - sureFirst(b) || reached(a) - reached(b))
    .slice(0, MOST_NEXT);
  return { closes, next };
}

/** The words that found a point are no part of the answer. */
function pointOf({ lat, lon }: LatLon): LatLon {
  return { lat, lon };
}

function sureFirst({ standing }: Option): number {
  return standing === "takes-you" ? 0 : 1;
}

function reached({ best, sooner }: Option): EpochSeconds {
  return (sooner ?? best)!.enters;
}
