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

/** The clients go by turns to each of the app processes. */
export type Measured = {
  apps: { url: string; pid: number }[];
  databasePid: number;
  clients: number;
  seconds: number;
};

// Until the app's code is compiled for it and its caches are as they will be.
const WARM_UP_S = 2;

export async function phase(on: Measured, next: () => Ask): Promise<Phase> {
  const { apps, databasePid, clients, seconds } = on;
  const urls = apps.map(({ url }) => url);
  const used = () =>
    usedSoFar(
      apps.map(({ pid }) => pid),
      databasePid,
    );
  await askOn(urls, clients, Math.min(WARM_UP_S, seconds), next);
  const over = new AbortController();
  const pings = pingUntil(urls[0]!, over.signal);
  const before = used();
  const times = await askOn(urls, clients, seconds, next);
  const meanwhile = usedSince(before, used());
  over.abort();
  const answers = Object.values(times.statuses).reduce((sum, n) => sum + n, 0);
  const each = (ms: number) => ms / Math.max(1, answers);
  return {
    ...times,
    cost: { app: each(meanwhile.app), database: each(meanwhile.database), client: each(meanwhile.client) },
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
