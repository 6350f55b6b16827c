/** Streams of open pages over real HTTP, one server for a test file, and what a page that opens one hears. */
import { createServer, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

export type Open = {
  status: number;
  /** All that was heard so far. */
  words(): string;
  /** What the events of that name told, in their order. */
  told(event: string): string[];
  ended: Promise<void>;
  leave(): void;
};

/** At the top of a test file: asks for a path with a cookie, as a browser does. */
export function streamsFrom(
  answer: (asked: Request, url: URL, line: ServerResponse) => Promise<void>,
  close: () => void,
): ((path: string, cookie: string) => Promise<Open>) & { without(path: string, cookie: string): () => void } {
  const server = createServer((asked, line) => {
    const url = new URL(asked.url!, "http://localhost");
    const headers = { cookie: asked.headers.cookie ?? "" };
    void answer(new Request(url, { headers }), url, line);
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => {
    close();
    server.closeAllConnections();
    server.close();
  });
  const portNow = () => (server.address() as AddressInfo).port;
  const open = (path: string, cookie: string) =>
    new Promise<Open>((resolve, reject) => {
      const port = portNow();
      const asked = request({ port, path, headers: { cookie } }, (line) => {
        let words = "";
        line.setEncoding("utf8").on("data", (more: string) => (words += more));
        line.on("error", () => {});
        const ended = new Promise<void>((end) => line.once("close", () => end()));
        const told = (event: string) =>
          [...words.matchAll(new RegExp(`event: ${event}\\ndata: (.*)\\n`, "g"))].map(([, data]) => data!);
        resolve({
          status: line.statusCode!,
          words: () => words,
          told,
          ended,
          leave: () => asked.destroy(),
        });
      });
      asked.on("error", reject).end();
    });
  /** Without waiting for an answer; returns the way to go away. */
  const without = (path: string, cookie: string) => {
    const asked = request({ port: portNow(), path, headers: { cookie } });
    asked.on("error", () => {}).end();
    return () => void asked.destroy();
  };
  return Object.assign(open, { without });
}
