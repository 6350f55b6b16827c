/** A places file in either format, read into the shape both have in common. */
import { decode } from "./decode.server";
import type { PlacesFile } from "./drafts.server";
import { readPlacesCsv } from "./places-csv.server";
import { readPlacesHsds } from "./places-hsds.server";
import { saysSafetyShelter } from "./safety.server";

/** By what the file begins with: names lie more often than first letters. */
export function readPlacesFile(bytes: Uint8Array, timeZone: string): PlacesFile {
  const decoded = decode(bytes);
  if (decoded.kind === "refused") {
    const refusal = { line: decoded.line, key: null, column: null, reason: decoded.reason };
    return { places: [], safetyShelters: [], refused: [refusal], notes: [] };
  }
  const isJson = /^\uFEFF?\s*[[{]/.test(decoded.text);
  const file = isJson ? readPlacesHsds(decoded.text, timeZone) : readPlacesCsv(decoded.text);
  return { ...file, notes: [...decoded.notes, ...file.notes, ...mentions(file)] };
}

// A shelter for all that also helps victims is a place; one that is only for them is not. A person has to say.
function mentions({ places }: PlacesFile): string[] {
  return places
    .filter(({ draft: { about, rules } }) => saysSafetyShelter(`${about?.en ?? ""} ${rules?.en ?? ""}`))
    .map(
      ({ line, draft: { key, name } }) =>
        `${line === null ? key : `Line ${line}`}: ${name} mentions violence at home. Is it a safety shelter? Then its kind is safety-shelter.`,
    );
}
