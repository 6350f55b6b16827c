/** npm run cells: how many people live where, so that a member's room is named by no area too small to hide it. */
import path from "node:path";
import { replaceCells } from "~/data/cells.server";
import { cellsIn, type CellsFile } from "~/data/import/cells-file.server";
import { decode } from "~/data/import/decode.server";
import { FEWEST_RESIDENTS } from "~/domain/room-cell";
import type { Region } from "~/domain/region";
import { asOwner, requireRegion, runCommand } from "./data-in/command";
import { only, readArguments } from "./data-in/read-arguments";
import { bytesOf, refuse } from "./journeys/feed-files";
import { openHome } from "./postgres/cluster";
import { Refusal } from "./postgres/refusal";
import { dataFolder } from "./postgres/with-database";
import { givenSecret, keptSecret } from "./start/settings";

const USAGE = `npm run cells -- --region SLUG FILE.csv [--apply]

How many people live in each H3 cell of a region: db/cells-file.md says what the file holds and where it can be had.
A member's room is told of by the smallest cell around it in which ${FEWEST_RESIDENTS} people live; without figures only as "in this
region". Shows what the file holds; with --apply it takes the place of all figures of the region, or nothing is
changed. Running servers take it by themselves.`;

await runCommand(async () => {
  const names = { text: ["region"], flags: ["apply"] } as const;
  const { given, files } = readArguments<string>(process.argv.slice(2), names, USAGE);
  const slug = only(given.region, "--region", USAGE);
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new Refusal(`Name one FILE.csv.\n\n${USAGE}`);
  await asOwner("npm run cells", async (owner) => {
    const region = await requireRegion(slug);
    const { residents, elsewhere } = await readCells(file, region);
    const enough = [...residents.values()].filter((count) => count >= FEWEST_RESIDENTS).length;
    console.log(
      `${residents.size} cells in ${region.name} with those they lie in, ${enough} of them with ${FEWEST_RESIDENTS} people or more.`,
    );
    if (elsewhere > 0) console.log(`${elsewhere} cells of the file lie elsewhere and are left out.`);
    if (given.apply === undefined) return console.log("\nNothing was changed. Add --apply to do it.");
    // A room's cell was sealed with it.
    process.env.APP_SECRET = process.env.DATABASE_URL
      ? givenSecret(process.env)
      : keptSecret(openHome(dataFolder()), process.env);
    const { rooms } = await replaceCells(owner, region.regionId, residents);
    console.log(`\nDone: they are in force, and ${rooms} rooms were put into them.`);
  });
});

async function readCells(file: string, region: Region): Promise<Extract<CellsFile, { kind: "cells" }>> {
  const name = path.basename(file);
  const words = decode(await bytesOf(file));
  if (words.kind === "refused") return refuse(name, [{ ...words, file: name, column: null }]);
  for (const note of words.notes) console.log(`Careful: ${name}: ${note}`);
  const read = cellsIn(words.text, name, region.bounds);
  return read.kind === "refused" ? refuse(name, read.faults) : read;
}
