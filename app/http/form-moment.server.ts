/** Clock times of a form as they were meant: from the moment its page was made, so that sent again they are the same. */
import type { EpochSeconds } from "~/domain/journey";

// Of a page open that long, what was meant is the next time from now.
const LONG_PAST_S = 3600;

/** `momentFrom` is the next time the clock shows what was typed; `made` in the form is its page's moment, in seconds. */
export function asMeant<At extends EpochSeconds | undefined>(
  form: FormData,
  now: EpochSeconds,
  momentFrom: (from: EpochSeconds) => At,
): At {
  const made = form.get("made");
  const from = typeof made === "string" && /^\d{10}$/.test(made) ? Math.min(Number(made), now) : now;
  const meant = momentFrom(from);
  return meant !== undefined && meant < now - LONG_PAST_S ? momentFrom(now) : meant;
}
