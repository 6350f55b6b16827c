/** The network between one app process and the database, which a run can make silent, slow, deaf on one side, or cut. */
import net from "node:net";
import { databaseUrl } from "~/data/web-role.server";

export type Line = {
  /** The database's URL by way of this line. */
  url: string;
  /** Nothing passes either way, and nobody is told; what was sent arrives when it heals, as over a real network. */
  silence(): void;
  /** What the app sends arrives; every answer is lost for good. */
  loseAnswers(): void;
  /** Each byte comes so much later. */
  delay(ms: number): void;
  /** Every connection breaks at once; new ones pass. */
  reset(): void;
  /** All passes again, first what was held back. */
  heal(): void;
  close(): Promise<void>;
};

type Way = { to: net.Socket; held: Buffer[]; ended: boolean; isAnswer: boolean };

export async function openLine(toUrl: string): Promise<Line> {
  const target = databaseUrl(toUrl);
  const ways = new Set<Way>();
  const sockets = new Set<net.Socket>();
  const mode = { silent: false, deaf: false, delayMs: 0 };

  const server = net.createServer((near) => {
    const far = net.connect(Number(target.port), target.hostname);
    carry(near, far, false);
    carry(far, near, true);
  });

  function carry(from: net.Socket, to: net.Socket, isAnswer: boolean): void {
    const way: Way = { to, held: [], ended: false, isAnswer };
    ways.add(way);
    sockets.add(from);
    from.on("data", (bytes) => later(() => pass(way, bytes)));
    from.on("error", () => {});
    from.on("close", () => {
      sockets.delete(from);
      later(() => end(way));
    });
  }

  function later(act: () => void): void {
    if (mode.delayMs > 0) setTimeout(act, mode.delayMs);
    else act();
  }

  function pass(way: Way, bytes: Buffer): void {
    if (mode.silent) way.held.push(bytes);
    else if (!(mode.deaf && way.isAnswer)) write(way.to, bytes);
  }

  function end(way: Way): void {
    way.ended = true;
    if (mode.silent || (mode.deaf && way.isAnswer)) return;
    way.to.destroySoon();
    ways.delete(way);
  }

  function flush(way: Way): void {
    for (const bytes of way.held.splice(0)) write(way.to, bytes);
    if (way.ended) end(way);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = databaseUrl(toUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as net.AddressInfo).port);

  return {
    url: url.href,
    silence: () => void (mode.silent = true),
    loseAnswers: () => void (mode.deaf = true),
    delay: (ms) => void (mode.delayMs = ms),
    reset() {
      for (const way of ways) way.held = [];
      for (const socket of sockets) socket.resetAndDestroy();
    },
    heal() {
      Object.assign(mode, { silent: false, deaf: false, delayMs: 0 });
      for (const way of ways) flush(way);
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function write(socket: net.Socket, bytes: Buffer): void {
  if (!socket.destroyed && socket.writable) socket.write(bytes);
}
