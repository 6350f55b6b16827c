/**
 * The two dresses of the find page. Light: a drawn map. Full: the interactive map beside the list; for browsers that
 * say they are not on a phone, and for whoever asked for the map.
 */
import type { Asked } from "~/http/cookies.server";

export type Dress = "light" | "full";

export function dressFor(request: Asked): Dress {
  const url = new URL(request.url);
  if (url.pathname !== "/") return "light";
  const asked = url.searchParams.get("map");
  if (asked !== null) return asked === "1" ? "full" : "light";
  if (request.headers.get("Save-Data") === "on") return "light";
  return request.headers.get("Sec-CH-UA-Mobile") === "?0" ? "full" : "light";
}
