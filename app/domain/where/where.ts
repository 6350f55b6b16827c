/** "Where am I?", from what a person types: a ZIP, a corner, a stop, a place, or a rounded position. */
import type { Gazetteer } from "~/domain/where/gazetteer";
import { metresOutside, miles, roundedPosition, within } from "~/domain/geo";
import type { LatLon } from "~/domain/journey";
import { matchesOf, zipIn } from "~/domain/where/matches";
import type { Region } from "~/domain/region";

/** One name a person may type, and where it is. */
export type Named = LatLon & { kind: "zip" | "stop" | "place"; name: string };

export type Found = LatLon & {
  via: "zip" | "corner" | "stop" | "place" | "position";
  /** What to show and to put back into the box; typing it again finds the same. */
  words: string;
};

export type Where =
  | { kind: "found"; at: Found }
  | { kind: "several"; choices: [Found, Found, ...Found[]] }
  | { kind: "outside"; nearest: { slug: string; name: string; miles: number } | null }
  | { kind: "not-found" };

/** A region with the names known in it. */
export type Area = { region: Pick<Region, "slug" | "name" | "bounds">; gazetteer: Gazetteer };

/** `slug` is the region the answer lies in, where it lies in one. */
export type Located = { where: Where; slug: string | null };

const NOT_FOUND: Located = { where: { kind: "not-found" }, slug: null };
const POSITION = /^\(?\s*(-?\d{1,3}(?:\.\d{1,20})?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d{1,20})?)\s*\)?$/;

/**
 * Total over every string. The areas are asked in the order given, the one that a link names first; `zipAnywhere`
 * knows the ZIPs of the whole country, to tell "not ours" from "not a ZIP".
 */
export function whereAmong(
  typed: string,
  areas: readonly Area[],
  zipAnywhere: (zip: string) => LatLon | null,
): Located {
  const at = whereOnMap(
    typed,
    areas.map(({ region }) => region),
  );
  if (at) return at;
  const words = trimmed(typed);
  const zip = zipIn(words);
  const ours = zip === null ? undefined : areas.find(({ gazetteer }) => gazetteer.zips.has(zip));
  const isBareZip = zip !== null && /^(?:zip\s*(?:code)?\s*)?\d{5}(?:-?\d{4})?$/i.test(words);
  if (!isBareZip) {
    const named = namedAmong(words, ours ? [ours] : areas);
    if (named) return named;
  }
  return zip === null ? NOT_FOUND : zipAmong(zip, ours, areas, zipAnywhere);
}

/** Where a position was typed: no name has to be known for it. */
export function whereOnMap(typed: string, regions: readonly Area["region"][]): Located | null {
  const position = positionIn(trimmed(typed));
  if (!position) return null;
  const { lat, lon } = roundedPosition(position);
  const region = regions.find(({ bounds }) => within({ lat, lon }, bounds));
  if (!region) return outside({ lat, lon }, regions);
  const words = `${lat.toFixed(3)},${lon.toFixed(3)}`;
  return found({ via: "position", words, lat, lon }, region);
}

function trimmed(typed: string): string {
  return typed
    .slice(0, 200)
    .trim()
    .replace(/[\s,.;:-]+$/, "");
}

function zipAmong(
  zip: string,
  ours: Area | undefined,
  areas: readonly Area[],
  zipAnywhere: (zip: string) => LatLon | null,
): Located {
  const middle = ours?.gazetteer.zips.get(zip) ?? zipAnywhere(zip);
  if (!middle) return NOT_FOUND;
  const area = ours ?? areas.find(({ region }) => within(middle, region.bounds));
  return area
    ? found({ via: "zip", words: zip, lat: middle.lat, lon: middle.lon }, area.region)
    : outside(
        middle,
        areas.map(({ region }) => region),
      );
}

/** In the first area that knows the words; a second one that knows them equally well makes it a choice. */
function namedAmong(words: string, areas: readonly Area[]): Located | null {
  const known = areas
    .map((area) => ({ area, ...matchesOf(words, area.gazetteer) }))
    .filter(({ entries }) => entries.length > 0);
  const best = Math.min(...known.map(({ effort }) => effort));
  const answers = known.filter(({ effort }) => effort === best);
  const [first] = answers;
  if (!first) return null;
  const choices = answers.flatMap(({ entries }) =>
    // The ZIP tells which region's corner of that name is meant.
    entries.map(({ at, zip }) => (answers.length > 1 && zip ? withZip(at, zip) : at)),
  );
  const [one, two, ...more] = choices.slice(0, MOST_CHOICES);
  if (one && two) {
    const slug = answers.length === 1 ? first.area.region.slug : null;
    return { where: { kind: "several", choices: [one, two, ...more] }, slug };
  }
  return one ? found(one, first.area.region) : null;
}

// More than these nobody reads on a phone.
const MOST_CHOICES = 8;

function withZip(at: Found, zip: string): Found {
  return at.words.includes(zip) ? at : { ...at, words: `${at.words}, ${zip}` };
}

function found(at: Found, { slug }: Area["region"]): Located {
  return { where: { kind: "found", at }, slug };
}

function outside(point: LatLon, regions: readonly Area["region"][]): Located {
  const [nearest] = regions
    .map((region) => ({ region, metres: metresOutside(point, region.bounds) }))
    .toSorted((a, b) => a.metres - b.metres);
  if (!nearest) return { where: { kind: "outside", nearest: null }, slug: null };
  const { slug, name } = nearest.region;
  const distance = Math.max(1, Math.round(miles(nearest.metres)));
  return { where: { kind: "outside", nearest: { slug, name, miles: distance } }, slug: null };
}

function positionIn(words: string): LatLon | null {
  const match = POSITION.exec(words);
  if (!match || !words.includes(".")) return null;
  const [lat, lon] = [Number(match[1]), Number(match[2])];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}
