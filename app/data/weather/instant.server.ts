/** Moments as the weather service writes them: "2026-01-15T17:00:00-06:00". */
import { z } from "zod";

/** Seconds since 1970. Without its offset a time would be read on this machine's own clock. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/)
  .transform((words) => Math.floor(Date.parse(words) / 1000))
  .refine(Number.isFinite);

/** What is no moment is as good as none. */
export const instantOrNull = instant.nullish().catch(null);
