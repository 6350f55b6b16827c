/**
 * The heavy work in a thread of its own, one at a time in a process, so that who asks meanwhile is answered. The worker
 * runs from its source, which is always there: `npm start` itself runs from it, and the built pages have no worker.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { buffersOf } from "./buffers.server";
import type { Built, Parts } from "./build.server";

/** The work did not come to its end: the thread died, hung or needed too much. */
export class BuildFailed extends Error {
  override readonly name = "BuildFailed";
}

type Apart = {
  /** The worker's source. */
  entry: string;
  deadlineMs: number;
  /** Of objects and strings; what a feed unpacks to is limited where it is unpacked. */
  memoryMb: number;
};

const HERE = "app/data/timetables";
const DEADLINE_MS = 60_000;
// St. Louis needs 40 of them.
const MEMORY_MB = 1_024;

let last: Promise<void> = Promise.resolve();

/** Takes the feeds' bytes away from the caller. Throws BuildFailed; the worker is gone either way. */
export function builtApart(parts: Parts, apart: Partial<Apart> = {}): Promise<Built> {
  const built = last.then(() => workedOut(parts, apart));
  last = built.then(noMatter, noMatter);
  return built;
}

async function workedOut(parts: Parts, apart: Partial<Apart>): Promise<Built> {
  const folder = projectFolder();
  const { entry = path.join(folder, HERE, "build.worker.server.ts") } = apart;
  const worker = new Worker(path.join(folder, HERE, "worker.mjs"), {
    name: "timetable",
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: apart.memoryMb ?? MEMORY_MB },
    workerData: { entry: pathToFileURL(entry).href, tsconfig: path.join(folder, "tsconfig.json"), parts },
    transferList: [...buffersOf(parts)],
  });
  try {
    return await firstWordOf(worker, apart.deadlineMs ?? DEADLINE_MS);
  } finally {
    await worker.terminate();
  }
}

function firstWordOf(worker: Worker, deadlineMs: number): Promise<Built> {
  return new Promise((resolve, reject) => {
    const fail = (why: string, cause?: unknown) => reject(new BuildFailed(why, { cause }));
    const late = setTimeout(fail, deadlineMs, `it was not done after ${deadlineMs / 1000} s`);
    worker.once("message", resolve);
    worker.once("messageerror", (error) => fail("what it made cannot be handed over", error));
    worker.once("error", (error) => fail(error.message, error));
    worker.once("exit", (code) => {
      clearTimeout(late);
      fail(`it ended with code ${code} before it was done`);
    });
  });
}

/** Above this file in the sources, and above the built server alike. */
function projectFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  for (let folder = here; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, HERE, "worker.mjs"))) return folder;
    if (folder === path.dirname(folder)) throw new BuildFailed(`there is no ${HERE} above ${here}`);
  }
}

function noMatter(): void {}
