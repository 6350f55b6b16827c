/**
 * The streams of open boards (server-sent events): /staff/places/12/live?lang=en. Exact numbers, for who is signed in and may act
 * for the place; each reading asks that anew, so that a stream ends with its session.
 */
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseAway } from "~/data/connection.server";
import { listen } from "~/data/database.server";
import { log } from "~/data/log.server";
import { isSignedIn, staffPlaces } from "~/data/people.server";
import type { StaffPlace } from "~/domain/staff";
import type { Language } from "~/text/language";
import { boardNews, boardNow, type BoardNews } from "./board.server";
import { languageOf } from "./language.server";
import { sessionToken } from "./staff.server";

type Viewer = {
  line: ServerResponse;
  token: string;
  placeId: number;
  language: Language;
  pools: ReadonlySet<number>;
  told: string;
};

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // No proxy and no packing may hold it back.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
  "X-Content-Type-Options": "nosniff",
  Connection: "close",
};

// Sessions end, holds lapse and days pass without a notice: nothing on a board is older than this.
const BEAT_MS = 10_000;
// A burst of changes is one reading.
const GAP_MS = 100;
const MOST_UNREAD_BYTES = 256 * 1024;
// Desks, not phones of the public; and one person with many tabs takes no other's room.
const LIMITS = { viewers: 500, ofSession: 8 };

export class StaffStreams {
  readonly #viewers = new Set<Viewer>();
  readonly #changed = new Set<Viewer>();
  readonly #beatMs: number;
  #isReading = false;
  #isOver = false;
  #begun: Promise<void> | undefined;
  #stops: (() => void)[] = [];
  #beat: NodeJS.Timeout | undefined;

  constructor(beatMs = BEAT_MS) {
    this.#beatMs = beatMs;
  }

  /** Answers one board, for as long as it is open and its person signed in. */
  async open(request: Request, placeId: string, line: ServerResponse): Promise<void> {
    try {
      const token = sessionToken(request);
      // A board that is open uses nobody's tablet.
      if (!token || !(await isSignedIn(token))) return signedOut(line);
      const [place] = /^\d{1,15}$/.test(placeId) ? await staffPlaces(token, Number(placeId)) : [];
      if (!place) return refuse(line, 404);
      if (this.#isOver || this.#isFull(token)) return refuse(line, 503);
      const viewer: Viewer = {
        line,
        token,
        placeId: place.placeId,
        language: languageOf(request),
        pools: new Set(),
        told: "",
      };
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

  /** The server stops: boards come back by themselves. */
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
      this.#changed.delete(viewer);
      if (this.#viewers.size === 0) this.#rest();
    });
  }

  #rest(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    clearInterval(this.#beat);
    this.#begun = undefined;
  }

  /** Over the process's one line to the database. */
  #listening(): Promise<void> {
    this.#begun ??= this.#begin().catch((error: unknown) => {
      this.#rest();
      throw error;
    });
    return this.#begun;
  }

  async #begin(): Promise<void> {
    const all = () => this.#note(...this.#viewers);
    const ofPool = (payload: string) => {
      const pool = Number(payload.split(":", 1)[0]);
      const theirs = [...this.#viewers].filter(({ pools }) => pools.has(pool));
      this.#note(...theirs);
    };
    const ofPlace = (payload: string) => {
      const place = Number(payload.split(":", 1)[0]);
      this.#note(...[...this.#viewers].filter(({ placeId }) => placeId === place));
    };
    this.#stops.push(await listen("pool_changed", ofPool, all));
    this.#stops.push(await listen("hold_changed", ofPool, all));
    this.#stops.push(await listen("opening_changed", ofPlace, all));
    this.#beat = setInterval(all, this.#beatMs).unref();
  }

  #note(...viewers: Viewer[]): void {
    for (const viewer of viewers) if (this.#viewers.has(viewer)) this.#changed.add(viewer);
    if (!this.#isReading && this.#changed.size > 0) void this.#tellChanged();
  }

  async #tellChanged(): Promise<void> {
    this.#isReading = true;
    while (this.#changed.size > 0) {
      const viewers = [...this.#changed];
      this.#changed.clear();
      try {
        for (const viewer of viewers) await this.#tell(viewer);
        await sleep(GAP_MS);
      } catch (error) {
        // The next beat, or the line that is back, asks again.
        if (!(error instanceof DatabaseAway))
          log.error({ err: error }, "open boards cannot be told of changes");
        break;
      }
    }
    this.#isReading = false;
  }

  async #tell(viewer: Viewer): Promise<void> {
    const { line, token, placeId, language } = viewer;
    if (!line.headersSent || line.destroyed) return;
    const [place] = await staffPlaces(token, placeId);
    if (!place) return void line.end("event: signed-out\ndata: 1\n\n");
    const news = await readNews(token, place, language);
    viewer.pools = new Set(news.rows.map(({ pool }) => pool));
    const told = JSON.stringify({ ...news, now: 0, rows: news.rows.map((row) => ({ ...row, undo: null })) });
    if (line.writableLength > MOST_UNREAD_BYTES) return void line.destroy();
    line.write(
      told === viewer.told
        ? `event: beat\ndata: ${news.now}\n\n`
        : `event: board\ndata: ${JSON.stringify(news)}\n\n`,
    );
    viewer.told = told;
  }
}

async function readNews(token: string, place: StaffPlace, language: Language): Promise<BoardNews> {
  return boardNews(await boardNow(token, place, new Date()), place, language);
}

/** An EventSource is told no status: only words reach it. */
function signedOut(line: ServerResponse): void {
  line.writeHead(200, HEADERS);
  line.end("event: signed-out\ndata: 1\n\n");
}

function refuse(line: ServerResponse, status: number): void {
  if (line.destroyed || line.headersSent) return;
  line.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  line.end(status === 404 ? "There is no such place of yours.\n" : "Ask again in a minute.\n");
}
