/** Whether this process can answer searches now: the database answers, and each region has its timetable. */
import type { Region } from "~/domain/region";
import { DatabaseAway } from "./connection.server";
import { sql, within } from "./database.server";
import { log } from "./log.server";
import { regions } from "./regions.server";
import { timetableOf } from "./timetables.server";

/** "none": no feed is in force there, which is no fault; places are still found, without buses. */
type TimetableState = "loaded" | "none" | "loading" | "broken";
export type Readiness =
  | { ready: true; regions: Record<string, TimetableState> }
  | { ready: false; reason: string; regions?: Record<string, TimetableState> };

const DEADLINE_MS = 1_000;

export async function readiness(deadlineMs = DEADLINE_MS): Promise<Readiness> {
  const until = Date.now() + deadlineMs;
  try {
    await within(sql`select 1`, deadlineMs);
    const known = await inTime(regions(), until);
    if (known === "late") return { ready: false, reason: "the database does not answer in time" };
    const states = await Promise.all(
      known.map(async (region) => [region.slug, await stateOf(region, until)] as const),
    );
    return judged(Object.fromEntries(states));
  } catch (error) {
    if (!(error instanceof DatabaseAway)) log.error({ err: error }, "not ready");
    return {
      ready: false,
      reason: error instanceof DatabaseAway ? error.message : "the database cannot be used",
    };
  }
}

function judged(states: Record<string, TimetableState>): Readiness {
  const waitedFor = Object.entries(states).find(([, state]) => state === "loading" || state === "broken");
  if (waitedFor === undefined) return { ready: true, regions: states };
  return { ready: false, reason: `the timetable of ${waitedFor[0]} is ${waitedFor[1]}`, regions: states };
}

async function stateOf(region: Region, until: number): Promise<TimetableState> {
  try {
    const loaded = await inTime(timetableOf(region), until);
    if (loaded === "late") return "loading";
    return loaded.stops.length > 0 ? "loaded" : "none";
  } catch (error) {
    log.error({ err: error, region: region.slug }, "a timetable cannot be loaded");
    return "broken";
  }
}

async function inTime<Answer>(answer: Promise<Answer>, until: number): Promise<Answer | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), Math.max(0, until - Date.now()));
  });
  // Who comes too late may still fail, and nobody listens any more.
  answer.catch(() => undefined);
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
