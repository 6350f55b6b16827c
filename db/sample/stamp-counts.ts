/** Gives the sample's invented places counts of just now: a sample that grows stale shows nothing. */
import type { Sql } from "~/data/connection.server";
import { within } from "~/data/database.server";
import { readPools } from "~/data/import/pools-words.server";
import type { LocalDate } from "~/domain/zone";
import type { SamplePlace } from "./sample-place";

/** Counts stand in the order of `pools`. Only invented places have any. */
export type InventedPlace = SamplePlace & {
  counts: { occupied: number; outOfService?: number; minutesAgo: number }[];
  /** Staff said that it opens tonight. */
  opensTonight?: true;
};

const WHO = "sample";

/** One statement; each count goes through the function every report goes through. */
export async function stampCounts(
  owner: Sql,
  regionId: number,
  invented: InventedPlace[],
  now: Date,
): Promise<number> {
  const counts = invented.flatMap((place) => countsOf(place, now));
  const stamped = await within(
    owner<{ answer: { kind: string } }[]>`
      select record_report(
          gen_random_uuid(), ${WHO}, 'sample', pool_id, counted.occupied, counted.out_of_service,
          counted.capacity, counted.said_at
        ) as answer
      from jsonb_to_recordset(${owner.json(counts)}) as counted (
          source_key text, household text, unit text, people_per_unit smallint,
          capacity integer, occupied integer, out_of_service integer, said_at timestamptz
        )
        join places using (source_key)
        join pools using (place_id, household, unit, people_per_unit)
      where places.region_id = ${regionId} and pools.retired_at is null
    `,
    30_000,
  );
  return stamped.filter(({ answer }) => answer.kind === "reported").length;
}

function countsOf({ key, name, pools = "", counts }: InventedPlace, now: Date) {
  const read = readPools(pools);
  if (read.kind === "unclear" || read.pools.length !== counts.length) {
    throw new Error(`${name}: not as many counts as pools`);
  }
  return read.pools.map(({ household, unit, peoplePerUnit, capacity }, i) => ({
    source_key: `sample:${key}`,
    household,
    unit,
    people_per_unit: peoplePerUnit,
    capacity,
    occupied: counts[i]!.occupied,
    out_of_service: counts[i]!.outOfService ?? 0,
    said_at: new Date(now.getTime() - counts[i]!.minutesAgo * 60_000).toISOString(),
  }));
}

/** Staff's word for the nights around now, where it was not given yet. */
export async function sayTonight(
  owner: Sql,
  regionId: number,
  invented: InventedPlace[],
  nights: LocalDate[],
): Promise<void> {
  const keys = invented.filter(({ opensTonight }) => opensTonight).map(({ key }) => `sample:${key}`);
  await within(
    owner`
      select record_opening(gen_random_uuid(), ${WHO}, 'sample', place_id, night, true)
      from places
        cross join unnest(${nights}::date[]) as night
      where region_id = ${regionId}
        and source_key = any (${keys}::text[])
        and not exists (
          select from current_openings as said
            where said.place_id = places.place_id and said.night = night.night
        )
    `,
    30_000,
  );
}
