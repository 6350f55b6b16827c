/** npm run import-route: shows a bus line entered by hand; with --apply, stores it or takes it away. */
import type { Sql } from "~/data/connection.server";
import { handRoutesOf, removeHandRoute, saveHandRoute } from "~/data/hand-routes.server";
import { checkRoute } from "~/data/import/route-check.server";
import type { Region } from "~/domain/region";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { asOwner, requireRegion, runCommand, todayIn } from "./data-in/command";
import { only, readArguments } from "./data-in/read-arguments";
import { changeSaid, lineOf, sayRoute } from "./data-in/say-route";
import { readHandRoute } from "./journeys/hand-route-file";
import { Refusal } from "./postgres/refusal";

const USAGE = `npm run import-route -- --region SLUG FILE.csv [--apply]
npm run import-route -- --region SLUG --remove NUMBER [--agency NAME] [--apply]
npm run import-route -- --region SLUG

A bus line of an agency that publishes no GTFS, from its printed timetable: db/routes-file.md says what the file holds.
Shows what would change; with --apply it is done, all of it or nothing. The same agency and number again replaces what
is there. Without a file the lines of the region are shown. Running servers take a change by themselves.`;

await runCommand(async () => {
  const names = { text: ["region", "remove", "agency"], flags: ["apply"] } as const;
  const { given, files } = readArguments<string>(process.argv.slice(2), names, USAGE);
  const slug = only(given.region, "--region", USAGE);
  const remove = given.remove && only(given.remove, "--remove", USAGE);
  const agency = given.agency && only(given.agency, "--agency", USAGE);
  if (files.length > 1 || (remove !== undefined && files.length > 0))
    throw new Refusal(`Name one FILE.csv, or --remove NUMBER.\n\n${USAGE}`);
  if (given.apply && remove === undefined && files.length === 0)
    throw new Refusal(`--apply needs a FILE.csv or --remove NUMBER.\n\n${USAGE}`);
  const read =
    files[0] === undefined ? undefined : await readHandRoute(files[0], (note) => console.log(note));
  await asOwner("npm run import-route", async (owner) => {
    const region = await requireRegion(slug);
    const stored = await handRoutesOf(region.regionId);
    const apply = given.apply !== undefined;
    if (read) return enter(owner, region, stored, { route: read, apply });
    if (remove !== undefined) return takeAway(owner, region, chosen(stored, remove, agency), apply);
    if (stored.length === 0) console.log(`${region.name} has no line entered by hand.`);
    for (const route of stored) sayRoute(route);
  });
});

async function enter(
  owner: Sql,
  region: Region,
  stored: HandRoute[],
  { route, apply }: { route: HandRoute; apply: boolean },
): Promise<void> {
  const checked = checkRoute(route, stored, region, todayIn(region));
  if (checked.kind === "elsewhere")
    throw new Refusal(
      `No stop of this line lies in ${region.name}. Are lat and lon right? Nothing was changed.`,
    );
  sayRoute(route);
  for (const doubt of checked.doubts) console.log(`Careful: ${doubt}`);
  console.log(changeSaid(checked.change));
  if (checked.change === "same") return;
  if (!apply) return console.log("\nNothing was changed. Add --apply to do it.");
  const saved = await saveHandRoute(owner, region.regionId, route);
  if (saved.kind === "unknown-region") throw new Refusal(`The region ${region.slug} has just gone.`);
  console.log(
    `\nDone: ${lineOf(route)} is in ${region.name}. Every journey with it says that times are estimated.`,
  );
}

function chosen(stored: HandRoute[], number: string, agency: string | undefined): HandRoute {
  const found = stored.filter(
    (each) =>
      each.route.shortName === number.trim() && (agency === undefined || each.agency === agency.trim()),
  );
  if (found.length === 1) return found[0]!;
  const listed = stored.map((each) => `  ${lineOf(each)}`);
  const what =
    found.length > 1 ? `Several agencies have a ${number}: add --agency.` : `No line is called "${number}".`;
  throw new Refusal([what, stored.length > 0 ? "There are:" : "There is none.", ...listed].join("\n"));
}

async function takeAway(owner: Sql, region: Region, route: HandRoute, apply: boolean): Promise<void> {
  sayRoute(route);
  if (!apply) return console.log("\nNothing was changed. Add --apply to take it away.");
  if (!(await removeHandRoute(owner, region.regionId, route))) throw new Refusal("It has just gone.");
  console.log(`\nDone: ${lineOf(route)} is no longer in ${region.name}.`);
}
