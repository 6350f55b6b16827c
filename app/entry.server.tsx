/** Turns an answer into a document: static markup in one piece. */
import type { EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { AlertWatch } from "~/data/alert-watch.server";
import { keepCounting } from "~/data/empty-searches.server";
import { keepForgetting } from "~/data/forgetting.server";
import { keepPlaces } from "~/data/kept-places.server";
import { log } from "~/data/log.server";
import { noting } from "~/data/made-of.server";
import { withPatience } from "~/data/patience.server";
import { askedList } from "~/http/asked-list.server";
import { DeskStreams } from "~/http/desk-live.server";
import { pageHeaders } from "~/http/headers.server";
import { Streams } from "~/http/live.server";
import { OwnStreams } from "~/http/own-live.server";
import { StaffStreams } from "~/http/staff-live.server";
import { MapScript } from "~/ui/map-script";
import { sheetFor } from "~/ui/sheets";

/** For the web server, which has the sockets. */
export const streams = new Streams();
export const staffStreams = new StaffStreams();
export const deskStreams = new DeskStreams();
export const ownStreams = new OwnStreams();

/** For the web server, which says when they begin and end. */
export const watch = new AlertWatch();
export function workBeside(): () => void {
  const stops = [keepPlaces, keepForgetting, keepCounting].map((begin) => begin());
  return () => stops.forEach((stop) => stop());
}

/** For the web server, which knows how long a request has waited already. */
export { withPatience };

/** For the web server, which sends equal answers as the same bytes. */
export { askedList, noting };

/** Static markup has none of the comments React needs to wake a page up: no page wakes, but for the map in it. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Response {
  const html = renderToStaticMarkup(
    <MapScript.Provider value={context.manifest.entry.module}>
      <RemixServer context={context} url={request.url} />
    </MapScript.Provider>,
  );
  const dress = context.staticHandlerContext.loaderData.root?.dress;
  const sheet = sheetFor(new URL(request.url).pathname);
  for (const [name, value] of Object.entries(pageHeaders(sheet, dress === "full"))) headers.set(name, value);
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** Missing addresses and people who went away are no bugs: only bugs are logged with a stack. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted) return;
  if (isRefusal(error)) return;
  log.error({ err: error, path: new URL(request.url).pathname }, "a request broke");
};

// A missing address, or the database away, which is said to people and counted by its status.
function isRefusal(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("status" in error)) return false;
  return (error.status as number) < 500 || error.status === 503;
}
