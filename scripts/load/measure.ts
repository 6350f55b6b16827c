/** One load on one app process: lists, holds, slow connections and open pages, with what they cost. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect, type Sql } from "~/data/connection.server";
import { recordReport } from "~/data/reports.server";
import { migrate } from "../../db/migrate";
import type { App } from "../../tests/support/app";
import { openCluster } from "../postgres/cluster";
import { startServer } from "../postgres/server";
import { askOnce } from "./askers";
import { asksIn, oneInEach, type Asks } from "./asks";
import { makeCity } from "./city";
import { makeCountry, type Country } from "./country";
import { type InCity, loadCity } from "./in-city";
import { phase, type Measured, type Phase } from "./phase";
import { memoryOf, startReady } from "./process";
import { openSlowSockets } from "./slow-sockets";
import { connectionsAt, openViewers } from "./viewers";

export type LoadAsked = {
  seconds: number;
  clients: number;
  places: number;
  regions: number;
  stops: number;
  viewers: number;
  slow: number;
};
export type Loaded = {
  asked: LoadAsked;
  phases: Record<"nothing" | "same" | "anew" | "anewAsData" | "holds" | "besideSlow", Phase>;
  /** Null where no city was asked for. */
  inCity: InCity | null;
  memoryMb: { before: number; afterRequests: number; withSlow: number; withViewers: number };
  slow: { opened: number; stillOpen: number };
  viewers: { opened: number; toldMs: number | null; left: number };
};
type Running = Measured & {
  country: Country;
  asked: LoadAsked;
  owner: Sql;
  startReady: () => Promise<App>;
  say: (line: string) => void;
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
    say(`making ${asked.places} places in ${asked.regions} regions, and a city of ${asked.stops} stops`);
    const country = await makeCountry(owner, asked.regions, asked.places);
    if (asked.stops > 0) await makeCity(owner, asked.stops);
    const ready = () => startReady({ ownerUrl, webUrl });
    app = await ready();
    const { clients, seconds } = asked;
    const on = { apps: [app], databasePid: server.pid, clients, seconds };
    return await loadOn({ ...on, country, asked, owner, startReady: ready, say });
  } finally {
    await app?.stop();
    await owner.end({ timeout: 2 });
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function loadOn(running: Running): Promise<Loaded> {
  const { apps, asked, country, say } = running;
  const [{ url, pid }] = apps as [App];
  const asks = asksIn(country);
  say("asking once in each region");
  for (const ask of oneInEach(country, asked.regions)) await askOnce(url, undefined, ask);
  const before = memoryOf(pid);
  const requests = await requestPhases(running, asks);
  const inCity = asked.stops > 0 ? await loadCity(running, asks) : null;
  const afterRequests = memoryOf(pid);
  const { withSlow, besideSlow, slow } = await slowPart(running, asks);
  const { withViewers, viewers } = await viewersPart(running);
  return {
    asked,
    phases: { ...requests, besideSlow },
    inCity,
    memoryMb: { before, afterRequests, withSlow, withViewers },
    slow,
    viewers,
  };
}

async function requestPhases(running: Running, asks: Asks) {
  const { say, asked } = running;
  const part = (words: string, next: Asks[keyof Asks]) => {
    say(`${words}, for ${asked.seconds} s`);
    return phase(running, next);
  };
  return {
    anew: await part("lists, each of another point", asks.anew),
    anewAsData: await part("the same as data", asks.anewAsData),
    same: await part("lists of the same few points", asks.same),
    holds: await part("holds", asks.hold),
    nothing: await part("questions that need no answer", asks.nothing),
  };
}

async function slowPart(running: Running, asks: Asks) {
  const { say, asked, apps } = running;
  const [{ url, pid }] = apps as [App];
  say(`opening ${asked.slow} slow connections`);
  const sockets = await openSlowSockets(Number(new URL(url).port), asked.slow);
  const besideSlow = await phase(running, asks.anew);
  const slow = { opened: sockets.opened, stillOpen: sockets.stillOpen() };
  const withSlow = memoryOf(pid);
  sockets.leave();
  return { besideSlow, withSlow, slow };
}

async function viewersPart({ say, asked, apps, country, owner }: Running) {
  const [{ url, pid }] = apps as [App];
  const port = Number(new URL(url).port);
  const { placeId, poolId } = country.places[0]!;
  const report = () =>
    recordReport(owner, { key: randomUUID(), who: "the load", way: "command", occupied: 7, poolId });
  say(`opening ${asked.viewers} pages`);
  // Those of this process itself, and slow ones that are still going.
  await sleep(500);
  const others = connectionsAt(port);
  const viewers = await openViewers(port, asked.viewers, placeId);
  const withViewers = memoryOf(pid);
  const toldMs = await viewers.untilAllTold(report);
  viewers.leave();
  for (const until = Date.now() + LEAVE_MS; connectionsAt(port) > others && Date.now() < until;)
    await sleep(100);
  const left = Math.max(0, connectionsAt(port) - others);
  return { withViewers, viewers: { opened: viewers.opened, toldMs, left } };
}
