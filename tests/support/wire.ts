/** A TCP line to a server that a test can cut, or let go silent as a dead network does. */
import net from "node:net";
import { databaseUrl } from "~/data/web-role.server";

export type Wire = {
  /** The database's URL by way of this line. */
  url: string;
  /** Nothing passes any more, and nobody is told. */
  silence(): void;
  /** New connections wait, and pass with mend(). */
  hold(): void;
  /** Every connection is reset, as a firewall does; new ones pass. */
  reset(): void;
  /** Every connection breaks; new ones are refused until mend(). */
  cut(): void;
  /** New connections pass again; the silent ones stay silent. */
  mend(): void;
  close(): Promise<void>;
};

export async function openWire(toUrl: string): Promise<Wire> {
  const target = databaseUrl(toUrl);
  const all = new Set<net.Socket>();
  // Those that still pass on what they read.
  const sockets = new Set<net.Socket>();
  let refusing = false;
  let deaf = false;
  let held: (() => void)[] | null = null;

  const server = net.createServer((near) => {
    if (refusing) return void near.destroy();
    if (held) return void held.push(() => join(near));
    join(near);
  });

  function join(near: net.Socket): void {
    const far = net.connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      all.add(from);
      sockets.add(from);
      from.on("data", (bytes) => sockets.has(to) && to.write(bytes));
      from.on("error", () => {});
      from.on("close", () => sockets.delete(from) && to.destroy());
    }
    if (deaf) hush(near, far);
  }

  function hush(...silent: net.Socket[]): void {
    for (const socket of silent) {
      sockets.delete(socket);
      socket.removeAllListeners("data").pause();
    }
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = databaseUrl(toUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as net.AddressInfo).port);

  return {
    url: url.href,
    silence() {
      deaf = true;
      hush(...sockets);
    },
    hold: () => void (held = []),
    reset() {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    cut() {
      refusing = true;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      refusing = false;
      deaf = false;
      const waiting = held ?? [];
      held = null;
      for (const pass of waiting) pass();
    },
    close() {
      for (const socket of all) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
