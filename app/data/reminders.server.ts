/** Reminders to staff who should decide whether a place opens tonight: when they are due, and who wants none. */
import type { EpochSeconds } from "~/domain/journey";
import type { Place } from "~/domain/place";
import { reminderDue } from "~/domain/reminder";
import { sql, within } from "./database.server";

/** Once per place, night and stage, whoever asks and how often. */
export async function remindStaff(
  places: readonly Place[],
  timeZone: string,
  now: EpochSeconds,
): Promise<number> {
  let told = 0;
  for (const { placeId, hours } of places) {
    const due = reminderDue(hours, timeZone, now);
    if (!due) continue;
    const [{ answer }] = await within(sql<[{ answer: { kind: string; people?: number } }]>`
      select remind(${placeId}, ${due.night}, ${due.stage}) as answer`);
    told += answer.people ?? 0;
  }
  return told;
}

export async function wantsReminders(token: string): Promise<boolean> {
  const [{ wanted }] = await within(sql<[{ wanted: boolean }]>`select wants_reminders(${token}) as wanted`);
  return wanted;
}

export async function setReminders(asked: {
  key: string;
  token: string;
  wanted: boolean;
}): Promise<{ kind: "set" | "signed-out" | "out-of-range" | "key-used-otherwise" }> {
  const [{ answer }] = await within(
    sql<[{ answer: { kind: "set" | "signed-out" | "out-of-range" | "key-used-otherwise" } }]>`
      select set_reminders(${asked.key}, ${asked.token}, ${asked.wanted}) as answer`,
  );
  return answer;
}
