/** The arguments of `npm run region`, read with a sentence for each that cannot be taken. */
import type { RegionDraft } from "~/data/import/save-region.server";
import type { Bounds } from "~/domain/region";
import { Refusal } from "../postgres/refusal";
import { readFare } from "./fare-arguments";
import { readHotlines } from "./hotline-arguments";
import { only } from "./read-arguments";

export const USAGE = `npm run region -- --slug stl --name "St. Louis" --zone America/Chicago --bounds SOUTH,WEST,NORTH,EAST
  [--language es]...  [--hotline "kind|name|phone"]...  [--fare-adult 2.00 [--fare-child 1.00] --fare-as-of 2026-06-01]

Makes the region, or changes the one with that slug. Bounds are degrees: 38.4,-90.75,38.9,-90.0
Kinds of hotline: help, transit, safety-shelter, emergency, mutual-aid, local. 2-1-1 and 911 are always there.
A name in two languages: "help|2-1-1 United Way|2-1-1|es=Línea 2-1-1". Languages: English is always there.`;

type Given = Partial<Record<string, string[]>>;

export function readRegion(given: Given, rest: string[]): Omit<RegionDraft, "isSample"> {
  if (rest.length > 0) throw new Refusal(`"${rest[0]}" is not understood. Names with blanks need quotes.`);
  const slug = only(given.slug, "--slug", USAGE);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) {
    throw new Refusal(
      `--slug takes small letters, digits and single dashes, at most 60; "${slug}" is not that.`,
    );
  }
  const name = only(given.name, "--name", USAGE).trim();
  if (name === "" || name.length > 120) throw new Refusal("--name takes 1 to 120 letters.");
  return {
    slug,
    name,
    timeZone: readZone(only(given.zone, "--zone", USAGE)),
    bounds: readBounds(only(given.bounds, "--bounds", USAGE)),
    languages: readLanguages(given.language ?? ["es"]),
    hotlines: readHotlines(given.hotline ?? []),
    fare: readFare(given, USAGE),
  };
}

function readZone(zone: string): string {
  const known = zone.includes("/") && Intl.supportedValuesOf("timeZone").includes(zone);
  if (!known) throw new Refusal(`--zone takes a name like America/Chicago; "${zone}" is not one.`);
  return zone;
}

function readBounds(words: string): Bounds {
  const numbers = words.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const [south, west, north, east] = numbers as [number, number, number, number];
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) {
    throw new Refusal(`--bounds takes four numbers, south,west,north,east; "${words}" is not that.`);
  }
  if (Math.abs(south) > 90 || Math.abs(north) > 90 || Math.abs(west) > 180 || Math.abs(east) > 180) {
    throw new Refusal(`--bounds ${words} is not on the earth: the order is south,west,north,east.`);
  }
  if (south >= north || west >= east) {
    throw new Refusal(`--bounds ${words} has no inside: south comes before north and west before east.`);
  }
  if (north - south > 10 || east - west > 10) {
    throw new Refusal(
      `--bounds ${words} is larger than ten degrees: a region is a town with its surroundings.`,
    );
  }
  return { south, west, north, east };
}

function readLanguages(given: string[]): string[] {
  const languages = given.flatMap((each) => each.split(",")).map((each) => each.trim());
  const odd = languages.find((each) => !/^[a-z]{2,3}$/.test(each));
  if (odd !== undefined) throw new Refusal(`--language takes a code like es; "${odd}" is not one.`);
  return [...new Set(["en", ...languages])];
}
