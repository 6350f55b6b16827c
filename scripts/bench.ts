/** npm run bench: how fast and how small the engine is with a feed, and minotor beside it, each in a process of its own. */
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { type BenchAsked, readBenchAsked } from "./bench/asked";
import { barOn } from "./bench/bar";
import { bundled } from "./bench/bundle";
import { cityOf } from "./bench/city";
import { measure } from "./bench/measure";
import { told } from "./bench/told";
import { runCommand } from "./data-in/command";
import { writeAll } from "./journeys/write";
import { Refusal } from "./postgres/refusal";

await runCommand(async () => {
  const asked = readBenchAsked(process.argv.slice(2));
  if (asked.feed !== null && !existsSync(asked.feed)) throw new Refusal(`There is no file ${asked.feed}.`);
  const folder = await mkdtemp(path.join(tmpdir(), "warmstop-bench-"));
  const bundles = await bundled(["nothing", "ours", "minotor"]);
  const bar = barOn(process.stderr);
  try {
    const file = asked.feed ?? (await madeUpCity(folder, asked));
    const bench = { scriptOf: bundles.fileOf, folder, bar };
    const figures = await measure(file, asked, bench).finally(bar.clear);
    await writeAll(process.stdout, asked.json ? [`${JSON.stringify(figures, null, 2)}\n`] : told(figures));
  } finally {
    await Promise.all([bundles.remove(), rm(folder, { recursive: true, force: true })]);
  }
});

async function madeUpCity(folder: string, { stops, seed }: BenchAsked): Promise<string> {
  const file = path.join(folder, "made-up-city.zip");
  const texts = [...cityOf(stops, seed)].map(([name, text]) => [name, strToU8(text)]);
  await writeFile(file, zipSync(Object.fromEntries(texts)));
  return file;
}
