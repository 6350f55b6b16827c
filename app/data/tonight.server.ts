/** Tonight's answer, for a list and for one place: places, timetable and rules put together. Page and JSON ask here. */
import { startOf } from "~/domain/ask-time";
import { morningAfter } from "~/domain/hours/night";
import { doorsClose } from "~/domain/hours/opening";
import { hoursTonight } from "~/domain/hours/hours-tonight";
import type { EpochSeconds, Journey, LatLon, Way } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { Place } from "~/domain/place";
import type { MorningAfter, PlaceTonight } from "~/domain/place-tonight";
import { letsSleep } from "~/domain/rank";
import { countsForAnyone } from "~/domain/pool";
import type { RoomsTonight } from "~/domain/room-area";
import type { Region } from "~/domain/region";
import type { When } from "~/domain/search";
import { tonightOf, type Option, type Tonight, type TonightQuestion } from "~/domain/tonight";
import { oldTimes } from "~/transit/timetable/coverage";
import { localDay } from "~/transit/timetable/service-day";
import { fewerBuses, lastChance, laterChoice } from "./choices.server";
import { keptPlaces } from "./kept-places.server";
import { roomAreasIn, roomsTonight } from "./room-areas.server";
import { timetableOf } from "./timetables.server";
import { doorsOf, type Going, waysTo } from "./ways.server";
import { weatherOf } from "./weather.server";

// More doors than these nobody tries before work and school.
const MOST_NEXT = 3;
// A morning is from three to noon: some send people out before five, few after noon.
const EARLIER_S = 2 * 3600;
const LATER_S = 7 * 3600;

/** With `only`, of that place alone: it is told as in the whole list, but for its number. */
export async function tonightFor(
  region: Region,
  origin: LatLon,
  party: Party,
  when: When,
  now: Date,
  only?: number,
): Promise<Tonight> {
  const evening = await eveningIn(region, party, when, now);
  const question = { ...evening, origin: pointOf(origin) };
  const places = evening.places.filter(({ placeId }) => only === undefined || placeId === only);
  return tonightOf(question, places, await waysTo(places, question));
}

/** And the parts of town where members have rooms. */
export async function tonightWithRooms(
  region: Region,
  origin: LatLon,
  party: Party,
  when: When,
  now: Date,
): Promise<Tonight & { rooms: RoomsTonight }> {
  const [evening, areas] = await Promise.all([
    eveningIn(region, party, when, now),
    roomAreasIn(region.regionId),
  ]);
  const question = { ...evening, origin: pointOf(origin) };
  const tonight = tonightOf(question, evening.places, await waysTo(evening.places, question));
  return { ...tonight, rooms: await roomsTonight(areas, question) };
}

/** Undefined for an unknown place, and for a member's room: that has no page. Without an origin no way is looked for. */
export async function placeTonight(
  placeId: number,
  origin: LatLon | null,
  party: Party,
  when: When,
  now: Date,
): Promise<PlaceTonight | undefined> {
  const found = await keptPlaces.find(placeId);
  if (!found || found.place.kind === "room") return undefined;
  const { place, region } = found;
  const evening = await eveningIn(region, party, when, now);
  const question = { ...evening, origin: pointOf(origin ?? place.site) };
  const ways = origin ? await waysTo([place], question) : unasked(place, question);
  const [option] = tonightOf(question, [place], ways).options;
  if (!option) return undefined;
  const { from, weather } = question;
  return {
    now: question.now,
    from,
    // Nobody was asked about yet: every count is told, and no verdict.
    option: origin ? option : { ...option, counts: countsForAnyone(place.pools, question.now) },
    hours: hoursTonight(place.hours, region.timeZone, from),
    ...(await choicesFor(place, option, question)),
    weather,
    oldTimes: question.oldTimes,
    morning: await morningAt(place, question),
  };
}

type Evening = Omit<TonightQuestion, "origin"> & Omit<Going, "origin">;

/** What is known of a region at that time: the whole answer is made of this, whatever changes meanwhile. */
async function eveningIn(region: Region, party: Party, when: When, now: Date): Promise<Evening> {
  const { timeZone } = region;
  const asked = Math.floor(now.getTime() / 1000);
  const from = startOf(when, asked, timeZone);
  const [places, loaded, weather] = await Promise.all([
    keptPlaces.in(region.regionId),
    timetableOf(region),
    weatherOf(region, now, from),
  ]);
  const ended = oldTimes(loaded.timetable, localDay(from, timeZone));
  return { timeZone, party, now: asked, from, places, loaded, weather, oldTimes: ended };
}

/** A door that lets people in, without anybody to send there. */
function unasked(place: Place, going: Going): Map<number, Way> {
  const isOpen = doorsOf([place], going).length > 0;
  return new Map(isOpen ? [[place.placeId, { kind: "none", reason: "no-stop-in-reach" }]] : []);
}

type Choices = Pick<PlaceTonight, "earlier" | "later" | "fewerBuses" | "lastChance">;

async function choicesFor(place: Place, { best, sooner }: Option, going: Going): Promise<Choices> {
  if (!best) return { earlier: null, later: null, fewerBuses: null, lastChance: null };
  return {
    // The list names the same one.
    earlier: sooner,
    later: await laterChoice(place, best, going),
    fewerBuses: await fewerBuses(place, best, going),
    lastChance: laterToLeave(await lastChance(place, going), best),
  };
}

/** The last chance is looked for without warm rooms; a change in one may let the best way leave even later. */
function laterToLeave(last: Journey | null, best: Journey): Journey | null {
  return last && best.leaveBy > last.leaveBy ? best : last;
}

async function morningAt(place: Place, question: Going & TonightQuestion): Promise<MorningAfter | null> {
  const { timeZone, from, places } = question;
  const closes = doorsClose(place.hours, timeZone, from, letsSleep(place.kind));
  // A hall that closes in the evening has no morning after.
  const five = morningAfter(from, timeZone);
  if (closes === null || closes < five - EARLIER_S || closes > five + LATER_S) return null;
  const there = { ...question, origin: pointOf(place.site), from: closes };
  const halls = places.filter((other) => !letsSleep(other.kind) && other.placeId !== place.placeId);
  const next = tonightOf(there, halls, await waysTo(halls, there))
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
