import { mkdtemp, rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keptTiles } from "~/data/tiles/kept-tiles.server";
import { TileProxy } from "~/data/tiles/proxy.server";
import { picture, png, startTileServer, type TileServer } from "../../support/tile-server";

const corner = { z: 15, x: 7770, y: 12509 };
const nextDoor = { z: 15, x: 7771, y: 12509 };
const DAY_MS = 86_400_000;

let server: TileServer;
let folder: string;
let now: number;

beforeEach(async () => {
  server = await startTileServer();
  folder = await mkdtemp(join(tmpdir(), "warmstop-tiles-"));
  now = Date.now();
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function proxy(): TileProxy {
  const upstream = { url: server.url, userAgent: "Warmstop/1 (+help@example.org)", timeoutMs: 300 };
  return new TileProxy(upstream, keptTiles(folder, 10_000_000), () => now);
}

describe("a tile that can be had", () => {
  it("is asked for once, by name, and then comes from the disk for seven days, over a restart too", async () => {
    const first = await proxy().tileAt(corner);
    expect(first).toMatchObject({ kind: "picture", picture: { type: "image/png", freshS: 7 * 86_400 } });
    expect(server.asked).toMatchObject([
      { path: "/15/7770/12509.png", headers: { "user-agent": "Warmstop/1 (+help@example.org)" } },
    ]);

    now += 7 * DAY_MS - 1000;
    const again = await proxy().tileAt(corner);
    expect(again).toMatchObject({ kind: "picture", picture: { freshS: 1 } });
    expect(server.asked).toHaveLength(1);
  });

  it("is kept for longer where the source says so", async () => {
    server.answer(picture({ "cache-control": "public, max-age=2592000" }));
    await proxy().tileAt(corner);
    now += 29 * DAY_MS;
    await proxy().tileAt(corner);
    expect(server.asked).toHaveLength(1);
  });

  it("is kept for seven days where the source says less", async () => {
    server.answer(picture({ "cache-control": "max-age=60" }));
    await proxy().tileAt(corner);
    now += 6 * DAY_MS;
    await proxy().tileAt(corner);
    expect(server.asked).toHaveLength(1);
  });

  it("is asked for by its ETag after its time, and stays when it is the same", async () => {
    server.answer(picture({ etag: '"theirs"', "last-modified": "Mon, 01 Jan 2024 00:00:00 GMT" }));
    await proxy().tileAt(corner);
    now += 8 * DAY_MS;
    server.answer((_, response) => void response.writeHead(304, { "cache-control": "max-age=900000" }).end());
    const same = await proxy().tileAt(corner);
    expect(same).toMatchObject({ kind: "picture", picture: { freshS: 900_000 } });
    expect(server.asked[1]?.headers).toMatchObject({
      "if-none-match": '"theirs"',
      "if-modified-since": "Mon, 01 Jan 2024 00:00:00 GMT",
    });

    now += 7 * DAY_MS;
    await proxy().tileAt(corner);
    expect(server.asked).toHaveLength(2);
  });

  it("is replaced when it is another one by then", async () => {
    const before = await proxy().tileAt(corner);
    now += 8 * DAY_MS;
    server.answer(picture({}, png(120)));
    const after = await proxy().tileAt(corner);
    expect(after.kind).toBe("picture");
    expect(after).not.toEqual(before);
  });

  it("is asked for once by twenty who ask at one time", async () => {
    const tiles = proxy();
    const answers = await Promise.all(Array.from({ length: 20 }, () => tiles.tileAt(corner)));
    expect(answers.every((answer) => answer.kind === "picture")).toBe(true);
    expect(server.asked).toHaveLength(1);
  });

  it("waits its turn: never more than two connections, and more than a hundred are told to come back", async () => {
    server.answer((request, response) => void setTimeout(() => picture()(request, response), 5));
    const tiles = proxy();
    const answers = await Promise.all(
      Array.from({ length: 130 }, (_, at) => tiles.tileAt({ z: 15, x: 7000 + at, y: 12509 })),
    );
    expect(server.mostAtOnce()).toBe(2);
    expect(answers.filter((answer) => answer.kind === "picture")).toHaveLength(102);
    expect(answers.at(-1)).toEqual({ kind: "later", afterS: 2 });
  });
});

describe("a tile that is not there", () => {
  it("is asked for again only after ten minutes", async () => {
    server.answer((_, response) => void response.writeHead(404).end("no"));
    const tiles = proxy();
    expect(await tiles.tileAt(corner)).toEqual({ kind: "none" });
    expect(await tiles.tileAt(corner)).toEqual({ kind: "none" });
    expect(server.asked).toHaveLength(1);

    now += 11 * 60_000;
    server.answer(picture());
    expect((await tiles.tileAt(corner)).kind).toBe("picture");
  });
});

describe("a source that wants to be left alone", () => {
  it.each([
    [429, { "retry-after": "120" }, 120],
    [503, { "retry-after": new Date(Date.now() + 300_000).toUTCString() }, 300],
    [503, {}, 60],
    [403, { "retry-after": "1" }, 60],
    [429, { "retry-after": "soon" }, 60],
    [429, { "retry-after": "99999999" }, 86_400],
  ])("%i %j: no tile is asked for in %i s, then again", async (status, headers, pauseS) => {
    server.answer((_, response) => void response.writeHead(status, headers).end());
    const tiles = proxy();
    const refused = await tiles.tileAt(corner);
    expect(refused.kind).toBe("later");
    expect((refused as { afterS: number }).afterS).toBeGreaterThan(pauseS - 30);
    expect((refused as { afterS: number }).afterS).toBeLessThanOrEqual(pauseS);
    expect((await tiles.tileAt(nextDoor)).kind).toBe("later");
    expect(server.asked).toHaveLength(1);

    now += pauseS * 1000;
    server.answer(picture());
    expect((await tiles.tileAt(nextDoor)).kind).toBe("picture");
  });

  it("still leaves the old tile to be shown, for five minutes at a time", async () => {
    const tiles = proxy();
    await tiles.tileAt(corner);
    now += 30 * DAY_MS;
    server.answer((_, response) => void response.writeHead(503).end());
    expect(await tiles.tileAt(corner)).toMatchObject({ kind: "picture", picture: { freshS: 300 } });
  });
});

describe("a source that is broken", () => {
  const whole = png(200);
  it.each([
    ["slow", () => {}],
    ["an error of its own", (_: unknown, response: ServerResponse) => void response.writeHead(500).end()],
    [
      "a page in place of a picture",
      (_: unknown, response: ServerResponse) =>
        void response.writeHead(200, { "content-type": "text/html" }).end("<h1>Sign in to the wifi</h1>"),
    ],
    [
      "a page that says it is a picture",
      (_: unknown, response: ServerResponse) =>
        void response
          .writeHead(200, { "content-type": "image/png" })
          .end("<h1>Sign in to the wifi, please</h1>"),
    ],
    [
      "half a body, shorter than it says",
      (_: unknown, response: ServerResponse) => {
        response.writeHead(200, { "content-type": "image/png", "content-length": whole.length });
        response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
      },
    ],
    [
      "half a body without a length",
      (_: unknown, response: ServerResponse) =>
        void response
          .writeHead(200, { "content-type": "image/png" })
          .end(whole.subarray(0, whole.length / 2)),
    ],
    [
      "a body without end",
      (_: unknown, response: ServerResponse) => {
        response.writeHead(200, { "content-type": "image/png" });
        response.end(Buffer.alloc(2_000_000, 1));
      },
    ],
    [
      "a way to somewhere else",
      (_: unknown, response: ServerResponse) =>
        void response.writeHead(302, { location: "/15/7771/12509.png" }).end(),
    ],
    [
      "not modified, though nothing was known",
      (_: unknown, response: ServerResponse) => void response.writeHead(304).end(),
    ],
  ])("%s: nothing is kept, and it is asked again after a minute", async (_, how) => {
    server.answer(how);
    const tiles = proxy();
    expect(await tiles.tileAt(corner)).toEqual({ kind: "later", afterS: 60 });
    expect((await tiles.tileAt(corner)).kind).toBe("later");
    expect(server.asked).toHaveLength(1);

    now += 61_000;
    server.answer(picture());
    expect((await tiles.tileAt(corner)).kind).toBe("picture");
  });

  it("is left alone for a minute after three broken answers in a row", async () => {
    server.answer((_, response) => void response.destroy());
    const tiles = proxy();
    for (const x of [1, 2, 3, 4, 5]) await tiles.tileAt({ z: 15, x, y: 1 });
    expect(server.asked).toHaveLength(3);
  });

  it("answers within its deadline though it sends a byte now and then", async () => {
    server.answer((_, response) => {
      response.writeHead(200, { "content-type": "image/png" });
      const drip = setInterval(() => response.write("x"), 50);
      response.on("close", () => clearInterval(drip));
    });
    const began = performance.now();
    expect((await proxy().tileAt(corner)).kind).toBe("later");
    expect(performance.now() - began).toBeLessThan(1500);
  });

  it("still leaves the old tile to be shown", async () => {
    const tiles = proxy();
    await tiles.tileAt(corner);
    now += 30 * DAY_MS;
    await server.close();
    expect((await tiles.tileAt(corner)).kind).toBe("picture");
    server = await startTileServer();
  });
});

it("is not asked again and again when there is no room to keep tiles", async () => {
  const upstream = { url: server.url, userAgent: "Warmstop/1", timeoutMs: 300 };
  const nowhere = { find: async () => undefined, keep: () => Promise.reject(new Error("ENOSPC")) };
  const tiles = new TileProxy(upstream, nowhere, () => now);
  expect((await tiles.tileAt(corner)).kind).toBe("picture");
  expect((await tiles.tileAt(corner)).kind).toBe("later");
  expect(server.asked).toHaveLength(1);
});
