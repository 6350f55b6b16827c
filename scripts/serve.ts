/** Serves the built app over HTTP. `npm start` runs this as its child; by itself it needs a migrated database. */
import { createServer } from "node:http";
import { log } from "~/data/log.server";
import { addressOf, type Place, placeFrom, proxiesFrom, whyNotListening } from "./serve/address";
import { stoppable, whenQuiet } from "./serve/stop-listening";
import { webServer } from "./serve/web-server";
import type { ServerNews } from "./start/app-process";

// No answer takes longer than five seconds; who asks a server to stop often kills it after ten.
const FINISH_MS = 8_000;
// A browser or proxy that keeps its connection may be writing on it when we end it, and has not heard of the end: most use theirs
// within this time, and are told with the answer. At the keyboard nobody waits for that.
const LAST_WORDS_MS = { SIGTERM: 3_000, SIGINT: 1_000, disconnect: 1_000 };
const LOOK_EVERY_MS = 100;

// The loader turns them on: the first error of an outage would hold up everybody for half a second, for the map of the whole app.
process.setSourceMapsEnabled(false);

process.on("uncaughtException", endAfterFault);
process.on("unhandledRejection", endAfterFault);

const [asked, proxies] = [placeFrom(process.env), proxiesFrom(process.env)];
if (asked.kind === "refused") refuse(asked.reason);
else if (proxies.kind === "refused") refuse(proxies.reason);
else await serve(asked.place, proxies.count);

async function serve(place: Place, behind: number): Promise<void> {
  const { app, streams, workBeside, watch } = await webServer(behind);
  // Its ear is open before the first question comes.
  const stopWork = workBeside();
  const { handle, stopListening } = stoppable(app);
  const server = createServer(handle);
  // A phone on a bad line may need a while for its headers, but not minutes.
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  // Longer than the minute that proxies keep their connections: they must not meet one we are closing.
  server.keepAliveTimeout = 65_000;
  // Whoever asked and then reads nothing for so long is gone.
  server.timeout = 60_000;

  server.once("error", (error) => refuse(whyNotListening(error, place)));
  server.listen(place, () => {
    const address = addressOf(server, place.host);
    // Under npm start the parent says it.
    if (!process.send) log.info({ address }, "serving");
    tell({ kind: "listening", address });
    askFirst(address);
    // Mails lead here, unless the operator says by what name people know this server.
    process.env.PUBLIC_URL ||= address;
    watch.begin();
  });

  let isFinishing = false;
  /** Takes no more requests, answers those it has, and ends. */
  function finish(why: keyof typeof LAST_WORDS_MS): void {
    if (isFinishing) return;
    isFinishing = true;
    log.info("stopping: no new requests");
    stopListening(server, () => process.exit(0));
    streams.close();
    stopWork();
    void watch.end();
    // Just after all sockets were read: what has come in is no longer idle.
    const endIdle = () => whenQuiet(server, () => server.closeIdleConnections());
    setTimeout(() => setInterval(endIdle, LOOK_EVERY_MS), LAST_WORDS_MS[why]);
    setTimeout(() => process.exit(0), FINISH_MS).unref();
  }
  for (const why of ["SIGTERM", "SIGINT"] as const) process.on(why, () => finish(why));
  // The parent is gone, killed perhaps: nobody else would ever stop this server.
  process.once("disconnect", () => finish("disconnect"));
}

/** Whoever asks first waits for the timetables: so this server asks itself. */
function askFirst(address: string): void {
  fetch(`${address}/readyz`).catch((error: unknown) => log.warn({ err: error }, "nobody asked first"));
}

function endAfterFault(error: unknown): void {
  log.fatal({ err: error }, "a fault nobody caught: ending, to be started again");
  process.exit(1);
}

function refuse(reason: string): void {
  if (!process.send) console.error(reason);
  tell({ kind: "refused", reason }, () => process.exit(1));
}

function tell(news: ServerNews, told: () => void = () => undefined): void {
  if (process.send) process.send(news, told);
  else told();
}
