/** Which programs belong to a victim service provider: their address is never kept (DOMAIN.md, "Domestic violence"). */

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
  return code.toLowerCase() === "safety-shelter" || TAXONOMY_CODES.some((pattern) => pattern.test(code.trim()));
}
