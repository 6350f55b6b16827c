/** The web server around the built app: compression, files of the build, request log, then Remix. */
import { randomUUID } from "node:crypto";
import { pathToFileURL } from "node:url";
import path from "node:path";
import { constants } from "node:zlib";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import { pinoHttp } from "pino-http";
import type { AlertWatch } from "~/data/alert-watch.server";
import { log } from "~/data/log.server";
import type { Streams } from "~/http/live.server";
import type { StaffStreams } from "~/http/staff-live.server";
import { packedFiles } from "./packed-files";
import { Turns } from "./turns";
import { withWholeBody } from "./whole-body";

const COMPRESS_FROM_BYTES = 512;
// On an answer page 6 weighs 7 % less than the usual 4, for a quarter of a millisecond; 11 another 9 %, for 30.
const BROTLI_QUALITY = 6;
// Addresses of machines and of the map's tiles: many, and they say nothing a count would not.
const QUIET = /^\/(assets|tiles|healthz|readyz|live|staff\/places\/\d+\/live)(\/|$)/;

// A person who waits longer has given up; what takes longer is answered with an honest "not now".
const ANSWER_MS = 4_000;
// Whoever watches over the process must hear of it, most of all when much is asked of it.
const NEVER_WAITS = /^\/(healthz|readyz)$/;

type Entry = {
  streams: Streams;
  staffStreams: StaffStreams;
  keepForgetting: () => () => void;
  watch: AlertWatch;
  withPatience: <Result>(ms: number, work: () => Promise<Result>) => Promise<Result>;
};
type Served = { app: Express; streams: { close(): void } } & Pick<Entry, "keepForgetting" | "watch">;

/** Behind so many proxies of the operator's own. The streams are to be closed, and the watch ended, before it can stop. */
export async function webServer(proxies: number): Promise<Served> {
  const client = path.resolve("build/client");
  const entry = pathToFileURL(path.resolve("build/server/index.js")).href;
  const build = (await import(entry)) as ServerBuild;
  const { streams, staffStreams, keepForgetting, watch, withPatience } = build.entry
    .module as unknown as Entry;

  const app = express();
  app.disable("x-powered-by");
  // Pages say for themselves how long they may be kept.
  app.set("etag", false);
  app.set("trust proxy", proxies);
  app.use(requestLog());
  app.use(clientAddress);
  streamsOn(app, { streams, staffStreams });
  app.use("/assets", packedFiles(path.join(client, "assets"), { immutable: true, maxAge: "1y" }));
  app.use(packedFiles(client, { maxAge: "1h" }));
  app.use(
    compression({
      threshold: COMPRESS_FROM_BYTES,
      brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    }),
  );
  app.all("*", inTurn(createRequestHandler({ build, mode: process.env.NODE_ENV }), withPatience));
  app.use(lastResort);
  return {
    app,
    keepForgetting,
    watch,
    streams: {
      close() {
        streams.close();
        staffStreams.close();
      },
    },
  };
}

function streamsOn(app: Express, { streams, staffStreams }: Pick<Entry, "streams" | "staffStreams">): void {
  app.get("/live", (request, response, next) => {
    const { searchParams } = new URL(request.originalUrl, "http://localhost");
    streams.open(searchParams, request.ip ?? "unknown", response).catch(next);
  });
  app.get("/staff/places/:placeId/live", (request, response, next) => {
    const asked = new globalThis.Request(new URL(request.originalUrl, "http://localhost"), {
      headers: { cookie: request.headers.cookie ?? "" },
    });
    staffStreams.open(asked, request.params.placeId, response).catch(next);
  });
}

function inTurn(
  answer: RequestHandler,
  withPatience: Entry["withPatience"],
  turns = new Turns(),
): RequestHandler {
  return async (request, response, next) => {
    const whole = await withWholeBody(request).catch(() => undefined);
    // Its sender left before it was whole.
    if (whole === undefined) return void response.destroy();
    if (whole === null) return refuse(response, 413, TOO_LONG);
    const since = performance.now();
    const waits = !NEVER_WAITS.test(request.path);
    if (waits && !(await turns.take())) return refuse(response.set("Retry-After", "10"), 503, TOO_MANY);
    try {
      const left = ANSWER_MS - (performance.now() - since);
      await withPatience(left, async () => answer(whole, response, next));
    } finally {
      if (waits) turns.leave();
    }
  };
}

const TOO_MANY =
  "Too many people ask at this moment. Nothing was lost: go back and try again in a few seconds.\n" +
  "Call 2-1-1. In danger now: 911.\n\n" +
  "Muchas personas preguntan en este momento. Nada se perdió: regrese e intente de nuevo en unos segundos.\n" +
  "Llame al 2-1-1. En peligro: 911.\n";
const TOO_LONG =
  "That is longer than this form takes. Go back and write less.\n" +
  "Es más largo de lo que cabe en este formulario. Regrese y escriba menos.\n";

function refuse(response: Response, status: number, words: string): void {
  response
    .status(status)
    .set({ "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" })
    .send(words);
}

function requestLog() {
  return pinoHttp<Request, Response>({
    logger: log,
    quietReqLogger: true,
    genReqId(request, response) {
      // Always our own: what a stranger sends could be a person's name.
      const id = randomUUID();
      request.headers["x-request-id"] = id;
      response.setHeader("X-Request-Id", id);
      return id;
    },
    autoLogging: { ignore: (request) => QUIET.test(pathOf(request)) },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? "error" : "info"),
    customAttributeKeys: { reqId: "requestId", responseTime: "ms" },
    customSuccessMessage: () => "answered",
    customErrorMessage: () => "answered with a fault",
    // No query strings, addresses or headers: they say where a family is. An unknown path may be anything.
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    customSuccessObject: (request, response, line) => ({ ...line, ...said(request, response) }),
    customErrorObject: (request, response, _error, line) => ({ ...line, ...said(request, response) }),
  });
}

// Written over whatever was sent under that name; limits count by it, and nothing keeps it as it is.
function clientAddress(request: Request, _response: Response, next: NextFunction): void {
  request.headers["x-client-address"] = request.ip ?? "unknown";
  next();
}

function said(request: Request, response: Response) {
  return {
    method: request.method,
    path: response.statusCode === 404 ? "(unknown)" : pathOf(request),
    status: response.statusCode,
  };
}

function pathOf(request: Request): string {
  return (request.originalUrl ?? request.url ?? "").split("?", 1)[0]!.slice(0, 200);
}

// Only what breaks outside the app's own error page comes here.
function lastResort(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  const status = (error as { status?: number }).status;
  const theirs = status !== undefined && status >= 400 && status < 500;
  if (!theirs) log.error({ err: error }, "a request broke outside the app");
  if (response.headersSent) return next(error);
  refuse(
    response,
    theirs ? status : 500,
    "Something went wrong on our side. Call 2-1-1. In danger now: 911.\n" +
      "Algo salió mal de nuestro lado. Llame al 2-1-1. En peligro: 911.\n",
  );
}
