/** What a load asks for, each time anew. */
import { randomBytes, randomUUID } from "node:crypto";
import type { Ask } from "./askers";
import type { Country } from "./country";

const PARTY = "adults=1&children=6,9";
const MOST_ASIDE = 0.05;

export type Asks = Record<
  "nothing" | "same" | "anew" | "anewAsData" | "inCityEvening" | "inCityMorning" | "hold",
  () => Ask
>;

export function asksIn(country: Country): Asks {
  // What many ask for in one hour: the same few corners.
  const corners = Array.from({ length: 20 }, () => page(whereNear(country)));
  return {
    nothing: () => ({ path: "/healthz" }),
    same: () => anyOf(corners),
    anew: () => page(whereNear(country)),
    anewAsData: () => list("/places.json", whereNear(country)),
    inCityEvening: () => page(inCity(), "18:00"),
    inCityMorning: () => page(inCity(), "11:00"),
    hold: () => hold(country),
  };
}

/** One list in each region: what a process learns once of it is no list's cost. */
export function oneInEach({ places }: Country, regions: number): Ask[] {
  return places.slice(0, regions).map(({ lat, lon }) => page(point(lat, lon)));
}

/** Without a time of day: for now. */
function page(where: string, when?: string): Ask {
  return list("/", where, when);
}

function list(path: string, where: string, when = "now"): Ask {
  const asked = new URLSearchParams({ where, when });
  return { path: `${path}?${asked}&${PARTY}`, headers: { "Accept-Encoding": "br" } };
}

function inCity(): string {
  return point(38.63 + aside(), -90.25 + aside());
}

function whereNear({ places }: Country): string {
  const { lat, lon } = anyOf(places);
  return point(lat + aside(), lon + aside());
}

function point(lat: number, lon: number): string {
  return `${lat.toFixed(3)},${lon.toFixed(3)}`;
}

function aside(): number {
  return (2 * Math.random() - 1) * MOST_ASIDE;
}

/** Of a new phone on a network of its own each time, as the form sends it. */
function hold({ places }: Country): Ask {
  const { placeId, poolId } = anyOf(places);
  return {
    path: `/places/${placeId}/hold?${PARTY}`,
    headers: {
      Cookie: `__Host-device=${randomBytes(32).toString("base64url")}`,
      "X-Forwarded-For": [10, ...randomBytes(3)].join("."),
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ key: randomUUID(), pool: String(poolId), contact: "" }).toString(),
  };
}

function anyOf<One>(all: readonly One[]): One {
  return all[Math.floor(Math.random() * all.length)]!;
}
