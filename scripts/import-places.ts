/** npm run import-places: shows what a places file would change; with --apply, changes it. */
import { readFile, stat } from "node:fs/promises";
import { applyPlaces } from "~/data/import/apply.server";
import { columnsSaid } from "~/data/import/columns.server";
import { LARGEST_PLACES_FILE_BYTES } from "~/data/import/decode.server";
import { readPlacesFile } from "~/data/import/places-file.server";
import { previewOf } from "~/data/import/preview.server";
import type { Preview } from "~/data/import/preview.server";
import { storedPlaces } from "~/data/import/stored.server";
import { asOwner, requireRegion, runCommand } from "./data-in/command";
import { sayPreview } from "./data-in/say-preview";
import { only, readArguments } from "./data-in/read-arguments";
import { Refusal } from "./postgres/refusal";

const USAGE = `npm run import-places -- --region SLUG FILE.csv|FILE.json [--source NAME] [--apply]

Shows what the file would change; with --apply it is done, all of it or nothing. Places that are not in the file any
more are marked closed. A file is the whole list of its source: two lists of one region need a --source each
(by default csv or hsds). JSON is HSDS 3.x. The columns of a CSV (* must be there, the others may be left out):

${columnsSaid()}`;

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
    sayPreview(preview);
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

function refuseBroken({ refused, drafts, safetyCards, gone }: Preview): void {
  if (refused.length > 0) {
    throw new Refusal(`\nNothing was changed. Faults to mend first: ${refused.length}.`);
  }
  if (drafts.length + safetyCards.length === 0) {
    const all = gone.length > 0 ? ` It would close all ${gone.length} places.` : "";
    throw new Refusal(`\nNothing was changed: the file holds no place.${all}`);
  }
}
