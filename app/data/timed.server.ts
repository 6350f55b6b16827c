/** Moments inside JSON, which the driver leaves as text. */

const MOMENT = /(At|^at|^until)$/;

/** Moments come as text inside JSON; their names end in "At", or are "at" and "until". Local dates, which end in "On", stay text; so does `leavesAt`, a number. */
export function timed<Of>(told: unknown): Of {
  if (Array.isArray(told)) return told.map(timed) as Of;
  if (told === null || typeof told !== "object") return told as Of;
  return Object.fromEntries(
    Object.entries(told).map(([name, value]) => [
      name,
      MOMENT.test(name) && typeof value === "string" ? new Date(value) : timed(value),
    ]),
  ) as Of;
}
