import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { stoppable } from "../../../scripts/serve/stop-listening";

async function listening(answer: Parameters<typeof stoppable>[0]) {
  const { handle, stopListening } = stoppable(answer);
  const server: Server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => stopListening(server, resolve));
  const ask = () =>
    new Promise<{ status: number; connection: string | undefined }>((resolve, reject) => {
      get({ port, host: "127.0.0.1", agent: false }, (answered) => {
        answered.resume();
        answered.on("end", () =>
          resolve({ status: answered.statusCode!, connection: answered.headers.connection }),
        );
      }).on("error", reject);
    });
  return { stop, ask };
}

function busyFor(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until;);
}

test("who came in before it stopped is answered, as the last of their connection; who comes later is refused", async () => {
  let answered = 0;
  const { stop, ask } = await listening((_request, response) => {
    busyFor(20);
    answered++;
    response.end("ok");
  });
  const early = Array.from({ length: 30 }, () => ask());
  await sleep(5);
  const ended = stop();
  const told = await Promise.all(early);
  expect(told.every(({ status }) => status === 200)).toBe(true);
  expect(told.filter(({ connection }) => connection === "close").length).toBeGreaterThan(0);
  await ended;
  expect(answered).toBe(30);
  await expect(ask()).rejects.toThrow("ECONNREFUSED");
});

test("a server that is never quiet stops all the same", async () => {
  const { stop, ask } = await listening((_request, response) => void response.end("ok"));
  expect((await ask()).status).toBe(200);
  let isOver = false;
  const turn = () => {
    if (isOver) return;
    busyFor(5);
    setImmediate(turn);
  };
  turn();
  const since = performance.now();
  await stop();
  isOver = true;
  expect(performance.now() - since).toBeGreaterThan(400);
});
