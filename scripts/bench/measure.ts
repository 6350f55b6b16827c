/** Everything measured, one child process after the other, so that none disturbs another. */
import { readFile, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import path from "node:path";
import { unzipSync, zipSync } from "fflate";
import { Refusal } from "../postgres/refusal";
import type { BenchAsked } from "./asked";
import type { Bar } from "./bar";
import { measuredIn, type Measured } from "./child";
import type { MinotorFigures, MinotorTask, OursFigures, OursTask } from "./figures";
import type { Figures } from "./told";

/** `scriptOf`: a child's file, ready to run; `folder`: for what is made on the way. */
export type Bench = { scriptOf: (name: string) => string; folder: string; bar: Bar };

export async function measure(file: string, asked: BenchAsked, bench: Bench): Promise<Figures> {
  const [load] = loadavg() as [number, number, number];
  const { date, copies, queries, seed } = asked;
  const waysOnFoot = path.join(bench.folder, "transfers.txt");
  const task: OursTask = { file, date, copies: 1, queries, seed, waysOnFoot };
  const { rssMb: nothingMb } = must(await measured<{ rssMb: number }>("nothing", null, bench));
  const ours = must(await measured<OursFigures>("ours", task, bench));
  const withWays = await feedWith(file, waysOnFoot);
  const same: MinotorTask = { file, withWays, date: ours.date, questions: ours.questions };
  const minotor = await measured<MinotorFigures>("minotor", same, bench);
  const many: OursTask = { ...task, copies, waysOnFoot: null };
  const tiled = copies > 1 ? must(await measured<OursFigures>("ours", many, bench)) : null;
  const minotorVersion = await installedMinotor();
  const feed = path.basename(file);
  return { feed, queries, seed, load, nothingMb, ours, minotorVersion, minotor, copies, tiled };
}

function measured<Found>(
  script: string,
  task: OursTask | MinotorTask | null,
  { scriptOf, bar }: Bench,
): Promise<Measured<Found>> {
  const many = task !== null && "copies" in task && task.copies > 1;
  return measuredIn<Found>(scriptOf(script), task, bar.of(many ? `${task.copies} copies` : script));
}

/** The feed with other ways on foot between its stops, beside them. */
async function feedWith(file: string, transfers: string): Promise<string> {
  const files = unzipSync(await readFile(file));
  files["transfers.txt"] = await readFile(transfers);
  const withWays = path.join(path.dirname(transfers), "with-ways.zip");
  await writeFile(withWays, zipSync(files, { level: 1 }));
  return withWays;
}

async function installedMinotor(): Promise<string> {
  const about = await readFile(new URL("../../node_modules/minotor/package.json", import.meta.url), "utf8");
  return (JSON.parse(about) as { version: string }).version;
}

function must<Found>(found: Measured<Found>): Found {
  if (found.kind === "figures") return found.figures;
  throw new Refusal(found.reason);
}
