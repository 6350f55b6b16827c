/**
 * A list as anybody may ask for it, made of nothing but what its answer depends on: equal ones can share an answer, and
 * nothing of the one who asked first can come into it.
 */
import { dressFor } from "~/http/dress.server";
import { languageOf } from "~/http/language.server";

/** Equal keys, equal requests: it is made only where there is no answer yet. */
export type AskedList = { key: string; request: () => Request };

type Sent = {
  method: string;
  /** Path and query. */
  url: string;
  headers: Record<string, string | string[] | undefined>;
};

const PAGE = "/";
const DATA = new Set(["/places.json", "/places.geojson"]);
// Of any host: no answer names it.
const HOST = "http://list";
// Longer ones nobody's form makes.
const LONGEST = 1_000;
// A form after an exit, and a link that sets the language: their answers change the browser.
const CHANGING = ["begin", "lang"];
// Only the chosen language; whoever has more has left, or holds a room, or signed in.
const LANGUAGE_ALONE = /^lang=\w+$/;

/** Null for whatever is not such a list, or may be another for this person. */
export function askedList({ method, url, headers }: Sent): AskedList | null {
  if (method !== "GET" || url.length > LONGEST || !url.startsWith("/")) return null;
  const { pathname, searchParams } = new URL(`${HOST}${url}`);
  if (DATA.has(pathname)) return { key: url, request: () => new Request(`${HOST}${url}`) };
  if (pathname !== PAGE || CHANGING.some((name) => searchParams.has(name))) return null;
  const { cookie } = headers;
  if (cookie !== undefined && !(typeof cookie === "string" && LANGUAGE_ALONE.test(cookie.trim())))
    return null;
  return askedPage(url, headers);
}

function askedPage(url: string, headers: Sent["headers"]): AskedList {
  const header = (name: string) => [headers[name.toLowerCase()]].flat()[0] ?? null;
  const asked = { url: `${HOST}${url}`, headers: { get: header } };
  const [language, dress] = [languageOf(asked), dressFor(asked)];
  const told = { "Accept-Language": language, "Sec-CH-UA-Mobile": dress === "full" ? "?0" : "?1" };
  return { key: `${language} ${dress} ${url}`, request: () => new Request(asked.url, { headers: told }) };
}
