/** The worker's end: makes one timetable, hands it over and is gone, and its memory with it. */
import { setPriority, constants } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { buffersOf } from "./buffers.server";
import { builtFrom, type Parts } from "./build.server";

// On Linux this is about this thread alone: people who ask come before who rebuilds.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const built = await builtFrom(workerData.parts as Parts);
parentPort!.postMessage(built, [...buffersOf(built)]);
