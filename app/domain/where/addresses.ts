/** A place's own address as people type it: "645 nebraska", without the street's type, or with the town behind it. */
import type { Found, Named } from "~/domain/where/where";

/** Only what begins with a house number is an address; of two that fit, neither is meant. */
export function addressAmong(words: string, addresses: readonly Named[]): Found | null {
  const typed = plain(words);
  if (!/^\d+ \S/.test(typed)) return null;
  const hits = addresses.filter(({ name }) => {
    const address = plain(name);
    return address === typed || address.startsWith(`${typed} `) || typed.startsWith(`${address} `);
  });
  const [hit] = hits;
  return hit && hits.length === 1 ? { via: "place", words: hit.name, lat: hit.lat, lon: hit.lon } : null;
}

function plain(words: string): string {
  return words.toLowerCase().replace(/[.,#]/g, " ").replace("(sample)", " ").replace(/\s+/g, " ").trim();
}
