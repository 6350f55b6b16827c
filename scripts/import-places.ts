/** npm run import-places: shows what a places file would change; with --apply, changes it. */
import { readFile, stat } from "node:fs/promises";
import { applyPlaces } from "~/data/import/apply.server";
import { columnsSaid } from "~/data/import/columns.server";
import { LARGEST_PLACES_FILE_BYTES } from "~/data/import/decode.server";
import type { Refusal as RefusedRow } from "~/data/import/drafts.server";
import { readPlacesFile } from "~/data/import/places-file.server";
import { previewOf } from "~/data/import/preview.server";
import type { Preview } from "~/data/import/preview.server";
import { storedPlaces } from "~/data/import/stored.server";
import { asOwner, only, readArguments, requireRegion, runCommand } from "./data-in/command";
import { Refusal } from "./postgres/refusal";

const USAGE = `npm run import-places -- --region SLUG FILE.csv|FILE.json [--source NAME] [--apply]

Shows what the file would change; with --apply it is done, all of it or nothing. Places that are not in the file any
more are marked closed. A file is the whole list of its source: two lists of one region need a --source each
(by default csv or hsds). JSON is HSDS 3.x. The columns of a CSV (* must be there, the others may be left out):

${columnsSaid()}`;

const MOST_SHOWN = 50;

await runCommand(async () => {
  const names = { text: ["region", "source"], flags: ["apply"] } as const;
  const { given, files } = readArguments<string>(process.argv.slice(2), names, USAGE);
  const slug = only(given.region, "--region", USAGE);
  if (files.length !== 1) throw new Refusal(`Name one FILE.csv or FILE.json.\n\n${USAGE}`);
  const bytes = await bytesOf(files[0]!);
  const source = sourceOf(given.source && only(given.source, "--source", USAGE), bytes);
  await asOwner("npm run import-places", async (owner) => {
    const region = await requireRegion(slug);
    const file = readPlacesFile(bytes, region.timeZone);
    const preview = previewOf(file, await storedPlaces(owner, region.regionId, source), region, source);
    say(preview);
    refuseBroken(preview);
    if (!given.apply) return console.log("\nNothing was changed. Add --apply to do it.");
    const applied = await applyPlaces(owner, region.regionId, source, preview).catch((error: Error) => {
      throw new Refusal(`Nothing was changed: ${error.message}.`);
    });
    if (applied.kind === "unknown-region") throw new Refusal(`The region ${slug} has just gone.`);
    console.log(`\nDone: ${applied.places} places of "${source}" in ${region.name}, ${applied.gone} closed.`);
  });
});

async function bytesOf(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Refusal(`There is no file ${file}.`);
  if (found.size > LARGEST_PLACES_FILE_BYTES) throw new Refusal(`${file} is larger than 16 MB.`);
  return readFile(file);
}

function sourceOf(given: string | undefined, bytes: Uint8Array): string {
  if (given === undefined)
    return /^\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 100))) ? "hsds" : "csv";
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(given) && given.length <= 40 && given !== "sample") return given;
  throw new Refusal(`--source takes small letters, digits and single dashes; "${given}" cannot be used.`);
}

function say({ notes, added, changed, unchanged, gone, refused, safetyCards }: Preview): void {
  for (const note of notes) console.log(`Note: ${note}`);
  list("New", added, ({ key, name, organization }) => `  + ${name}, ${organization} (${key})`);
  list("Changed", changed, ({ draft, changes }) =>
    [`  ~ ${draft.name} (${draft.key})`]
      .concat(
        changes.map(
          ({ field, before, after }) => `      ${field}: ${before || "unknown"} -> ${after || "unknown"}`,
        ),
      )
      .join("\n"),
  );
  list("Gone, to be marked closed", gone, ({ key, name }) => `  - ${name} (${key})`);
  list("Hotlines of safety shelters", safetyCards, ({ name, phone }) => `  * ${name.en}, ${phone}`);
  list("Refused", refused, (row) => `  ! ${refusalSaid(row)}`);
  console.log(`Unchanged: ${unchanged}`);
}

function list<Item>(title: string, items: Item[], line: (item: Item) => string): void {
  console.log(`${title}: ${items.length}`);
  for (const item of items.slice(0, MOST_SHOWN)) console.log(line(item));
  if (items.length > MOST_SHOWN) console.log(`  and ${items.length - MOST_SHOWN} more`);
}

function refusalSaid({ line, key, column, reason }: RefusedRow): string {
  const where = [line !== null && `line ${line}`, key, column && `column ${column}`]
    .filter(Boolean)
    .join(", ");
  // A stranger's file must not steer the terminal.
  return (where ? `${where}: ${reason}` : reason).replaceAll(/\p{Cc}+/gu, "?");
}

function refuseBroken({ refused, drafts, safetyCards, gone }: Preview): void {
  if (refused.length > 0) {
    throw new Refusal(`\nNothing was changed: ${refused.length} faults must be mended first.`);
  }
  if (drafts.length + safetyCards.length === 0) {
    const all = gone.length > 0 ? ` It would close all ${gone.length} places.` : "";
    throw new Refusal(`\nNothing was changed: the file holds no place.${all}`);
  }
}
