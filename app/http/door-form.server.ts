/** What was tapped about a door, and whose voice it is. */
import { z } from "zod";
import { keyedHash } from "~/data/keyed-hash.server";
import { DOOR_WORDS } from "~/domain/door";
import { clientAddress } from "~/http/address.server";

const fields = z.object({ key: z.uuid(), word: z.enum(DOOR_WORDS) });

export type DoorForm = z.infer<typeof fields>;

export function readDoorForm(form: FormData): DoorForm | undefined {
  return fields.safeParse(Object.fromEntries(form)).data;
}

/** One household's address is one voice: of a newer kind of address, which changes by the hour, its network's part. */
export function voiceOf(request: Request): Buffer {
  const address = clientAddress(request);
  const isWide = address.includes(":") && !address.includes(".");
  return keyedHash("voice at a door", isWide ? networkOf(address) : address);
}

// The first four groups, written out: "2001:db8::1" is of "2001:db8:0:0".
function networkOf(address: string): string {
  const [head = "", tail] = address.split("%")[0]!.split("::");
  const groups = head.split(":").filter(Boolean);
  const after = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const middle = Array<string>(Math.max(0, 8 - groups.length - after.length)).fill("0");
  return [...groups, ...middle, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
