/** Many slow connections at once, as bad lines and bad people make them: headers and forms byte by byte, answers left unread. */
import { readFileSync } from "node:fs";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export type SlowSockets = { opened: number; stillOpen(): number; leave(): void };

const AT_ONCE = 100;
// Just often enough not to be gone: more would be a flood, and none of this.
const BYTE_EVERY_MS = 5_000;
const AGAIN_MS = 1_000;
// The files a process of ours has open besides.
const OTHER_FILES = 1_000;

const SLOW: ((from: string) => { begin: string; more: string; reads: boolean })[] = [
  (from) => ({ begin: `GET / HTTP/1.1\r\nHost: a\r\n${from}X-Slow: `, more: "a", reads: true }),
  (from) => ({
    begin: `POST /places/1/hold HTTP/1.1\r\nHost: a\r\n${from}Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n`,
    more: "a",
    reads: true,
  }),
  (from) => ({
    begin: `GET /places.json?where=30.500,-109.500 HTTP/1.1\r\nHost: a\r\n${from}\r\n`,
    more: "",
    reads: false,
  }),
];

/** So many, or as many as one process may have files open here. One that is closed comes again. */
export async function openSlowSockets(port: number, wanted: number): Promise<SlowSockets> {
  const count = Math.min(wanted, mostFiles() - OTHER_FILES);
  const open = new Set<net.Socket>();
  let [isOver, opened] = [false, 0];
  const begin = (n: number): Promise<void> =>
    new Promise((resolve) => {
      slowSocket(port, n, {
        isOpen(socket) {
          open.add(socket);
          opened = Math.max(opened, open.size);
          resolve();
        },
        isClosed(socket) {
          open.delete(socket);
          resolve();
          if (!isOver) setTimeout(() => isOver || void begin(n), AGAIN_MS);
        },
      });
    });
  for (let n = 0; n < count; n += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - n) }, (_, one) => begin(n + one)));
    await sleep(1);
  }
  return {
    opened,
    stillOpen: () => open.size,
    leave() {
      isOver = true;
      for (const socket of open) socket.destroy();
    },
  };
}

type Heard = Record<"isOpen" | "isClosed", (socket: net.Socket) => void>;

/** Each from an address of its own. */
function slowSocket(port: number, n: number, { isOpen, isClosed }: Heard): void {
  const from = `X-Forwarded-For: 10.${n >> 16}.${(n >> 8) & 255}.${n & 255}\r\n`;
  const { begin, more, reads } = SLOW[n % SLOW.length]!(from);
  const socket = net.connect(port, "127.0.0.1");
  let dripping: NodeJS.Timeout | undefined;
  socket.once("connect", () => {
    socket.write(begin);
    if (more) dripping = setInterval(() => socket.write(more), BYTE_EVERY_MS);
    isOpen(socket);
  });
  if (reads) socket.resume();
  else socket.pause();
  socket.on("error", () => {});
  socket.once("close", () => {
    clearInterval(dripping);
    isClosed(socket);
  });
}

/** Node.js has raised the usual limit to the hard one by itself. */
function mostFiles(): number {
  const [, most] = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"))!;
  return Number(most);
}
