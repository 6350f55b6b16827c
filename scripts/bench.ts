/** npm run bench: how fast and how small the engine is with a feed, and minotor beside it, each in a process of its own. */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { type BenchAsked, readBenchAsked } from "./bench/asked";
import { bundled } from "./bench/bundle";
import { barOn } from "./bench/bar";
import { measuredIn, type Measured } from "./bench/child";
import { cityOf } from "./bench/city";
import type { MinotorFigures, MinotorTask, OursFigures, OursTask } from "./bench/figures";
import { type Figures, told } from "./bench/told";
import { runCommand } from "./data-in/command";
import { writeAll } from "./journeys/write";
import { Refusal } from "./postgres/refusal";

await runCommand(async () => {
  const asked = readBenchAsked(process.argv.slice(2));
  if (asked.feed !== null && !existsSync(asked.feed)) throw new Refusal(`There is no file ${asked.feed}.`);
  const folder = await mkdtemp(path.join(tmpdir(), "warmstop-bench-"));
  const bundles = await bundled(["nothing", "ours", "minotor"]);
  try {
    const file = asked.feed ?? (await madeUpCity(folder, asked));
    const figures = await measure(file, asked, bundles.fileOf);
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

async function measure(
  file: string,
  asked: BenchAsked,
  fileOf: (script: string) => string,
): Promise<Figures> {
  const [load] = loadavg() as [number, number, number];
  const { date, copies, queries, seed } = asked;
  const bar = barOn(process.stderr);
  const task: OursTask = { file, date, copies: 1, queries, seed };
  const nothing = must(await measuredIn<{ rssMb: number }>(fileOf("nothing"), null, bar.of("nothing")));
  const ours = must(await measuredIn<OursFigures>(fileOf("ours"), task, bar.of("ours")));
  const same: MinotorTask = { file, date: ours.date, questions: ours.questions };
  const minotor = await measuredIn<MinotorFigures>(fileOf("minotor"), same, bar.of("minotor"));
  const tiled =
    copies > 1
      ? must(await measuredIn<OursFigures>(fileOf("ours"), { ...task, copies }, bar.of(`${copies} copies`)))
      : null;
  bar.clear();
  const feed = path.basename(file);
  const minotorVersion = await installedMinotor();
  return {
    feed,
    queries,
    seed,
    load,
    nothingMb: nothing.rssMb,
    ours,
    minotorVersion,
    minotor,
    copies,
    tiled,
  };
}

async function installedMinotor(): Promise<string> {
  const about = await readFile(new URL("../node_modules/minotor/package.json", import.meta.url), "utf8");
  return (JSON.parse(about) as { version: string }).version;
}

function must<T>(measured: Measured<T>): T {
  if (measured.kind === "figures") return measured.figures;
  throw new Refusal(measured.reason);
}
