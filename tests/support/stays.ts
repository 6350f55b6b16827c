/** Nights to begin a test with: a week in the Sample Inn for the mother's ask. */
import { randomUUID } from "node:crypto";
import { planStay, type ToPlan } from "~/data/stays.server";
import type { AskWords } from "~/domain/ask";
import { seedAsk } from "./asks";
import type { SeededGroup } from "./groups";

/** By the region's clock in tests: far enough from midnight to be the same day in Kansas City for most of the night. */
export function daysFromNow(days: number): string {
  return new Date(Date.now() - 6 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

export const toPlan = (): ToPlan => ({
  vendor: "Sample Inn",
  vendorKind: "motel",
  vendorPhone: "913-555-0100",
  vendorAddress: "1 Sample Ave",
  arrivesOn: daysFromNow(0),
  leavesOn: daysFromNow(7),
  leavesAt: 660,
  nightCents: 5_000,
  depositCents: 10_000,
});

export async function seedStay(
  { groupId, rosa }: SeededGroup,
  said: Partial<ToPlan> = {},
  asked: Partial<AskWords> = {},
): Promise<{ askId: string; stayId: string }> {
  const askId = await seedAsk(groupId, asked);
  const planned = await planStay({
    key: randomUUID(),
    token: rosa.token,
    askId,
    said: { ...toPlan(), ...said },
  });
  if (planned.kind !== "planned") throw new Error(`The stay was not planned: ${planned.kind}`);
  return { askId, stayId: planned.stayId };
}
