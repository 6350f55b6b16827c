import { Agent, get, request } from "node:http";
import { createConnection } from "node:net";
import { readdirSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp, type App } from "../support/app";
import { testDatabase } from "../support/database";

const database = testDatabase();
let app: App;

beforeAll(async () => {
  await database.owner`
    insert into idempotency_keys (idempotency_key, who, change, body_sha256, answer, kept_since)
    values (gen_random_uuid(), 'device x', 'take_hold', sha256('x'), '{}', clock_timestamp() - interval '73 hours')`;
  app = await startApp({ database });
}, 120_000);

afterAll(() => app?.stop());

test("what a person types is in no log line, and each line has the id its answer carries", async () => {
  const answer = await fetch(`${app.url}/?where=CANARY-PLACE&children=7`, {
    headers: {
      "X-Request-Id": "CANARY-ID",
      "X-Forwarded-For": "CANARY-ADDRESS",
      Referer: "http://CANARY-REFERER/",
    },
  });
  await answer.text();
  const lost = await fetch(`${app.url}/CANARY-PATH`);
  expect(lost.status).toBe(404);
  await expect.poll(() => app.log()).toContain(answer.headers.get("x-request-id"));
  await expect.poll(() => app.log()).toContain(lost.headers.get("x-request-id"));
  expect(app.log()).not.toContain("CANARY");
  expect(app.log()).not.toContain('127.0.0.1"');
  const lines = app.log().trim().split("\n");
  const line = lines.map((words) => JSON.parse(words)).find(({ path }) => path === "/");
  expect(line).toMatchObject({ method: "GET", status: expect.any(Number), ms: expect.any(Number) });
});

test("a server that is only started, and asked nothing, forgets what is due", async () => {
  const kept = async () => (await database.owner`select from idempotency_keys`).length;
  await expect.poll(kept, { timeout: 5_000 }).toBe(0);
});

test("health is not logged", async () => {
  const before = app.log();
  const answer = await fetch(`${app.url}/healthz`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe("ok\n");
  await sleep(100);
  expect(app.log()).toBe(before);
});

test("files of the build are kept for ever, packed as the browser takes them, the same once unpacked", async () => {
  const scripts = readdirSync("build/client/assets").filter((name) => name.endsWith(".js"));
  const script = scripts.find((name) => statSync(`build/client/assets/${name}`).size > 2_000)!;
  const url = `${app.url}/assets/${script}`;
  const [packed, plain] = await Promise.all([raw(url, "br"), raw(url, "identity")]);
  expect(packed.headers).toMatchObject({
    "content-encoding": "br",
    vary: expect.stringMatching(/accept-encoding/i),
  });
  expect(packed.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(packed.headers["content-type"]).toMatch(/javascript/);
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(packed.bytes).toBeLessThan(plain.bytes);
  const unpacked = await (await fetch(url)).text();
  expect(Buffer.byteLength(unpacked)).toBe(plain.bytes);
});

test("a page comes packed, the smallest way the browser knows", async () => {
  expect((await raw(app.url, "gzip, deflate, br")).headers["content-encoding"]).toBe("br");
  expect((await raw(app.url, "gzip")).headers["content-encoding"]).toBe("gzip");
});

test.each([
  "/%E0%A4%A",
  "/assets/..%2f..%2f..%2fpackage.json",
  "/assets/%2e%2e/%2e%2e/package.json",
  "/.env",
  "/assets",
])("%s is refused and harms nobody", async (path) => {
  const answer = await raw(app.url + path, "br", path);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});

test.each(["/_root.data?where=39.11,-94.62", "/places/1.data", "/staff.data", "/nothing.DATA/../staff.data"])(
  "what a page is made of is given to nobody: %s",
  async (address) => {
    const answer = await fetch(app.url + address);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("2-1-1");
    expect(answer.headers.get("X-Remix-Response")).toBeNull();
    expect((await fetch(app.url + address, { method: "POST", body: "" })).status).toBe(404);
  },
);

test("a form longer than any of ours is refused in words, and its sender may go on", async () => {
  const headers = { "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded" };
  const answer = await fetch(`${app.url}/hold/code`, { method: "POST", headers, body: "a".repeat(100_000) });
  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain("Go back and write less.");
  const short = await fetch(`${app.url}/hold/code`, { method: "POST", headers, body: "code=no+such+words" });
  expect(short.status).toBe(400);
  expect(await short.text()).toContain("no such words");
});

test.each(["/live?places=1&lang=en", "/staff/places/1/live"])(
  "who asks only for the head of %s is answered, and watches nothing",
  async (path) => {
    const answer = await fetch(app.url + path, { method: "HEAD", signal: AbortSignal.timeout(5_000) });
    expect(answer.status).toBe(405);
  },
);

test("forms that are sent slowly hold up nobody", async () => {
  const { port } = new URL(app.url);
  const slow = Array.from({ length: 200 }, () => {
    const socket = createConnection({ host: "127.0.0.1", port: Number(port) });
    socket.on("error", () => {});
    socket.write("POST /hold/code HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nco");
    return socket;
  });
  await sleep(300);
  expect((await fetch(`${app.url}/hold/code`)).status).toBe(200);
  for (const socket of slow) socket.destroy();
});

test("asked to stop, it answers what it has begun to hear, and on connections that are kept, and then ends with 0", async () => {
  const { port } = new URL(app.url);
  const socket = createConnection({ host: "127.0.0.1", port: Number(port) });
  let heard = "";
  socket.setEncoding("utf8").on("data", (words: string) => (heard += words));
  socket.write("GET /healthz HTTP/1.1\r\nHost: a\r\n");
  await sleep(200);
  const kept = new Agent({ keepAlive: true });
  const onKept = () =>
    new Promise<string | undefined>((resolve, reject) => {
      get(`${app.url}/healthz`, { agent: kept }, (answer) => {
        answer.resume().once("end", () => resolve(answer.headers.connection));
      }).once("error", reject);
    });
  expect(await onKept()).toBe("keep-alive");
  process.kill(app.pid, "SIGTERM");
  await sleep(300);
  await expect(raw(`${app.url}/healthz`, "identity")).rejects.toThrow(/ECONN/);
  socket.write("Connection: close\r\n\r\n");
  await expect.poll(() => heard, { timeout: 5_000 }).toMatch(/^HTTP\/1.1 200 OK[^]*ok\n/);
  // Whoever kept a connection may still write on it, and is told that it is the last time.
  await sleep(1_500);
  expect(await onKept()).toBe("close");
  expect(await app.ended).toBe(0);
});

type Raw = { status: number; headers: Record<string, string | string[] | undefined>; bytes: number };

/** As it comes over the wire: fetch would unpack it and tidy the path. */
function raw(url: string, encoding: string, path?: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { agent: false, headers: { "Accept-Encoding": encoding }, ...(path && { path }) },
      (answer) => {
        let bytes = 0;
        answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes }));
      },
    );
    asked.once("error", reject).end();
  });
}
