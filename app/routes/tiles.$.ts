import type { LoaderFunctionArgs } from "@remix-run/node";
import { tiles } from "~/data/tiles.server";
import { isServed } from "~/data/tiles/served.server";
import { parseTile, type Picture } from "~/data/tiles/tile.server";

// Other sites' pages must draw their maps from somewhere else.
const OWN_PAGES = ["same-origin", "none"];

const NOTHING_FOR_S = 300;

/** /tiles/{z}/{x}/{y}.png: a picture from our own origin or nothing, never a way to somewhere else. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const site = request.headers.get("Sec-Fetch-Site");
  const tile = parseTile(params["*"] ?? "");
  if (!tile || (site && !OWN_PAGES.includes(site))) return nothing(404, NOTHING_FOR_S);

  const source = await tiles();
  if (source.kind === "none") return nothing(404, NOTHING_FOR_S);
  const { minZoom, maxZoom, tileAt } = source.source;
  if (tile.z < minZoom || tile.z > maxZoom) return nothing(404, NOTHING_FOR_S);
  if (!(await isServed(tile, Date.now()))) return nothing(404, NOTHING_FOR_S);

  const answer = await tileAt(tile);
  switch (answer.kind) {
    case "picture":
      return pictureAnswer(answer.picture, request);
    case "none":
      return nothing(404, NOTHING_FOR_S);
    case "later":
      return nothing(503, 0, { "Retry-After": String(answer.afterS) });
  }
}

function pictureAnswer({ bytes, type, etag, freshS }: Picture, request: Request): Response {
  const headers = {
    "Cache-Control": `public, max-age=${freshS}`,
    "Content-Type": type,
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    ETag: etag,
  };
  if (request.headers.get("If-None-Match") === etag) return new Response(null, { status: 304, headers });
  return new Response(bytes, { headers: { ...headers, "Content-Length": String(bytes.length) } });
}

function nothing(status: number, freshS: number, more: Record<string, string> = {}): Response {
  const kept = freshS > 0 ? `public, max-age=${freshS}` : "no-store";
  return new Response(null, { status, headers: { "Cache-Control": kept, ...more } });
}
