/** npm run bench: how fast and how small the engine is with a feed, and minotor beside it, each in a process of its own. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { type BenchAsked, readBenchAsked } from "./bench/asked";
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
  const folder = await mkdtemp(path.join(tmpdir(), "warmstop-bench-"));
  try {
    const file = asked.feed ?? (await madeUpCity(folder, asked));
    const figures = await measure(file, asked);
    await writeAll(process.stdout, asked.json ? [`${JSON.stringify(figures, null, 2)}\n`] : told(figures));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function madeUpCity(folder: string, { stops, seed }: BenchAsked): Promise<string> {
  const file = path.join(folder, "made-up-city.zip");
  const texts = [...cityOf(stops, seed)].map(([name, text]) => [name, strToU8(text)]);
  await writeFile(file, zipSync(Object.fromEntries(texts)));
  return file;
}

async function measure(file: string, asked: BenchAsked): Promise<Figures> {
  const [load] = loadavg() as [number, number, number];
  const { date, copies, queries, seed } = asked;
  const bar = barOn(process.stderr);
  const task: OursTask = { file, date, copies: 1, queries, seed };
  const nothing = must(await measuredIn<{ rssMb: number }>("nothing", null, bar.of("nothing")));
  const ours = must(await measuredIn<OursFigures>("ours", task, bar.of("ours")));
  const same: MinotorTask = { file, date: ours.date, questions: ours.questions };
  const minotor = await measuredIn<MinotorFigures>("minotor", same, bar.of("minotor"));
  const tiled =
    copies > 1
      ? must(await measuredIn<OursFigures>("ours", { ...task, copies }, bar.of(`${copies} copies`)))
      : null;
  bar.clear();
  const feed = path.basename(file);
  return { feed, queries, seed, load, nothingMb: nothing.rssMb, ours, minotor, copies, tiled };
}

function must<T>(measured: Measured<T>): T {
  if (measured.kind === "figures") return measured.figures;
  throw new Refusal(measured.reason);
}
