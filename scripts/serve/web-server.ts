/** The web server around the built app: compression, files of the build, request log, then Remix. */
import { randomUUID } from "node:crypto";
import { pathToFileURL } from "node:url";
import path from "node:path";
import { constants } from "node:zlib";
import { createRequestHandler } from "@remix-run/express";
import { createRequestHandler as createAnswer, type ServerBuild } from "@remix-run/node";
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
import { byStart } from "./few-routes";
import { lists, type FromApp } from "./lists";
import { packedFiles } from "./packed-files";
import { BROKEN, NOTHING_HERE, refuse, refuseForNow, TOO_LONG } from "./refuse";
import { streamsOn, type OpenStreams } from "./streams-on";
import { Turns } from "./turns";
import { withWholeBody } from "./whole-body";

const COMPRESS_FROM_BYTES = 512;
// On an answer page 6 weighs 7 % less than the usual 4, for a quarter of a millisecond; 11 another 9 %, for 30.
const BROTLI_QUALITY = 6;
// Addresses of machines and of the map's tiles: many, and they say nothing a count would not.
const QUIET =
  /^\/(assets|tiles|healthz|readyz|((hold|alert|group\/\d+|staff\/places\/\d+(\/holds)?)\/)?live)(\/|$)/;

// A person who waits longer has given up; what takes longer is answered with an honest "not now".
const ANSWER_MS = 4_000;
// Whoever watches over the process must hear of it, most of all when much is asked of it.
const NEVER_WAITS = /^\/(healthz|readyz)$/;

type Entry = OpenStreams & {
  workBeside: () => () => void;
  watch: AlertWatch;
} & FromApp;
type Served = { app: Express; streams: { close(): void } } & Pick<Entry, "workBeside" | "watch">;

/** Behind so many proxies of the operator's own. The streams are to be closed, and the watch ended, before it can stop. */
export async function webServer(proxies: number): Promise<Served> {
  const client = path.resolve("build/client");
  const bundle = pathToFileURL(path.resolve("build/server/index.js")).href;
  const build = (await import(bundle)) as ServerBuild;
  const entry = build.entry.module as unknown as Entry;
  const { workBeside, watch, withPatience } = entry;
  const turns = new Turns();

  const app = express();
  app.disable("x-powered-by");
  // Pages say for themselves how long they may be kept.
  app.set("etag", false);
  app.set("trust proxy", proxies);
  app.use(requestLog());
  app.use(clientAddress);
  app.use(pagesAlone);
  const streams = streamsOn(app, entry);
  const mode = process.env.NODE_ENV;
  const answerTo = byStart(build, (few) => createAnswer(few, mode));
  const answer = (request: globalThis.Request) => answerTo(new URL(request.url).pathname)(request);
  app.use(lists({ ...entry, answer, turns, answerMs: ANSWER_MS, brotliQuality: BROTLI_QUALITY }));
  app.use("/assets", packedFiles(path.join(client, "assets"), { immutable: true, maxAge: "1y" }));
  app.use(packedFiles(client, { maxAge: "1h" }));
  app.use(
    compression({
      threshold: COMPRESS_FROM_BYTES,
      brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    }),
  );
  const remix = byStart(build, (few) => createRequestHandler({ build: few, mode }));
  app.all("*", inTurn({ app: remix, turns, withPatience }));
  app.use(lastResort);
  return { app, streams, workBeside, watch };
}

type ToAnswer = {
  app: (pathname: string) => RequestHandler;
  turns: Turns;
  withPatience: Entry["withPatience"];
};

function inTurn({ app, turns, withPatience }: ToAnswer): RequestHandler {
  return async (request, response, next) => {
    const whole = await withWholeBody(request).catch(() => undefined);
    // Its sender left before it was whole.
    if (whole === undefined) return void response.destroy();
    if (whole === null) return refuse(response, 413, TOO_LONG);
    // Who left while waiting is asked for no more: their work would be done for nobody.
    const answering = async () => (response.destroyed ? undefined : app(request.path)(whole, response, next));
    if (NEVER_WAITS.test(request.path)) return void (await withPatience(ANSWER_MS, answering));
    const isDone = await turns.give(ANSWER_MS, (left) => withPatience(left, answering).then(() => true));
    if (!isDone) refuseForNow(response);
  };
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

// Remix also gives what a page is made of, under the page's address and ".data". No page of ours asks for it: it may hold
// more than the page says.
function pagesAlone({ path: pathname }: Request, response: Response, next: NextFunction): void {
  if (pathname.endsWith(".data")) refuse(response, 404, NOTHING_HERE);
  else next();
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
  refuse(response, theirs ? status : 500, BROKEN);
}
