/** The streams of open pages: they stay outside of the turns that requests wait for. */
import type { Express, Request } from "express";
import type { DeskStreams } from "~/http/desk-live.server";
import type { Streams } from "~/http/live.server";
import type { OwnStreams } from "~/http/own-live.server";
import type { StaffStreams } from "~/http/staff-live.server";

export type OpenStreams = {
  streams: Streams;
  staffStreams: StaffStreams;
  deskStreams: DeskStreams;
  ownStreams: OwnStreams;
};

const STREAMS = [
  "/live",
  "/hold/live",
  "/alert/live",
  "/staff/places/:placeId/live",
  "/staff/places/:placeId/holds/live",
  "/group/:groupId/live",
];

/** Returns the way to end them all. */
export function streamsOn(app: Express, entry: OpenStreams): { close(): void } {
  const { streams, staffStreams, deskStreams, ownStreams } = entry;
  // Express answers for a head as for the whole, and a stream's would never end.
  app.head(STREAMS, (_request, response) => {
    response.set("Allow", "GET").status(405).type("text").send("This is a stream: ask for all of it.\n");
  });
  // It is silent for as long as nothing is to be told.
  app.get(STREAMS, ({ socket }, _response, next) => {
    socket.setTimeout(0);
    next();
  });
  app.get("/live", (request, response, next) => {
    const { searchParams } = new URL(request.originalUrl, "http://localhost");
    streams.open(searchParams, request.ip ?? "unknown", response).catch(next);
  });
  app.get("/hold/live", (request, response, next) => {
    ownStreams.open(askedFor(request), "hold", response).catch(next);
  });
  app.get("/alert/live", (request, response, next) => {
    ownStreams.open(askedFor(request), "alert", response).catch(next);
  });
  app.get("/staff/places/:placeId/live", (request, response, next) => {
    staffStreams.open(askedFor(request), request.params.placeId, "board", response).catch(next);
  });
  app.get("/staff/places/:placeId/holds/live", (request, response, next) => {
    staffStreams.open(askedFor(request), request.params.placeId, "inbox", response).catch(next);
  });
  app.get("/group/:groupId/live", (request, response, next) => {
    deskStreams.open(askedFor(request), request.params.groupId, response).catch(next);
  });
  return {
    close() {
      for (const each of [streams, staffStreams, deskStreams, ownStreams]) each.close();
    },
  };
}

function askedFor(request: Request): globalThis.Request {
  return new globalThis.Request(new URL(request.originalUrl, "http://localhost"), {
    headers: { cookie: request.headers.cookie ?? "" },
  });
}
