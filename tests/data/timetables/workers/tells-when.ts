/** A worker that takes a while and says from when until when. */
import { parentPort } from "node:worker_threads";
import { setTimeout as sleep } from "node:timers/promises";

const from = Date.now();
await sleep(100);
parentPort!.postMessage({ from, until: Date.now() }, []);
