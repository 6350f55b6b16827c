import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askService, serviceFrom, type Service } from "~/data/weather/service.server";
import {
  json,
  moved,
  problem,
  startNwsServer,
  type Answering,
  type NwsServer,
} from "../../support/nws-server";

// Made before anybody waits for it.
const BOMB = gzipSync(Buffer.alloc(30 * 1024 * 1024));

let server: NwsServer;
let service: Service;
beforeEach(async () => {
  server = await startNwsServer();
  service = { url: server.url, userAgent: "Warmstop/test", timeoutMs: 600 };
});
afterEach(() => server.close());

const ask = (path = "/points/39.095,-94.75") => askService(service, path);
const failed = (why: string | RegExp, pauseS: number | null = null) => ({
  kind: "failed",
  why: typeof why === "string" ? why : expect.stringMatching(why),
  pauseS,
});

describe("a question", () => {
  it("says who asks and what is wanted, and nothing else about anybody", async () => {
    expect(await ask()).toMatchObject({ kind: "said", body: { properties: { gridId: "EAX" } } });
    const [{ headers, path }] = server.asked as [NwsServer["asked"][0]];
    expect(path).toBe("/points/39.095,-94.75");
    expect(headers).toMatchObject({ "user-agent": "Warmstop/test", accept: "application/geo+json" });
    for (const name of ["cookie", "referer", "x-forwarded-for"]) expect(headers).not.toHaveProperty(name);
  });

  it("without a name is refused by the service, and that is a failure like any other", async () => {
    expect(await askService({ ...service, userAgent: " " }, "/points/39.095,-94.75")).toEqual(
      failed("status 403"),
    );
  });

  it("goes on to the address the service would rather have", async () => {
    expect(await ask("/points/39.0950,-94.75")).toMatchObject({ kind: "said" });
    expect(server.asked.map(({ path }) => path)).toEqual(["/points/39.0950,-94.75", "/points/39.095,-94.75"]);
  });
});

describe.each<[string, Answering]>([
  ["another server", moved("https://evil.example/points/1,1")],
  ["another port of this one", moved("http://127.0.0.1:1/points/1,1")],
  ["another scheme", moved("file:///etc/passwd")],
  ["nowhere", moved("")],
  ["no address", moved("http://")],
])("sent on to %s", (_, answering) => {
  it("goes no further", async () => {
    server.answer("points", answering);
    expect((await ask()).kind).toBe("failed");
    expect(server.asked.length).toBeLessThanOrEqual(4);
  });
});

it("sent round and round gives up after three turns", async () => {
  server.answer("points", moved("/points/39.095,-94.75", 307));
  expect(await ask()).toEqual(failed("it sends us round and round"));
  expect(server.asked).toHaveLength(4);
});

describe.each<[string, Answering, RegExp]>([
  ["404 outside the country", problem(404, "Data Unavailable For Requested Point"), /status 404/],
  ["500 Unexpected Problem", problem(500, "Unexpected Problem"), /status 500/],
  ["502", problem(502, "Bad Gateway"), /status 502/],
  ["503 Forecast Grid Expired", problem(503, "Forecast Grid Expired"), /status 503/],
  ["an empty 204", (_, response) => response.writeHead(204).end(), /status 204/],
  [
    "HTML with 200",
    (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<html>Maintenance</html>"),
    /no JSON/,
  ],
  ["nothing", (_, response) => response.writeHead(200).end(), /no JSON/],
  ["cut-off JSON", (_, response) => response.writeHead(200).end('{"properties": {"per'), /no JSON/],
  [
    "a body shorter than it said",
    (_, response) => {
      response.writeHead(200, { "content-length": 5000 });
      response.write('{"properties": ');
      setTimeout(() => response.destroy(), 20);
    },
    /cannot be reached/,
  ],
  ["a line cut at once", (_, response) => response.destroy(), /cannot be reached/],
  ["silence", () => undefined, /no answer in time/],
  [
    "a body that never ends, in drops",
    (_, response) => {
      response.writeHead(200);
      const drops = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(drops));
    },
    /no answer in time/,
  ],
  [
    "a body that never ends, in floods",
    (_, response) => {
      response.writeHead(200);
      const flood = () => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, 32)));
      };
      response.on("drain", flood);
      flood();
    },
    /too long/,
  ],
  [
    "a bomb of zeros",
    (_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(BOMB);
    },
    /too long/,
  ],
])("%s", (_, answering, why) => {
  it("is a failure with its reason, within the time, and leaves nothing open", async () => {
    server.answer("points", answering);
    const begun = performance.now();
    expect(await ask()).toEqual(failed(why));
    expect(performance.now() - begun).toBeLessThan(service.timeoutMs + 400);
    server.answer("points", null);
    expect((await ask()).kind).toBe("said");
  });
});

