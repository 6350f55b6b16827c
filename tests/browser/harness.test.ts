import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { page } from "../support/browser";

const PLANTED = `<!DOCTYPE html><html lang="en"><title>Planted</title>
  <h1>Planted</h1><img src="/picture.png"><p id="text">served</p>
  <script>document.querySelector("#text").textContent = "scripted"; fetch("http://127.0.0.1:1/stranger").catch(() => {});</script>`;

let server: Server;
let origin: string;
let mobileHint: string | undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/") mobileHint = request.headers["sec-ch-ua-mobile"] as string | undefined;
    response.setHeader("Content-Type", "text/html");
    if (request.url === "/large") response.end("x".repeat(200_000));
    else response.end(request.url === "/" ? PLANTED : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => void server.close());

test("a request to a stranger is seen", async () => {
  const opened = await page();
  await opened.page.goto(origin);
  await opened.page.waitForFunction("document.querySelector('#text').textContent === 'scripted'");
  await expect.poll(() => opened.strangers(origin)).toEqual(["http://127.0.0.1:1/stranger"]);
});

test("without script no script runs and no stranger is asked", async () => {
  const opened = await page({ script: false });
  await opened.page.goto(origin);
  expect(await opened.page.textContent("#text")).toBe("served");
  expect(opened.strangers(origin)).toEqual([]);
});

test("a phone says that it is one, and a desk says that it is not", async () => {
  await (await page({ mobile: true })).page.goto(origin);
  expect(mobileHint).toBe("?1");
  await (await page({ mobile: false, width: 1280, height: 800 })).page.goto(origin);
  expect(mobileHint).toBe("?0");
});

test("a picture without words is a barrier, with script and without", async () => {
  for (const script of [true, false]) {
    const opened = await page({ script });
    await opened.page.goto(origin);
    expect((await opened.barriers()).join("\n")).toContain("image-alt");
  }
});

test("Slow 4G takes the time it takes", async () => {
  const opened = await page({ slow4g: true });
  const since = Date.now();
  await opened.page.goto(`${origin}/large`);
  // 200,000 bytes at 1,638 kbit/s, after one round trip.
  expect(Date.now() - since).toBeGreaterThan(900);
});
