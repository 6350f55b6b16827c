/**
 * How well buses serve the places of a region and any other point of it. The table it is read from comes with the
 * timetable; when the day changes it is made anew beside the one in use.
 */
import type { Access, AccessFound } from "~/domain/access";
import type { LatLon } from "~/domain/journey";
import type { Region } from "~/domain/region";
import { accessAt } from "~/transit/access/access";
import { type DepartureTable, makeDepartureTable } from "~/transit/access/departures";
import { DAYS_A_WEEK, usualWeek } from "~/transit/access/week";
import type { DayNumber } from "~/transit/gtfs/feed";
import { localDate } from "~/transit/timetable/calendar";
import { localDay } from "~/transit/timetable/service-day";
import type { Timetable } from "~/transit/timetable/timetable";
import { timetableOf } from "./timetables.server";
import { inTurns } from "./turn.server";

/** A table, and what was already read from it, by the point. */
type Week = { table: DepartureTable; known: Map<string, Access> };
type Kept = { inUse: Week | undefined; making: { first: DayNumber; week: Promise<Week> } | undefined };

// A region has fewer places; other points are asked about once.
const MOST_KNOWN = 2_000;

const kept = new WeakMap<Timetable, Kept>();

/** Of a member's room the point is the centre of its cell, never its address. */
export async function accessOf(region: Region, point: LatLon, now: Date): Promise<AccessFound> {
  return (await accessIn(region, now))(point);
}

/** Of each point, in their order. */
export async function accessOfAll(
  region: Region,
  points: readonly LatLon[],
  now: Date,
): Promise<AccessFound[]> {
  const accessFor = await accessIn(region, now);
  return inTurns(eachOf(points, accessFor));
}

function* eachOf<From, To>(all: readonly From[], make: (one: From) => To): Generator<void, To[]> {
  const made: To[] = [];
  for (const one of all) {
    made.push(make(one));
    yield;
  }
  return made;
}

async function accessIn(region: Region, now: Date): Promise<(point: LatLon) => AccessFound> {
  const { timetable, departures } = await timetableOf(region);
  const today = localDay(Math.floor(now.getTime() / 1000), region.timeZone);
  const week = usualWeek(timetable.coverage, today);
  if (week.kind === "none") {
    const none = week.reason === "feed-expired" ? { ...week, endedOn: localDate(week.endedOn) } : week;
    return () => none;
  }
  const inUse = await weekFrom(week.first, timetable, departures);
  const [from, until] = [inUse.table.firstDay, inUse.table.firstDay + DAYS_A_WEEK - 1].map(localDate) as [
    string,
    string,
  ];
  return (point) => ({ kind: "access", access: knownAt(inUse, timetable, point), from, until });
}

/** Yesterday's is used until today's is made: a usual week does not change in a second. */
async function weekFrom(
  first: DayNumber,
  timetable: Timetable,
  departures: DepartureTable | null,
): Promise<Week> {
  const entry: Kept = kept.get(timetable) ?? {
    inUse: departures ? weekOf(departures) : undefined,
    making: undefined,
  };
  kept.set(timetable, entry);
  if (entry.inUse?.table.firstDay === first) return entry.inUse;
  if (entry.making?.first !== first) entry.making = { first, week: madeInto(entry, first, timetable) };
  return entry.inUse?.table.firstDay === first - 1 ? entry.inUse : entry.making.week;
}

async function madeInto(entry: Kept, first: DayNumber, timetable: Timetable): Promise<Week> {
  const week = weekOf(await inTurns(makeDepartureTable(timetable, first)));
  entry.inUse = week;
  entry.making = undefined;
  return week;
}

function weekOf(table: DepartureTable): Week {
  return { table, known: new Map() };
}

function knownAt({ table, known }: Week, timetable: Timetable, { lat, lon }: LatLon): Access {
  const key = `${lat} ${lon}`;
  const access = known.get(key) ?? accessAt(table, timetable, { lat, lon });
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, access);
  return access;
}
