/** Makes the sample region at the first start and keeps it fresh at every later one; other regions are never touched. */
import type { Sql } from "~/data/connection.server";
import { ownerSql, within } from "~/data/database.server";
import { applyPlaces } from "~/data/import/apply.server";
import { previewOf } from "~/data/import/preview.server";
import { saveRegion } from "~/data/import/save-region.server";
import { storedPlaces } from "~/data/import/stored.server";
import type { LocalDate } from "~/domain/zone";
import { INVENTED, SAMPLE_FILE, SAMPLE_SOURCE } from "./facts";
import { SAMPLE_HAND_ROUTES } from "./hand-routes";
import { keepHandRoutes } from "./keep-hand-routes";
import { addDays, keepTimetable } from "./keep-timetable";
import { SAMPLE_FARE, SAMPLE_HOTLINES, SAMPLE_REGION } from "./region";
import { sayTonight, stampCounts } from "./stamp-counts";

type Options = { now?: Date; progress?: (line: string) => void };

/** Set SAMPLE=off where a server should carry real regions only. */
export async function ensureSample(
  ownerUrl: string,
  { now = new Date(), progress = () => {} }: Options = {},
): Promise<void> {
  if (process.env.SAMPLE === "off") return progress("SAMPLE=off: the sample region is left alone");
  const owner = ownerSql(ownerUrl, 1);
  try {
    const found = await findSample(owner);
    if (found && !found.isSample)
      return progress(`A region "${SAMPLE_REGION.slug}" that is no sample is left alone`);
    if (!found) progress(`Making the region ${SAMPLE_REGION.name}`);
    const region = { ...SAMPLE_REGION, fare: SAMPLE_FARE, hotlines: SAMPLE_HOTLINES };
    const { regionId } = await saveRegion(owner, region);
    await keepPlaces(owner, regionId, progress);
    await keepTransit(owner, regionId, localDate(now), progress);
    await stamp(owner, regionId, now, progress);
  } finally {
    await owner.end({ timeout: 2 });
  }
}

async function findSample(owner: Sql): Promise<{ isSample: boolean } | undefined> {
  const [row] = await within(owner<[{ isSample: boolean }?]>`
    select is_sample from regions where slug = ${SAMPLE_REGION.slug}
  `);
  return row;
}

async function keepPlaces(owner: Sql, regionId: number, progress: (line: string) => void): Promise<void> {
  const stored = await storedPlaces(owner, regionId, SAMPLE_SOURCE);
  const region = { ...SAMPLE_REGION, regionId, fare: SAMPLE_FARE, hotlines: SAMPLE_HOTLINES };
  const preview = previewOf(SAMPLE_FILE, stored, region, SAMPLE_SOURCE);
  if (preview.refused.length > 0)
    throw new Error(`The sample's places are broken: ${preview.refused[0]!.reason}`);
  const { added, changed, gone } = preview;
  if (added.length + changed.length + gone.length === 0) return;
  await applyPlaces(owner, regionId, SAMPLE_SOURCE, preview);
  progress(`Places: ${added.length} new, ${changed.length} changed, ${gone.length} closed`);
}

async function keepTransit(
  owner: Sql,
  regionId: number,
  today: LocalDate,
  progress: (line: string) => void,
): Promise<void> {
  if (await keepHandRoutes(owner, regionId, SAMPLE_HAND_ROUTES))
    progress("Bus lines 104 and 106 entered by hand");
  if (await keepTimetable(owner, regionId, today))
    progress("Timetable of the 101 and 107 made for the next 60 days");
}

async function stamp(
  owner: Sql,
  regionId: number,
  now: Date,
  progress: (line: string) => void,
): Promise<void> {
  const counts = await stampCounts(owner, regionId, INVENTED, now);
  const today = localDate(now);
  await sayTonight(owner, regionId, INVENTED, [addDays(today, -1), today, addDays(today, 1)]);
  progress(`Invented counts stamped anew: ${counts}`);
}

function localDate(now: Date): LocalDate {
  // Sweden writes dates as ISO does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone: SAMPLE_REGION.timeZone, dateStyle: "short" }).format(
    now,
  );
}
