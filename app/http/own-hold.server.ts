/** The hold a browser may see and change: one it opened by its words, or the one that was asked for on it. */
import { codeOf, hashOfCode } from "~/data/codes.server";
import { holdOfDevice, openedHold } from "~/data/holds.server";
import type { Hold } from "~/domain/hold";
import { deviceOf, openedHoldId } from "~/http/device.server";
import { digestOf } from "~/http/digest.server";

/** `holder`: what shows the database that it is theirs. */
export type OwnHold = { hold: Hold; holder: Uint8Array };

/** What an open page shows of it, in a few letters. */
export function holdTold({ holdId, version, state }: Hold): string {
  return digestOf([holdId, version, state]);
}

/** One that stands before one that is over. */
export async function ownHold(request: Request): Promise<OwnHold | null> {
  const opened = await holdOpened(request);
  if (opened?.hold.state === "held") return opened;
  const own = await deviceHold(request);
  return own?.hold.state === "held" ? own : (opened ?? own);
}

/** The one that was asked for on this phone. */
export async function deviceHold(request: Request): Promise<OwnHold | null> {
  const device = deviceOf(request);
  const hold = device && (await holdOfDevice(device));
  return hold ? { hold, holder: device } : null;
}

async function holdOpened(request: Request): Promise<OwnHold | null> {
  const holdId = openedHoldId(request);
  if (!holdId) return null;
  const holder = hashOfCode("hold", codeOf("hold", holdId));
  const hold = await openedHold(holder, holdId);
  return hold ? { hold, holder } : null;
}
