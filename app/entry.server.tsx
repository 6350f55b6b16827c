/** Turns an answer into a document: the light dress as static markup in one piece, the full one as a stream. */
import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import {
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { log } from "~/data/log.server";
import { withPatience } from "~/data/patience.server";
import { dataHeaders, fullHeaders, lightHeaders } from "~/http/headers.server";
import { Streams } from "~/http/live.server";
import { Nonce } from "~/ui/nonce";
import { sheetFor } from "~/ui/sheets";

export const streamTimeout = 5_000;

/** For the web server, which has the sockets. */
export const streams = new Streams();

/** For the web server, which knows how long a request has waited already. */
export { withPatience };

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Response | Promise<Response> {
  const dress = context.staticHandlerContext.loaderData.root?.dress;
  return dress === "full"
    ? full(request, status, headers, context)
    : light(request, status, headers, context);
}

// Static markup has none of the comments React needs to wake a page up: this page never wakes.
function light(request: Request, status: number, headers: Headers, context: EntryContext): Response {
  const html = renderToStaticMarkup(<RemixServer context={context} url={request.url} />);
  for (const [name, value] of Object.entries(lightHeaders(sheetFor(new URL(request.url).pathname))))
    headers.set(name, value);
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

function full(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  const nonce = randomBytes(16).toString("base64");
  for (const [name, value] of Object.entries(fullHeaders(nonce))) headers.set(name, value);
  const ready = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <Nonce.Provider value={nonce}>
        <RemixServer context={context} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </Nonce.Provider>,
      {
        nonce,
        [ready]() {
          const body = new PassThrough();
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError: (error: unknown) => log.error({ err: error }, "a page broke while it was drawn"),
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

export function handleDataRequest(response: Response): Response {
  for (const [name, value] of Object.entries(dataHeaders())) response.headers.set(name, value);
  return response;
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
