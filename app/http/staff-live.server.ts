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
import { boardNews, boardNow, type BoardNow } from "./board.server";
import { EVENT_STREAM, refuseStream } from "./event-stream.server";
import { languageOf } from "./language.server";
import { sessionToken } from "./staff.server";

type Viewer = {
  line: ServerResponse;
  token: string;
  place: StaffPlace;
  language: Language;
  pools: ReadonlySet<number>;
  told: string;
};

// Sessions end, holds lapse and days pass without a notice: nothing on a board is older than this.
const BEAT_MS = 10_000;
// A burst of changes is one reading.
const GAP_MS = 100;
const MOST_UNREAD_BYTES = 256 * 1024;
// Desks, not phones of the public; and one person with many tabs takes no other's room.
const LIMITS = { viewers: 500, ofSession: 8 };
const LATER = "Ask again in a minute.";

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
      if (!place) return refuseStream(line, 404, "There is no such place of yours.");
      if (this.#isOver || this.#isFull(token)) return refuseStream(line, 503, LATER);
      const viewer: Viewer = {
        line,
        token,
        place,
        language: languageOf(request),
        pools: new Set(),
        told: "",
      };
      this.#join(viewer);
      await this.#listening();
      if (line.destroyed) return;
      line.writeHead(200, EVENT_STREAM);
      this.#note(viewer);
    } catch (error) {
      if (!(error instanceof DatabaseAway)) throw error;
      refuseStream(line, 503, LATER);
    }
  }

  /** The server stops: boards come back by themselves. */
  close(): void {
    this.#isOver = true;
    for (const { line } of this.#viewers) line.end();
    for (const stop of this.#stops) stop();
    clearInterval(this.#beat);
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
    });
  }

  /** Over the process's one line to the database, from the first board until the server stops. */
  #listening(): Promise<void> {
    this.#begun ??= this.#begin().catch((error: unknown) => {
      this.#begun = undefined;
      for (const stop of this.#stops.splice(0)) stop();
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
      const changed = Number(payload.split(":", 1)[0]);
      this.#note(...[...this.#viewers].filter(({ place }) => place.placeId === changed));
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
      // The next beat, or the line that is back, asks again.
      if (!(await this.#tellAll(viewers))) break;
      await sleep(GAP_MS);
    }
    this.#isReading = false;
  }

  /** However many watch a place, it is read once. False: the database is away. */
  async #tellAll(viewers: Viewer[]): Promise<boolean> {
    const boards = new Map<number, BoardNow>();
    for (const viewer of viewers) {
      try {
        await this.#tell(viewer, boards);
      } catch (error) {
        if (error instanceof DatabaseAway) return false;
        log.error({ err: error }, "an open board cannot be told of changes");
      }
    }
    return true;
  }

  async #tell(viewer: Viewer, boards: Map<number, BoardNow>): Promise<void> {
    const { line, token, place, language } = viewer;
    if (!line.headersSent || line.destroyed) return;
    const board = boards.get(place.placeId) ?? (await boardNow(token, place, new Date()));
    // Asked afterwards: what was read in the name of a session that is over is nobody's board.
    const [still] = await staffPlaces(token, place.placeId);
    if (!still) return void line.end("event: signed-out\ndata: 1\n\n");
    boards.set(place.placeId, board);
    const news = boardNews(board, place, language);
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

/** An EventSource is told no status: only words reach it. */
function signedOut(line: ServerResponse): void {
  line.writeHead(200, EVENT_STREAM);
  line.end("event: signed-out\ndata: 1\n\n");
}
