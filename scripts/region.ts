/** npm run region: makes a service area, or changes it. */
import { saveRegion } from "~/data/import/save-region.server";
import { within } from "~/data/database.server";
import { findRegion } from "~/data/regions.server";
import { asOwner, runCommand } from "./data-in/command";
import { USAGE, readRegion } from "./data-in/region-arguments";
import { readArguments } from "./data-in/read-arguments";

const OPTIONS = [
  "slug",
  "name",
  "zone",
  "bounds",
  "language",
  "hotline",
  "fare-adult",
  "fare-child",
  "fare-as-of",
];

await runCommand(async () => {
  const { given, files } = readArguments(process.argv.slice(2), { text: OPTIONS }, USAGE);
  const draft = readRegion(given, files);
  await asOwner("npm run region", async (owner) => {
    const before = await findRegion(draft.slug);
    const saved = await saveRegion(owner, { ...draft, isSample: before?.isSample ?? false });
    // Another zone moves every bus: the running servers build their timetables anew.
    if (!saved.made) await within(owner`select pg_notify('timetable_changed', ${String(saved.regionId)})`);
    const { south, west, north, east } = draft.bounds;
    const did = saved.made ? "Made" : "Changed";
    console.log(
      `${did} the region ${draft.slug}: ${draft.name}, ${draft.timeZone}, ${south},${west} to ${north},${east}.`,
    );
    console.log(`${saved.zips} ZIP codes; languages ${draft.languages.join(", ")}.`);
    for (const { kind, name, phone } of draft.hotlines)
      console.log(`Number to call (${kind}): ${name.en}, ${phone}.`);
    console.log(
      draft.fare ? `Fare: ${draft.fare.adultCents / 100} dollars.` : "Fare: as it was, or unknown.",
    );
    if (saved.zips === 0)
      console.log("Careful: no US ZIP code lies in these bounds. Are they south,west,north,east?");
  });
});
