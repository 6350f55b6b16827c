/** The network address a request came from, as the web server wrote it down; nothing a stranger sends. */
import { addressHash } from "~/data/keyed-hash.server";

const HEADER = "x-client-address";

/** One household's, or one building's: all limits count by it, never by an address that changes by the hour. */
export function clientNetwork(request: Request): string {
  return networkOf(clientAddress(request));
}

/** As it may be kept, for a day. */
export function networkHash(request: Request): Uint8Array {
  return addressHash(clientNetwork(request), new Date());
}

/** Of a newer kind of address its network's part: "2001:db8::1" is of "2001:db8:0:0". */
export function networkOf(address: string): string {
  const isWide = address.includes(":") && !address.includes(".");
  return isWide ? firstGroups(address) : address;
}

/** Whether the request came from the machine the server runs on, through nobody else. */
export function isThisMachine(request: Request): boolean {
  const isForwarded = request.headers.has("X-Forwarded-For") || request.headers.has("Forwarded");
  return !isForwarded && /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(clientAddress(request));
}

function clientAddress(request: Request): string {
  return request.headers.get(HEADER) ?? "unknown";
}

// Four, written out.
function firstGroups(address: string): string {
  const [head = "", tail] = address.split("%")[0]!.split("::");
  const groups = head.split(":").filter(Boolean);
  const after = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const middle = Array<string>(Math.max(0, 8 - groups.length - after.length)).fill("0");
  return [...groups, ...middle, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
