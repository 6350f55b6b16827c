/** Which programs belong to a victim service provider: their address is never kept (DOMAIN.md, "Domestic violence"). */
import type { PlacesFile, SafetyCard } from "./drafts.server";

// Generous on purpose: a shelter wrongly reduced to its hotline costs a phone call, an address shown can cost a life.
const SAYS_SO =
  /domestic (?:violence|abuse)|family violence|intimate[- ]partner|partner (?:violence|abuse)|dating violence|battered|abused (?:women|spouse|partner)|safety shelter|safe ?(?:house|home)|victims? services?|sexual assault|human trafficking|violencia (?:dom[eé]stica|familiar|intrafamiliar|de g[eé]nero)|refugio seguro/i;

// 211 LA County taxonomy: BH-1800.1500 crisis shelters, of which -100 is for victims of domestic violence;
// FN-1500.1900 and RP-1500.1400 are their counselling and hotlines.
const TAXONOMY_CODES = [/^BH-1800\.1500(?:-100)?$/i, /^FN-1500\.1900/i, /^RP-1500\.1400/i];

export function saysSafetyShelter(words: string): boolean {
  return SAYS_SO.test(words);
}

export function isSafetyTaxonomyCode(code: string): boolean {
  return (
    code.toLowerCase() === "safety-shelter" || TAXONOMY_CODES.some((pattern) => pattern.test(code.trim()))
  );
}

/** What two rows at one door have in common. */
export function spotsOf(address: string | null | undefined, lat: unknown, lon: unknown): string[] {
  const street = address
    ?.toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
  // Four decimals are about ten metres: one building.
  const at = [lat, lon].map((degrees) =>
    degrees === "" || degrees === null || degrees === undefined ? Number.NaN : Number(degrees),
  );
  const point = at.every(Number.isFinite) ? [at.map((degrees) => degrees.toFixed(4)).join(",")] : [];
  return street ? [street, ...point] : point;
}

type SafetyRow = { line: number | null; key: string | null; card: SafetyCard | null; why: string };

/** Keeps the hotline, or where there is none nothing at all, and says so. */
export function keepSafetyShelter(
  file: PlacesFile,
  { line, key, card, why }: SafetyRow,
  spots: string[],
): void {
  file.safetyShelters.push({ line, key, card, spots });
  const what = card
    ? "Only its hotline is kept; its address is dropped."
    : "It has no hotline: nothing of it is kept.";
  file.notes.push(`${line === null ? key : `Line ${line}`}: a safety shelter (${why}). ${what}`);
}

/** Refuses places that stand where a safety shelter of the same file stands. */
export function refuseAtSafetyShelters(file: PlacesFile): void {
  const hidden = new Set(file.safetyShelters.flatMap(({ spots }) => spots));
  for (const { line, draft } of file.places) {
    if (!spotsOf(draft.site.address, draft.site.lat, draft.site.lon).some((spot) => hidden.has(spot)))
      continue;
    const reason = "stands where a safety shelter stands: its address would give the other one away";
    file.refused.push({ line, key: draft.key, column: null, reason });
  }
}
