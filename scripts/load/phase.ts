/** One kind of question for some seconds: how many were answered, how fast, and what each cost of the processor. */
import { setTimeout as sleep } from "node:timers/promises";
import { askOn, askOnce, type Ask, type Times } from "./askers";
import { usedSince, usedSoFar, type Used } from "./processor";

export type Phase = Times & {
  /** Of one core, in milliseconds for each answer: what the figure would be without the client beside it. */
  cost: Used;
  /** How long a request that does nothing waited at most, meanwhile: the event loop's worst. */
  heldUpMs: number;
};

export type Measured = { url: string; appPid: number; databasePid: number; clients: number; seconds: number };

// Until the app's code is compiled for it and its caches are as they will be.
const WARM_UP_S = 2;

export async function phase(on: Measured, next: () => Ask): Promise<Phase> {
  const { url, appPid, databasePid, clients, seconds } = on;
  await askOn(url, clients, Math.min(WARM_UP_S, seconds), next);
  const over = new AbortController();
  const pings = pingUntil(url, over.signal);
  const before = usedSoFar(appPid, databasePid);
  const times = await askOn(url, clients, seconds, next);
  const used = usedSince(before, usedSoFar(appPid, databasePid));
  over.abort();
  const answers = Object.values(times.statuses).reduce((sum, n) => sum + n, 0);
  const each = (ms: number) => ms / Math.max(1, answers);
  return {
    ...times,
    cost: { app: each(used.app), database: each(used.database), client: each(used.client) },
    heldUpMs: await pings,
  };
}

async function pingUntil(url: string, over: AbortSignal): Promise<number> {
  let worst = 0;
  while (!over.aborted) {
    worst = Math.max(worst, (await askOnce(url, undefined, { path: "/healthz" })).ms);
    await sleep(20);
  }
  return worst;
}