it("slow answers are waited for as long as the limit, redirects included", async () => {
  server.answer("points", (request, response) => {
    setTimeout(() => json({ late: true })(request, response), 250);
  });
  expect(await ask()).toMatchObject({ kind: "said" });
  server.answer("points", (request, response) => {
    setTimeout(() => moved("/points/39.095,-94.75")(request, response), 250);
  });
  expect(await ask()).toEqual(failed("no answer in time"));
});

it("nobody listening is a failure", async () => {
  await server.close();
  expect(await ask()).toEqual(failed("it cannot be reached"));
  server = await startNwsServer();
});

describe("when to come back", () => {
  it.each([
    ["120", 120],
    ["0", null],
    ["-5", null],
    ["soon", null],
    ["99999999999999", null],
    [new Date(Date.now() + 90_500).toUTCString(), expect.closeTo(90, -1)],
    [new Date(Date.now() - 90_000).toUTCString(), null],
  ])("is read from Retry-After: %s", async (words, pauseS) => {
    server.answer("points", problem(429, "Too Many Requests", { "retry-after": words }));
    expect(await ask()).toEqual({ kind: "failed", why: "status 429", pauseS });
  });
});

it("holds no connection of an answer it does not read", async () => {
  const sockets = new Set<unknown>();
  const counting = createServer((_, response) => response.writeHead(500).end("x".repeat(100_000)));
  counting.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((ready) => counting.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(counting.address() as AddressInfo).port}`;
  for (let i = 0; i < 20; i++) await askService({ ...service, url }, "/x");
  await sleep(50);
  const open = await new Promise<number>((resolve) => counting.getConnections((_, n) => resolve(n)));
  expect(open).toBeLessThanOrEqual(2);
  counting.closeAllConnections();
  counting.close();
});

describe("the settings", () => {
  it("are api.weather.gov where nothing is said, with who asks", () => {
    expect(serviceFrom({ CONTACT: "help@example.org" })).toEqual({
      url: "https://api.weather.gov",
      userAgent: expect.stringMatching(/^Warmstop\/\d+\.\d+\.\d+ \(\+help@example\.org\)$/),
      timeoutMs: 4000,
    });
  });

  it("leave out a contact that is none", () => {
    for (const CONTACT of [undefined, "", "a@b.org\r\nX: y"])
      expect(serviceFrom({ CONTACT })).toMatchObject({
        userAgent: expect.stringMatching(/^Warmstop\/[\d.]+$/),
      });
  });

  it.each([
    ["https://nws.example.org/", "https://nws.example.org"],
    ["http://127.0.0.1:4120/copy/", "http://127.0.0.1:4120/copy"],
  ])("take a copy of the service: %s", (NWS_URL, url) => {
    expect(serviceFrom({ NWS_URL })).toMatchObject({ url });
  });

  it.each([
    [{ WEATHER: "off" }, /switched off/],
    [{ WEATHER: "OFF", NWS_URL: "https://x.org" }, /switched off/],
    [{ NWS_URL: "weather" }, /NWS_URL/],
    [{ NWS_URL: "file:///etc" }, /NWS_URL/],
  ])("ask nobody with %o, and say why", (env, reason) => {
    expect(serviceFrom(env)).toEqual({ off: expect.stringMatching(reason) });
  });
});
