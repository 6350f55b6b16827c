/** npm run import-gtfs: a feed is checked whole, and put in force now or from its first day on. */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { activateFeed, feedsOf, MOST_FEED_BYTES, storeFeed } from "~/data/feeds.server";
import type { Sql } from "~/data/connection.server";
import { within } from "~/data/database.server";
import { checkFeed, nameOf } from "~/data/import/feed-check.server";
import type { CheckedFeed } from "~/data/import/feed-check.server";
import type { Region } from "~/domain/region";
import type { LocalDate } from "~/domain/zone";
import { asOwner, requireRegion, runCommand, todayIn } from "./data-in/command";
import { only, readArguments } from "./data-in/read-arguments";
import { type Turn, turnSaid, turnsOf } from "./data-in/say-turns";
import { saidFault } from "./journeys/feed-files";
import { Refusal } from "./postgres/refusal";
import { printedSteps } from "./start/steps";

const USAGE = `npm run import-gtfs -- --region SLUG [--name NAME] FILE.zip

Reads the feed, checks it, and puts it in the place of the region's feed of the same name (by default the agency's):
from its first day on, where that lies ahead, so that the next timetable can be brought in before it begins.
The running servers take the new timetable by themselves. A feed with faults changes nothing.
To see a region's feeds, or take one out: npm run withdraw-feed.`;

const PART_BYTES = 1024 * 1024;
const steps = printedSteps((text) => process.stdout.write(text));

await runCommand(async () => {
  const { given, files } = readArguments(process.argv.slice(2), { text: ["region", "name"] }, USAGE);
  const slug = only(given.region, "--region", USAGE);
  const name = given.name && only(given.name, "--name", USAGE);
  if (name !== undefined && (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > 60)) {
    throw new Refusal(
      `--name takes small letters, digits and single dashes, at most 60; "${name}" is not that.`,
    );
  }
  if (files.length !== 1) throw new Refusal(`Name one FILE.zip.\n\n${USAGE}`);
  const bytes = await bytesOf(files[0]!);
  await asOwner("npm run import-gtfs", async (owner) => {
    const region = await requireRegion(slug);
    const file = path.basename(files[0]!);
    const checked = await steps.step(`Checking ${file} (${(bytes.length / 1e6).toFixed(1)} MB)`, () =>
      checkFeed(bytes, region, todayIn(region)),
    );
    const good = goodOrRefuse(checked, region);
    sayFacts(good);
    await putInForce(owner, region, { ...good, name: name ?? nameOf(good.facts), source: file, bytes });
  });
});

async function bytesOf(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Refusal(`There is no file ${file}.`);
  if (found.size > MOST_FEED_BYTES)
    throw new Refusal(`${file} is larger than 64 MB: a feed of one region is not.`);
  return readFile(file);
}

type Good = Extract<CheckedFeed, { kind: "good" }>;

function goodOrRefuse(checked: CheckedFeed, { name }: Region): Good {
  if (checked.kind === "good") return checked;
  if (checked.kind === "elsewhere") {
    const { south, west, north, east } = checked.facts.bounds;
    throw new Refusal(
      `No stop of this feed lies in ${name}: its stops are in ${south},${west} to ${north},${east}. Nothing was changed.`,
    );
  }
  const faults = checked.faults.map((fault) => `  ${saidFault(fault)}`).join("\n");
  throw new Refusal(`The feed has faults; nothing was changed.\n${faults}`);
}

function sayFacts({ facts, doubts, warnings }: Good): void {
  steps.say(`Agencies: ${facts.agencies.join(", ")}`);
  steps.say(`Dates: ${facts.startsOn} to ${facts.endsOn}, ${facts.timeZone}`);
  const [stops, trips, times] = [facts.stops, facts.trips, facts.stopTimes].map((n) =>
    n.toLocaleString("en"),
  );
  steps.say(`${stops} stops, ${trips} trips, ${times} stop times`);
  for (const doubt of doubts) steps.say(`Careful: ${doubt}`);
  for (const warning of warnings) steps.say(`Careful: ${saidFault(warning)}`);
}

type Chosen = Good & { name: string; source: string; bytes: Uint8Array };

async function putInForce(owner: Sql, region: Region, chosen: Chosen): Promise<void> {
  const { name, source, facts, warnings, bytes } = chosen;
  // What an import that was killed left behind, half stored or never put in force.
  await within(owner`
    delete from feeds
    where region_id = ${region.regionId}
      and state in ('receiving', 'checked')
      and imported_at < clock_timestamp() - interval '1 hour'`);
  refuseOver(turnsOf(await feedsOf(owner, region.regionId), name), chosen, todayIn(region));
  const stored = await steps.step("Storing it", (progress) =>
    storeFeed(owner, { regionId: region.regionId, name, source, facts, warnings }, partsOf(bytes, progress)),
  );
  if (stored.kind !== "stored") throw new Refusal(`The feed was not stored: it is ${stored.kind}.`);
  const before = await feedsOf(owner, region.regionId);
  const activated = await activateFeed(owner, stored.feedId);
  if (activated.kind !== "activated") throw new Refusal(`The feed was not put in force: ${activated.kind}.`);
  const replaced = before.find(({ feedId }) => feedId === activated.replaced);
  const instead = replaced
    ? `, in the place of ${replaced.source} of ${replaced.importedAt.toISOString().slice(0, 10)}`
    : "";
  const today = todayIn(region);
  const begun = facts.endsOn < today ? "Kept, as one that has ended," : "In force";
  const what = facts.startsOn > today ? "Waiting" : begun;
  steps.say(`${what} in ${region.name} as "${name}"${instead}. Running servers take it by themselves.`);
  const turns = turnsOf(await feedsOf(owner, region.regionId), name);
  for (const line of turnSaid(turns, stored.feedId, today)) steps.say(line);
}

/** By its dates it would be the newer one, and end a service that still runs. */
function refuseOver(turns: Turn[], { facts, name }: Chosen, today: LocalDate): void {
  const running = turns.findLast(({ startsOn }) => startsOn <= today);
  if (facts.endsOn >= today || !running || running.endsOn < today) return;
  throw new Refusal(
    `This feed ended on ${facts.endsOn}, and "${name}" (${running.source}) runs until ${running.endsOn}. Nothing was changed.`,
  );
}

function* partsOf(bytes: Uint8Array, progress: (line: string) => void): Generator<Uint8Array> {
  const parts = Math.ceil(bytes.length / PART_BYTES);
  for (let part = 0; part < parts; part++) {
    if (part > 0 && part % 8 === 0) progress(`${part} of ${parts} MB`);
    yield bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
  }
}
