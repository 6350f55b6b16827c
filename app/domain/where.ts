/** "Where am I?", from what a person types: a ZIP, a corner, a stop, a place, or a rounded position. */
import type { LatLon } from "~/domain/journey";

/** One name a person may type, and where it is. */
export type Named = LatLon & { kind: "zip" | "stop" | "place"; name: string };

export type Found = LatLon & {
  via: "zip" | "corner" | "stop" | "place" | "position";
  /** What to show and to put back into the box; typing it again finds the same. */
  words: string;
};

export type Where =
  | { kind: "found"; at: Found }
  | { kind: "several"; choices: [Found, Found, ...Found[]] }
  | { kind: "outside"; nearest: { slug: string; name: string; miles: number } | null }
  | { kind: "not-found" };
