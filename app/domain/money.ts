/** Money as people type it. */

// The most that the books take of one amount.
const MOST_CENTS = 10_000_000;

/**
 * Whole cents of "80", "$80", "1,250.50"; null where it is no amount, or could be read in two ways, as "1.250" and "12,5" can:
 * a wrong sum is worse than one more question.
 */
export function centsIn(typed: string): number | null {
  const [, dollars = "", cents = ""] =
    /^\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?\s*\$?$/.exec(typed.trim()) ?? [];
  if (dollars === "" || dollars.length > 12) return null;
  const whole = Number(dollars.replaceAll(",", "")) * 100 + Number(cents || "0");
  return whole <= MOST_CENTS ? whole : null;
}
