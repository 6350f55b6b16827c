/** How soon an app process is well again: it says that it is ready, and it keeps a real change. */
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { stopwatch, type AppProcess } from "./apps";
import { formsIn, type Form } from "./browser";
import type { Change, History, Said } from "./history";
import type { Town } from "./town";

const EVERY_MS = 40;
const ONE_MS = 5_000;
const MOST_MS = 20_000;

type Probe = { form: Form; fields: Record<string, string>; change: Change };

/** Milliseconds from now until it is ready and has kept a change, less those without a processor; null where that did not come. */
export async function untilHealthy(
  app: AppProcess,
  town: Town,
  { history, at }: { history: History; at: () => number },
): Promise<number | null> {
  let probe: Probe | null = null;
  const took = stopwatch(app);
  while (took().ms < MOST_MS) {
    if (!app.isUp) return null;
    if ((await ask(app, "/readyz"))?.status === 200) {
      probe ??= await openProbe(app, town, history);
      if (probe && (await isKept(app, town, probe, at))) {
        const { ms, heldMs } = took();
        return ms - heldMs;
      }
    }
    await sleep(EVERY_MS);
  }
  return null;
}

/** The count of a pool nobody else touches is to be said still right. */
async function openProbe(app: AppProcess, { probe }: Town, { changes }: History): Promise<Probe | null> {
  const board = await ask(app, `/staff/places/${probe.placeId}`, { cookie: cookieOf(probe) });
  const form = board && formsIn(board.html).find(({ fields }) => fields.pool === String(probe.poolId));
  if (!form) return null;
  const change: Change = { kind: "count", key: form.fields.key!, attempts: [] };
  changes.push(change);
  return { form, fields: { ...form.fields, sure: "1" }, change };
}

async function isKept(app: AppProcess, { probe }: Town, { form, fields, change }: Probe, at: () => number) {
  const [sentAt, took] = [at(), stopwatch(app)];
  const body = new URLSearchParams(fields).toString();
  const answer = await ask(app, form.action, { cookie: cookieOf(probe), body });
  const status = answer?.status ?? null;
  const said: Said =
    status === 302
      ? { kind: "done" }
      : status === null || status === 503
        ? { kind: "unknown", why: status === null ? "no answer" : "away" }
        : { kind: "refused", why: `${status}` };
  change.attempts.push({ sentAt, ...took(), status, said, during: null });
  return said.kind !== "unknown";
}

function cookieOf({ token }: Town["probe"]): string {
  return `__Host-staff=${token}`;
}

type Asked = { cookie?: string; body?: string };

function ask(
  app: AppProcess,
  path: string,
  { cookie = "", body }: Asked = {},
): Promise<{ status: number; html: string } | null> {
  return new Promise((resolve) => {
    const headers = {
      Cookie: cookie,
      "Sec-Fetch-Site": "same-origin",
      ...(body !== undefined && { "Content-Type": "application/x-www-form-urlencoded" }),
    };
    const method = body === undefined ? "GET" : "POST";
    const request = http.request({ host: "127.0.0.1", port: app.port, path, method, headers }, (answer) => {
      let html = "";
      answer.setEncoding("utf8").on("data", (words: string) => (html += words));
      answer.once("error", () => resolve(null));
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, html }));
    });
    request.setTimeout(ONE_MS, () => request.destroy());
    request.once("error", () => resolve(null));
    request.end(body);
  });
}
