/** Where the server listens: read from PORT and HOST, and why that may not work, as a sentence. */
import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";

export type Place = { port: number; host: string | undefined };
export type PlaceAsked = { kind: "place"; place: Place } | { kind: "refused"; reason: string };

export function placeFrom(env: NodeJS.ProcessEnv): PlaceAsked {
  const words = env.PORT?.trim() || "3000";
  const port = Number(words);
  if (!/^\d+$/.test(words) || port > 65_535) {
    return { kind: "refused", reason: `PORT is "${words}": it must be a number from 0 to 65535.` };
  }
  return { kind: "place", place: { port, host: env.HOST?.trim() || undefined } };
}

/** How many proxies of the operator's own stand before the server: that many addresses of X-Forwarded-For are true. */
export function proxiesFrom(
  env: NodeJS.ProcessEnv,
): { kind: "proxies"; count: number } | { kind: "refused"; reason: string } {
  const words = env.TRUSTED_PROXIES?.trim() || "0";
  if (/^\d$/.test(words)) return { kind: "proxies", count: Number(words) };
  return { kind: "refused", reason: `TRUSTED_PROXIES is "${words}": it must be a number from 0 to 9.` };
}

export function whyNotListening(error: NodeJS.ErrnoException, { port, host }: Place): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} is taken by another program: stop it, or choose another port, like PORT=${port + 1} npm start.`;
  }
  if (error.code === "EACCES") {
    return `This user may not listen on port ${port}: choose one above 1023, like PORT=3000 npm start.`;
  }
  return `Cannot listen on ${host ?? "this machine"}, port ${port} (${error.message}): check HOST and PORT.`;
}

/** The address a browser on this machine opens. */
export function addressOf(listening: Pick<Server, "address">, host: string | undefined): string {
  const { port } = listening.address() as AddressInfo;
  const open = host === undefined || host === "0.0.0.0" || host === "::";
  return `http://${open ? "localhost" : host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Why nothing could listen there now, or undefined when it could. */
export function whyTaken(place: Place): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(whyNotListening(error, place)));
    probe.listen(place, () => probe.close(() => resolve(undefined)));
  });
}
