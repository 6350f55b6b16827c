/** Nothing that a family asks falls through: an ask without an answer rises to those on call, sooner on a cold night. */
import { isColdNight } from "~/domain/cold-night";
import type { Region } from "~/domain/region";
import { sql, within } from "./database.server";
import { regions } from "./regions.server";
import { weatherOf } from "./weather.server";

export async function isColdTonight(region: Region, now: Date): Promise<boolean> {
  const [weather, ruleF] = await Promise.all([weatherOf(region, now), warmestRule(region)]);
  return isColdNight(weather, ruleF, now.getTime() / 1000, region.timeZone);
}

/** What nobody has to do for it to be due: asks that wait, stays and rooms that end or are not heard of, offers that grow old. */
export async function raiseByTime(now: Date): Promise<number> {
  const raised = await raiseAsks(now);
  const [{ told }] = await within(sql<[{ told: number }]>`
    select watch_stays() + watch_matches() + ask_whether_offers_stand() as told`);
  return raised + told;
}

/** How many rose. Asked by several processes at once, each ask rises once. */
export async function raiseAsks(now: Date): Promise<number> {
  const cold = await coldRegions(now);
  const [{ raised }] = await within(sql<[{ raised: number }]>`
    select raise_asks(string_to_array(${cold.join(" ")}, ' ')::bigint[]) as raised`);
  return raised;
}

/** Of those in which a family can ask at all. */
async function coldRegions(now: Date): Promise<number[]> {
  const asked = await within(sql<{ regionId: number }[]>`select distinct region_id from listed_groups`);
  const all = (await regions()).filter(({ regionId }) => asked.some((each) => each.regionId === regionId));
  const cold = await Promise.all(all.map((region) => isColdTonight(region, now)));
  return all.filter((_, i) => cold[i]).map(({ regionId }) => regionId);
}

async function warmestRule({ regionId }: Region): Promise<number | null> {
  const [{ low }] = await within(sql<[{ low: number | null }]>`
    select max(low_at_or_below_f) as low
    from opening_rules join listed_places using (place_id)
    where region_id = ${regionId}`);
  return low;
}
