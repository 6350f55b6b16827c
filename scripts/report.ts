/** npm run report: enters a count by hand, through the same function as every other report. */
import { randomUUID } from "node:crypto";
import { placesIn } from "~/data/places.server";
import { regions } from "~/data/regions.server";
import { recordReport } from "~/data/reports.server";
import type { Place } from "~/domain/place";
import type { Pool } from "~/domain/pool";
import { asOwner, requireRegion, runCommand } from "./data-in/command";
import { choosePlace, choosePool } from "./data-in/choose";
import { only, readArguments, wholeNumber } from "./data-in/read-arguments";
import { Refusal } from "./postgres/refusal";

const USAGE = `npm run report -- --place ID|NAME --pool HOUSEHOLD[/UNIT]|ID --occupied N
  [--out-of-service N] [--capacity N] [--region SLUG]

Says how many beds or rooms of a pool are taken now: npm run report -- --place "Example House" --pool families --occupied 5`;

const OPTIONS = ["place", "pool", "occupied", "out-of-service", "capacity", "region"];
const MOST_UNITS = 10_000;

await runCommand(async () => {
  const { given, files } = readArguments<string>(process.argv.slice(2), { text: OPTIONS }, USAGE);
  if (files.length > 0) throw new Refusal(`"${files[0]}" is not understood. Names with blanks need quotes.`);
  const count = (option: string) =>
    given[option] && wholeNumber(only(given[option], `--${option}`, USAGE), `--${option}`, [0, MOST_UNITS]);
  const said = {
    occupied: wholeNumber(only(given.occupied, "--occupied", USAGE), "--occupied", [0, MOST_UNITS]),
    outOfService: count("out-of-service"),
    capacity: count("capacity"),
  };
  const placeWords = only(given.place, "--place", USAGE);
  const poolWords = only(given.pool, "--pool", USAGE);
  await asOwner("npm run report", async (owner) => {
    const slug = given.region && only(given.region, "--region", USAGE);
    const searched = slug === undefined ? await regions() : [await requireRegion(slug)];
    const places = (await Promise.all(searched.map(({ regionId }) => placesIn(regionId)))).flat();
    const place = choosePlace(places, placeWords);
    const pool = choosePool(place, poolWords);
    const before = new Date();
    const reported = await recordReport(owner, {
      key: randomUUID(),
      who: "command",
      way: "command",
      poolId: pool.poolId,
      ...said,
    });
    if (reported.kind !== "reported") throw new Refusal(`The count was not taken: ${reported.kind}.`);
    const after = { ...pool, ...defined(said) };
    console.log(sayChange(place, pool, after, before));
    if (reported.over)
      console.log("That is over: more are taken than there are. Nobody can hold one until there is room.");
  });
});

function sayChange(place: Place, before: Pool, after: Pool, now: Date): string {
  const { household, unit } = before;
  const age = before.lastReport
    ? `${Math.max(0, Math.round((now.getTime() - before.lastReport.at.getTime()) / 60_000))} min old`
    : "no count before";
  return [
    `${place.name}, ${household} ${unit}s (pool ${before.poolId})`,
    `  before: ${before.lastReport ? figures(before) : "unknown"} (${age})`,
    `  now:    ${figures(after)}, counted just now`,
  ].join("\n");
}

function figures({ occupied, capacity, outOfService, held }: Pool): string {
  const free = capacity - outOfService - occupied - held;
  const broken = outOfService > 0 ? `, ${outOfService} out of service` : "";
  const promised = held > 0 ? `, ${held} held` : "";
  return `${occupied} of ${capacity} taken${broken}${promised}, ${Math.max(0, free)} free`;
}

function defined<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Values>;
}
