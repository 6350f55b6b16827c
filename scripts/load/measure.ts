/** One load on one app process: the list, holds, and open pages, with what they cost. */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "~/data/connection.server";
import { recordReport } from "~/data/reports.server";
import { migrate } from "../../db/migrate";
import { startApp, type App } from "../../tests/support/app";
import { openCluster } from "../postgres/cluster";
import { startServer } from "../postgres/server";
import { askOn, askOnce, type Ask, type Times } from "./askers";
import { makeCountry, type Country } from "./country";
import { connectionsAt, openViewers } from "./viewers";

export type LoadAsked = {
  seconds: number;
  clients: number;
  places: number;
  regions: number;
  viewers: number;
};
export type Loaded = {
  asked: LoadAsked;
  reads: Times;
  holds: Times;
  /** How long a request that does nothing waited at most, meanwhile: the event loop's worst. */
  heldUpMs: { reads: number; holds: number };
  memoryMb: { before: number; afterRequests: number; withViewers: number };
  viewers: { opened: number; toldMs: number | null; left: number };
};

const LEAVE_MS = 10_000;

export async function measureLoad(asked: LoadAsked, say: (line: string) => void): Promise<Loaded> {
  const folder = mkdtempSync(path.join(tmpdir(), "warmstop-load-"));
  const server = await startServer(openCluster(folder), { say });
  const { ownerUrl } = server;
  const owner = connect(ownerUrl, { max: 2 });
  let app: App | undefined;
  try {
    const { webUrl } = await migrate(ownerUrl, { appSecret: "only-for-a-load" });
    say(`making ${asked.places} places in ${asked.regions} regions`);
    const country = await makeCountry(owner, asked.regions, asked.places);
    app = await startApp({ database: { ownerUrl, webUrl }, env: { TRUSTED_PROXIES: "1" } });
    const report = (occupied: number) =>
      recordReport(owner, {
        key: randomUUID(),
        who: "the load",
        way: "command",
        occupied,
        poolId: country.places[0]!.poolId,
      });
    return await loadOn(app, country, asked, { say, report });
  } finally {
    await app?.stop();
    await owner.end({ timeout: 2 });
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type With = { say: (line: string) => void; report: (occupied: number) => Promise<unknown> };

async function loadOn(app: App, country: Country, asked: LoadAsked, { say, report }: With): Promise<Loaded> {
  const { seconds, clients } = asked;
  const port = Number(new URL(app.url).port);
  await askOn(app.url, 2, 1, () => aRead(country));
  const before = memoryOf(app.pid);
  say(`reading the list for ${seconds} s`);
  const reads = await besidePings(app, () => askOn(app.url, clients, seconds, () => aRead(country)));
  say(`asking for holds for ${seconds} s`);
  const holds = await besidePings(app, () => askOn(app.url, clients, seconds, () => aHold(country)));
  const afterRequests = memoryOf(app.pid);
  say(`opening ${asked.viewers} pages`);
  // Those of this process itself, which asks whether it is well.
  const others = connectionsAt(port);
  const viewers = await openViewers(port, asked.viewers, country.places[0]!.placeId);
  const withViewers = memoryOf(app.pid);
  const toldMs = await viewers.untilAllTold(() => report(7));
  viewers.leave();
  for (const until = Date.now() + LEAVE_MS; connectionsAt(port) > others && Date.now() < until;)
    await sleep(100);
  return {
    asked,
    reads: reads.times,
    holds: holds.times,
    heldUpMs: { reads: reads.worstMs, holds: holds.worstMs },
    memoryMb: { before, afterRequests, withViewers },
    viewers: { opened: viewers.opened, toldMs, left: Math.max(0, connectionsAt(port) - others) },
  };
}

async function besidePings(app: App, load: () => Promise<Times>): Promise<{ times: Times; worstMs: number }> {
  let worstMs = 0;
  const over = new AbortController();
  const pinging = (async () => {
    while (!over.signal.aborted) {
      worstMs = Math.max(worstMs, (await askOnce(app.url, undefined, { path: "/healthz" })).ms);
      await sleep(20);
    }
  })();
  const times = await load();
  over.abort();
  await pinging;
  return { times, worstMs };
}

function aRead({ places }: Country): Ask {
  const { lat, lon } = places[Math.floor(Math.random() * places.length)]!;
  return { path: `/places.json?where=${lat.toFixed(3)},${lon.toFixed(3)}&adults=1&children=6,9` };
}

/** Of a new phone on a network of its own each time, as the form sends it. */
function aHold({ places }: Country): Ask {
  const { placeId, poolId } = places[Math.floor(Math.random() * places.length)]!;
  return {
    path: `/places/${placeId}/hold?adults=1&children=6,9`,
    headers: {
      Cookie: `__Host-device=${randomBytes(32).toString("base64url")}`,
      "X-Forwarded-For": [10, ...randomBytes(3)].join("."),
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ key: randomUUID(), pool: String(poolId), contact: "" }).toString(),
  };
}

function memoryOf(pid: number): number {
  const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))!;
  return Number(kb) / 1024;
}
