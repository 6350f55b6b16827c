/** An app process under load: whether it is ready, and what it holds in memory. */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { startApp, type App } from "../../tests/support/app";
import { askOnce } from "./askers";

const FIRST_ANSWER_MS = 120_000;

/** Behind one proxy, with every region's timetable loaded. */
export async function startReady(database: { ownerUrl: string; webUrl: string }): Promise<App> {
  const app = await startApp({ database, env: { TRUSTED_PROXIES: "1" } });
  for (const until = Date.now() + FIRST_ANSWER_MS; Date.now() < until; await sleep(500))
    if ((await askOnce(app.url, undefined, { path: "/readyz" })).status === 200) return app;
  await app.stop();
  throw new Error("the app is not ready");
}

/** In megabytes. */
export function memoryOf(pid: number): number {
  const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))!;
  return Number(kb) / 1024;
}
