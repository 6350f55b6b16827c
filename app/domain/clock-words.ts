/** A time of day as people type it: "17:30", "5:30 pm", "5pm", "noon". */
import type { When } from "~/domain/search";

const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(?:h|hrs?)?\s*(?:([ap])\.?\s*(?:m\.?)?)?$/;
const NAMED: Record<string, number> = { noon: 720, mediodia: 720, midnight: 0, medianoche: 0 };

/** Undefined where it is no time of day; empty and "now" mean now. */
export function whenIn(typed: string): When | undefined {
  const words = typed.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
  if (words === "" || words === "now" || words === "ahora") return { kind: "now" };
  if (Object.hasOwn(NAMED, words)) return { kind: "at", minutes: NAMED[words]! };
  const match = CLOCK.exec(words);
  if (!match) return undefined;
  const minutes = wallMinutes(Number(match[1]), Number(match[2] ?? 0), match[3]);
  // A bare number could be a morning or an evening hour: only a colon or am and pm make it a time.
  const isClear = match[2] !== undefined || match[3] !== undefined;
  return minutes === undefined || !isClear ? undefined : { kind: "at", minutes };
}

function wallMinutes(hour: number, minute: number, half: string | undefined): number | undefined {
  if (minute > 59) return undefined;
  if (half === undefined) return hour > 23 ? undefined : hour * 60 + minute;
  if (hour < 1 || hour > 12) return undefined;
  return ((hour % 12) + (half === "p" ? 12 : 0)) * 60 + minute;
}
