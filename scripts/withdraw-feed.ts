/** npm run withdraw-feed: shows a region's feeds; with a number and --apply, takes that one out. */
import { feedsOf, withdrawFeed } from "~/data/feeds.server";
import type { ListedFeed } from "~/data/feeds.server";
import type { Region } from "~/domain/region";
import { asOwner, requireRegion, runCommand, todayIn } from "./data-in/command";
import { only, readArguments } from "./data-in/read-arguments";
import { stateSaid, turnsOf } from "./data-in/say-turns";
import { Refusal } from "./postgres/refusal";

const USAGE = `npm run withdraw-feed -- --region SLUG [NUMBER] [--apply]

Shows the region's feeds with their numbers: in force, waiting for their first day, or kept for a way back.
With a number and --apply that feed is taken out: one that was brought in by mistake, or whose agency has gone.
The one before it of its name goes on, where it is kept. Running servers take it by themselves.`;

await runCommand(async () => {
  const names = { text: ["region"], flags: ["apply"] } as const;
  const { given, files } = readArguments<string>(process.argv.slice(2), names, USAGE);
  const slug = only(given.region, "--region", USAGE);
  if (files.length > 1 || (files[0] !== undefined && !/^\d{1,12}$/.test(files[0])))
    throw new Refusal(`Give one feed's number, or none to see them.\n\n${USAGE}`);
  if (given.apply && files.length === 0)
    throw new Refusal("--apply needs the number of the feed to take out.");
  await asOwner("npm run withdraw-feed", async (owner) => {
    const region = await requireRegion(slug);
    const feeds = await feedsOf(owner, region.regionId);
    if (files[0] === undefined) return sayFeeds(feeds, region);
    const feed = feeds.find(({ feedId }) => feedId === Number(files[0]));
    if (!feed) throw new Refusal(`${region.name} has no feed ${files[0]}.`);
    console.log(lineOf(feed, feeds, region));
    if (feed.state !== "active") throw new Refusal("It is not in force and waits for no day.");
    if (!given.apply) return console.log("\nNothing was changed. Add --apply to take it out.");
    if ((await withdrawFeed(owner, feed.feedId)) === "not-active") throw new Refusal("It has just gone.");
    console.log("\nDone: it is taken out.");
    sayFeeds(await feedsOf(owner, region.regionId), region);
  });
});

function sayFeeds(feeds: ListedFeed[], region: Region): void {
  if (feeds.length === 0) console.log(`${region.name} has no feed.`);
  for (const feed of feeds) console.log(lineOf(feed, feeds, region));
}

function lineOf(feed: ListedFeed, feeds: ListedFeed[], region: Region): string {
  const { feedId, name, source, startsOn, endsOn } = feed;
  const turns = turnsOf(feeds, name);
  const next = turns[turns.findIndex((turn) => turn.feedId === feedId) + 1];
  const dates = startsOn && endsOn ? `${startsOn} to ${endsOn}` : "no dates";
  return `${String(feedId).padStart(5)}  ${name}  ${source}  ${dates}: ${stateSaid(feed, next, todayIn(region))}`;
}
