/**
 * The answer as machines read it: codes and numbers only, no sentences; times ISO 8601 in the region's zone.
 * What the page may not say is not said here either: small pools are "some" or "none", an old count has no number.
 */
import type { AccessFound } from "~/domain/access";
import type { EpochSeconds } from "~/domain/journey";
import type { Opening, Stretch } from "~/domain/hours/opening";
import type { Count } from "~/domain/pool";
import type { RoomsTonight } from "~/domain/room-area";
import type { Option, Tonight } from "~/domain/tonight";
import type { Region } from "~/domain/region";
import { isoTime } from "~/domain/zone";
import { scoreJson } from "./access-json.server";
import { journeyJson, type Iso } from "./journey-json.server";
import { weatherJson } from "./weather-json.server";

/** What /places.json and /places.geojson both say above the places. */
export function headOf(tonight: Tonight & { rooms: RoomsTonight }, region: Region) {
  const iso = isoIn(region);
  return {
    region: { slug: region.slug, name: region.name, timeZone: region.timeZone, isSample: region.isSample },
    now: iso(tonight.now),
    from: iso(tonight.from),
    weather: weatherJson(tonight.weather, tonight.from, iso),
    // Bus companies whose times ended: their buses may run, and are in no journey here.
    oldTimes: tonight.oldTimes,
    sleepsYou: tonight.sleepsYou,
    warmNow: tonight.warmNow?.place.placeId ?? null,
    // Vetted rooms of members: areas alone, with the way to their middle. Whoever wants one asks the group.
    rooms: {
      areas: tonight.rooms.areas.map(({ cell, center, best }) => ({
        cell,
        center,
        journey: best && withoutLegs(journeyJson(best, iso)),
      })),
      inRegion: tonight.rooms.inRegion,
    },
  };
}

export function placeJson(option: Option, region: Region, access: AccessFound) {
  const iso = isoIn(region);
  const { number, place, fit, standing, way, best, sooner } = option;
  const { placeId, kind, name, organization, phone, website, site } = place;
  return {
    placeId,
    number,
    kind,
    name,
    organization,
    phone,
    website,
    site,
    standing,
    fit,
    opening: openingJson(option.opening, iso),
    counts: option.counts.map(countJson),
    journey: best && journeyJson(best, iso),
    soonerJourney: sooner && journeyJson(sooner, iso),
    noJourney: way.kind === "none" ? way.reason : null,
    access: scoreJson(access),
    facts: place.facts,
  };
}

/** The same place as a point; the journey's legs are left to the JSON. */
export function placeFeature(option: Option, region: Region, access: AccessFound) {
  const { site, journey, soonerJourney: _sooner, ...rest } = placeJson(option, region, access);
  const { lat, lon, ...address } = site;
  const summary = journey && withoutLegs(journey);
  return {
    type: "Feature" as const,
    id: option.place.placeId,
    geometry: { type: "Point" as const, coordinates: [lon, lat] },
    properties: { ...rest, site: address, journey: summary },
  };
}

function withoutLegs({ legs: _legs, ...summary }: ReturnType<typeof journeyJson>) {
  return summary;
}

function isoIn({ timeZone }: Region): Iso {
  return (at) => isoTime(at, timeZone);
}

function openingJson(opening: Opening, iso: Iso) {
  switch (opening.kind) {
    case "open":
      return {
        kind: opening.kind,
        ...ends(opening, iso),
        intake: opening.intake && stretchJson(opening.intake, iso),
      };
    case "opens": {
      const saidAt = opening.saidAt === null ? null : iso(opening.saidAt);
      const { kind, at, intake } = opening;
      return { kind, at: iso(at), ...ends(opening, iso), saidAt, intake: stretchJson(intake, iso) };
    }
    case "undecided": {
      const { kind, decidesAt, rule, at, intake } = opening;
      const { lowAtOrBelowF } = rule;
      return {
        kind,
        decidesAt: decidesAt === null ? null : iso(decidesAt),
        lowAtOrBelowF,
        at: iso(at),
        intake: stretchJson(intake, iso),
      };
    }
    case "not-tonight":
      return { kind: opening.kind, saidAt: iso(opening.saidAt) };
    case "closed":
      return { kind: opening.kind, opensNext: opening.opensNext === null ? null : iso(opening.opensNext) };
    case "unknown":
      return { kind: opening.kind };
  }
}

function stretchJson(stretch: Stretch, iso: Iso) {
  return { from: iso(stretch.from), ...ends(stretch, iso) };
}

function ends({ until }: { until: EpochSeconds | null }, iso: Iso) {
  return { until: until === null ? null : iso(until) };
}

function countJson({ household, unit, peoplePerUnit, needs, worth, way }: Count) {
  const isKnown = worth.kind === "fresh" || worth.kind === "aging";
  const free = !isKnown ? null : worth.free.kind === "number" ? worth.free.units : worth.free.kind;
  const ageMinutes = worth.kind === "unknown" ? null : worth.minutes;
  return { household, unit, peoplePerUnit, needs, free, freshness: worth.kind, ageMinutes, way };
}
