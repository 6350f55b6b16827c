/** Many open pages at once: plain sockets on /live, which count what they are told. */
import { readFileSync } from "node:fs";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export type Viewers = {
  opened: number;
  /** Milliseconds until all of them were told of the next change; null where some were not within the time. */
  untilAllTold(change: () => Promise<unknown>): Promise<number | null>;
  leave(): void;
};

const AT_ONCE = 100;
const MOST_MS = 30_000;

export async function openViewers(port: number, count: number, placeId: number): Promise<Viewers> {
  const sockets: net.Socket[] = [];
  const told = new Set<net.Socket>();
  let welcomed = 0;
  const open = (n: number) =>
    new Promise<void>((resolve) => {
      const socket = net.connect(port, "127.0.0.1", () =>
        socket.write(
          `GET /live?places=${placeId}&lang=en HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 10.${n >> 16}.${(n >> 8) & 255}.${n & 255}\r\n\r\n`,
        ),
      );
      let isWelcome = false;
      socket.on("data", (bytes) => {
        const words = bytes.toString();
        if (!isWelcome && words.includes(" 200 ")) welcomed++;
        else if (words.includes("event: place")) told.add(socket);
        isWelcome = true;
        resolve();
      });
      socket.on("error", () => resolve());
      sockets.push(socket);
    });
  for (let n = 0; n < count; n += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - n) }, (_, one) => open(n + one)));
  return {
    opened: welcomed,
    async untilAllTold(change) {
      await sleep(1_000);
      told.clear();
      const since = performance.now();
      await change();
      while (told.size < welcomed && performance.now() - since < MOST_MS) await sleep(5);
      return told.size < welcomed ? null : performance.now() - since;
    },
    leave: () => sockets.forEach((socket) => socket.destroy()),
  };
}

/** Connections that stand at this port, as Linux tells. */
export function connectionsAt(port: number): number {
  const own = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const ESTABLISHED = "01";
  return ["/proc/net/tcp", "/proc/net/tcp6"]
    .flatMap((file) => readFileSync(file, "utf8").trim().split("\n").slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local!.endsWith(own) && state === ESTABLISHED).length;
}
