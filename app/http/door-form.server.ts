/** What was tapped about a door, and whose voice it is. */
import { z } from "zod";
import { keyedHash } from "~/data/keyed-hash.server";
import { DOOR_WORDS } from "~/domain/door";
import { clientNetwork } from "~/http/address.server";

const fields = z.object({ key: z.uuid(), word: z.enum(DOOR_WORDS) });

export type DoorForm = z.infer<typeof fields>;

export function readDoorForm(form: FormData): DoorForm | undefined {
  return fields.safeParse(Object.fromEntries(form)).data;
}

/** One household's address is one voice. */
export function voiceOf(request: Request): Buffer {
  return keyedHash("voice at a door", clientNetwork(request));
}
