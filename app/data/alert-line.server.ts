/** The line of those who wait for room: what has happened to offers is written down, and what is free is offered in order. */
import { randomUUID } from "node:crypto";
import { offersFor, type Offer, type OfferedPool } from "~/domain/room-alert";
import type { Party } from "~/domain/party";
import type { Place } from "~/domain/place";
import { codeOf, hashOfCode } from "./codes.server";
import { sql, within } from "./database.server";
import { placesIn } from "./places.server";
import { regions } from "./regions.server";

type ToldPool = { poolId: number; at: string };
type ToldInLine = { alertId: string; regionId: number; party: Party; offered: ToldPool[] };

/** `watched`: another process looks after the line. */
export type Line =
  | { kind: "watched" }
  | { kind: "mine"; settle: string[]; waiting: ToldInLine[]; declined: ToldPool[]; notices: number };

type RegionPlaces = { places: Place[]; timeZone: string };
type OfferAnswer = { kind: "taken" | "full" | "too-many-requests" | string };

export async function lineFor(processId: string): Promise<Line> {
  const [{ line }] = await within(sql<[{ line: Line }]>`select watch_alerts(${processId}) as line`);
  return line;
}

/** One after another: each takes the locks of one alert alone. */
export async function settleAlerts(alertIds: readonly string[]): Promise<void> {
  for (const alertId of alertIds) await within(sql`select settle_alert(${alertId})`);
}

/** Whoever waits longest is asked first, whatever they fit; how many were asked. */
export async function offerInOrder(
  { waiting, declined }: Extract<Line, { kind: "mine" }>,
  now = Date.now() / 1000,
): Promise<number> {
  const shut = declined.map(poolOf);
  const known = new Map<number, RegionPlaces>();
  const refused = new Map<number, number>();
  let offered = 0;
  for (const inLine of waiting) {
    const there = known.get(inLine.regionId) ?? (await placesOf(inLine.regionId));
    known.set(inLine.regionId, there);
    const asked = { party: inLine.party, offered: inLine.offered.map(poolOf) };
    const offers = offersFor(asked, there.places, shut, { now, timeZone: there.timeZone });
    if (await offerOne(inLine.alertId, offers, refused)) offered += 1;
  }
  return offered;
}

/** The first that can be held; what could not is not asked for again in this round. */
async function offerOne(
  alertId: string,
  offers: readonly Offer[],
  refused: Map<number, number>,
): Promise<boolean> {
  for (const offer of offers) {
    if (offer.units >= (refused.get(offer.poolId) ?? Infinity)) continue;
    const { kind } = await offerAlert(alertId, offer);
    if (kind === "taken") return true;
    if (kind === "full" || kind === "too-many-requests") refused.set(offer.poolId, offer.units);
    // They stopped, or took a hold elsewhere.
    else if (kind === "not-waiting" || kind === "has-hold") return false;
  }
  return false;
}

async function offerAlert(alertId: string, { poolId, units, arrivesAt }: Offer): Promise<OfferAnswer> {
  const holdId = randomUUID();
  const [{ answer }] = await within(sql<[{ answer: OfferAnswer }]>`
    select offer_alert(
      ${randomUUID()},
      ${alertId},
      ${poolId},
      ${holdId},
      ${hashOfCode("hold", codeOf("hold", holdId))},
      ${units},
      ${arrivesAt === null ? null : new Date(arrivesAt * 1000)}
    ) as answer`);
  return answer;
}

async function placesOf(regionId: number): Promise<RegionPlaces> {
  const region = (await regions()).find((each) => each.regionId === regionId);
  return region
    ? { places: await placesIn(regionId), timeZone: region.timeZone }
    : { places: [], timeZone: "UTC" };
}

function poolOf({ poolId, at }: ToldPool): OfferedPool {
  return { poolId, at: new Date(at).getTime() / 1000 };
}
