/**
 * The streams of open desks (server-sent events): /group/12/live. They say that something has changed, never what: the page
 * is asked for again by whoever may read it. Each reading asks that anew, so that a stream ends with its session.
 */
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseAway } from "~/data/connection.server";
import { listen } from "~/data/database.server";
import { deskOf } from "~/data/desk.server";
import { log } from "~/data/log.server";
import { isSignedIn } from "~/data/people.server";
import { digestOf } from "./desk.server";
import { sessionToken } from "./staff.server";

type Viewer = {
  line: ServerResponse;
  token: string;
  groupId: number;
  /** Those of its group that were last read; of another one it need not hear. */
  asks: ReadonlySet<string>;
  told: string;
  /** Changed since it was last told. */
  touched: Set<string>;
};

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // No proxy and no packing may hold it back.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
  "X-Content-Type-Options": "nosniff",
  Connection: "close",
};

// Sessions end without a notice: no desk stays open longer than this after its own.
const BEAT_MS = 10_000;
// A burst of changes is one reading.
const GAP_MS = 200;
const LIMITS = { viewers: 500, ofSession: 8 };

export class DeskStreams {
  readonly #viewers = new Set<Viewer>();
  readonly #waiting = new Set<Viewer>();
  readonly #beatMs: number;
  #isReading = false;
  #isOver = false;
  #begun: Promise<void> | undefined;
  #stop = () => {};
  #beat: NodeJS.Timeout | undefined;

  constructor(beatMs = BEAT_MS) {
    this.#beatMs = beatMs;
  }

  /** Answers one desk, for as long as it is open and its person coordinates there. */
  async open(request: Request, id: string, line: ServerResponse): Promise<void> {
    try {
      const token = sessionToken(request);
      if (!token || !(await isSignedIn(token))) return signedOut(line);
      const groupId = /^\d{1,15}$/.test(id) ? Number(id) : null;
      if (groupId === null || !(await deskOf(token, groupId))) return refuse(line, 404);
      if (this.#isOver || this.#isFull(token)) return refuse(line, 503);
      const viewer: Viewer = { line, token, groupId, asks: new Set(), told: "", touched: new Set() };
      this.#join(viewer);
      await this.#listening();
      if (line.destroyed) return;
      line.writeHead(200, HEADERS);
      this.#note(viewer);
    } catch (error) {
      if (!(error instanceof DatabaseAway)) throw error;
      refuse(line, 503);
    }
  }

  /** The server stops: desks come back by themselves. */
  close(): void {
    this.#isOver = true;
    for (const { line } of this.#viewers) line.end();
    this.#rest();
  }

  get size(): number {
    return this.#viewers.size;
  }

  #isFull(token: string): boolean {
    const theirs = [...this.#viewers].filter((viewer) => viewer.token === token).length;
    return this.#viewers.size >= LIMITS.viewers || theirs >= LIMITS.ofSession;
  }

  #join(viewer: Viewer): void {
    this.#viewers.add(viewer);
    viewer.line.once("close", () => {
      this.#viewers.delete(viewer);
      this.#waiting.delete(viewer);
      if (this.#viewers.size === 0) this.#rest();
    });
  }

  #rest(): void {
    this.#stop();
    this.#stop = () => {};
    clearInterval(this.#beat);
    this.#begun = undefined;
  }

  #listening(): Promise<void> {
    this.#begun ??= this.#begin().catch((error: unknown) => {
      this.#rest();
      throw error;
    });
    return this.#begun;
  }

  async #begin(): Promise<void> {
    const all = () => this.#note(...this.#viewers);
    this.#stop = await listen("ask_changed", (askId) => this.#touch(askId), all);
    this.#beat = setInterval(all, this.#beatMs).unref();
  }

  /** One that nobody's desk has may be new at any of them. */
  #touch(askId: string): void {
    const all = [...this.#viewers];
    const theirs = all.filter(({ asks }) => asks.has(askId));
    for (const viewer of theirs) viewer.touched.add(askId);
    this.#note(...(theirs.length > 0 ? theirs : all));
  }

  #note(...viewers: Viewer[]): void {
    for (const viewer of viewers) if (this.#viewers.has(viewer)) this.#waiting.add(viewer);
    if (!this.#isReading && this.#waiting.size > 0) void this.#tellAll();
  }

  async #tellAll(): Promise<void> {
    this.#isReading = true;
    while (this.#waiting.size > 0) {
      const viewers = [...this.#waiting];
      this.#waiting.clear();
      try {
        for (const viewer of viewers) await this.#tell(viewer);
        await sleep(GAP_MS);
      } catch (error) {
        // The next beat, or the line that is back, asks again.
        if (!(error instanceof DatabaseAway))
          log.error({ err: error }, "open desks cannot be told of changes");
        break;
      }
    }
    this.#isReading = false;
  }

  async #tell(viewer: Viewer): Promise<void> {
    const { line, token, groupId } = viewer;
    if (!line.headersSent || line.destroyed) return;
    const lines = await deskOf(token, groupId);
    if (!lines) return void line.end("event: signed-out\ndata: 1\n\n");
    viewer.asks = new Set(lines.map(({ askId }) => askId));
    const told = digestOf(lines);
    const touched = [...viewer.touched].map((askId) => `event: ask\ndata: ${askId}\n\n`);
    viewer.touched.clear();
    line.write([`event: ${told === viewer.told ? "beat" : "desk"}\ndata: ${told}\n\n`, ...touched].join(""));
    viewer.told = told;
  }
}

/** An EventSource is told no status: only words reach it. */
function signedOut(line: ServerResponse): void {
  line.writeHead(200, HEADERS);
  line.end("event: signed-out\ndata: 1\n\n");
}

function refuse(line: ServerResponse, status: number): void {
  if (line.destroyed || line.headersSent) return;
  line.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  line.end(status === 404 ? "There is no such desk of yours.\n" : "Ask again in a minute.\n");
}
