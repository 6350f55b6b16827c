/**
 * The streams of open pages (server-sent events): /live?places=1,2&lang=en. Whoever comes is told how it is, then each
 * change as all who watch that place are told it. It is written past Remix, which reads a body whether or not the phone does.
 */
import type { ServerResponse } from "node:http";
import { z } from "zod";
import { DatabaseAway } from "~/data/connection.server";
import { LivePlaces, type News } from "~/data/live.server";
import { LANGUAGES, type Language } from "~/text/language";
import { networkOf } from "./address.server";
import { EVENT_STREAM, refuseStream } from "./event-stream.server";

type Viewer = {
  line: ServerResponse;
  places: ReadonlySet<number>;
  language: Language;
  network: string;
  /** Told how it is: from then on each change. */
  isTold: boolean;
};

const question = z.object({
  places: z.string().regex(/^\d{1,15}(,\d{1,15}){0,299}$/),
  lang: z.enum(LANGUAGES),
});

/** A phone that has not read so much is gone, or will ask for the state again. */
const MOST_UNREAD_BYTES = 64 * 1024;
// A library's or a phone company's one address stands for many people.
const LIMITS = { viewers: 10_000, ofNetwork: 250 };
const RETRY_MS = 3_000;
// Whoever turns the page comes back at once: the places need not be read anew.
const LINGER_MS = 30_000;

export class Streams {
  readonly #viewers = new Set<Viewer>();
  readonly #ofNetwork = new Map<string, number>();
  readonly #limits: typeof LIMITS;
  readonly #live: LivePlaces;
  #told = 0;
  #isOver = false;
  #lingering: NodeJS.Timeout | undefined;

  constructor(limits = LIMITS) {
    this.#limits = limits;
    this.#live = new LivePlaces({
      onNews: (placeId, news) => this.tell(placeId, news),
      onCurrent: () => this.#write([...this.#viewers], beat()),
    });
  }

  /** Answers one viewer, for as long as they stay. */
  async open(query: URLSearchParams, address: string, line: ServerResponse): Promise<void> {
    const asked = question.safeParse(Object.fromEntries(query));
    if (!asked.success) return refuseStream(line, 400, "Say which places: /live?places=1,2&lang=en");
    if (this.#isOver || this.#viewers.size >= this.#limits.viewers)
      return refuseStream(line, 503, "Too many pages are open here. Ask again in a minute.");
    const network = networkOf(address);
    if ((this.#ofNetwork.get(network) ?? 0) >= this.#limits.ofNetwork)
      return refuseStream(line, 429, "Too many pages are open at your address. Ask again in a minute.");

    const places = new Set(asked.data.places.split(",").map(Number));
    const viewer: Viewer = { line, places, language: asked.data.lang, network, isTold: false };
    this.#join(viewer);
    try {
      await this.#live.begin();
    } catch (error) {
      this.#leave(viewer);
      if (!(error instanceof DatabaseAway)) throw error;
      return refuseStream(line, 503, "We cannot look this up now. Ask again in a minute.");
    }
    if (this.#isOver) refuseStream(line, 503, "This server stops. Ask again in a minute.");
    else if (!line.destroyed) this.#welcome(viewer);
  }

  /** The server stops: pages come back by themselves, not all at once. */
  close(): void {
    this.#isOver = true;
    for (const { line } of this.#viewers) {
      if (line.headersSent) line.end(`retry: ${RETRY_MS + Math.floor(Math.random() * RETRY_MS)}\n\n`);
    }
    this.#live.end();
  }

  get size(): number {
    return this.#viewers.size;
  }

  #join(viewer: Viewer): void {
    clearTimeout(this.#lingering);
    this.#viewers.add(viewer);
    this.#ofNetwork.set(viewer.network, (this.#ofNetwork.get(viewer.network) ?? 0) + 1);
    viewer.line.once("close", () => this.#leave(viewer));
  }

  #leave(viewer: Viewer): void {
    if (!this.#viewers.delete(viewer)) return;
    const left = (this.#ofNetwork.get(viewer.network) ?? 1) - 1;
    if (left > 0) this.#ofNetwork.set(viewer.network, left);
    else this.#ofNetwork.delete(viewer.network);
    if (this.#viewers.size === 0) this.#lingering = setTimeout(() => this.#live.end(), LINGER_MS).unref();
  }

  #welcome(viewer: Viewer): void {
    viewer.isTold = true;
    viewer.line.writeHead(200, EVENT_STREAM);
    const state = [...viewer.places].flatMap((placeId) => {
      const news = this.#live.newsOf(placeId);
      return news ? [this.#event(news[viewer.language])] : [];
    });
    const isCurrent = this.#live.isCurrent ? [beat()] : [];
    viewer.line.write([`retry: ${RETRY_MS}\n\n`, ...isCurrent, ...state].join(""));
  }

  /** Everybody who watches that place. */
  tell(placeId: number, news: News): void {
    this.#told++;
    for (const language of LANGUAGES) {
      const theirs = [...this.#viewers].filter(
        (viewer) => viewer.language === language && viewer.places.has(placeId),
      );
      this.#write(theirs, this.#event(news[language]));
    }
  }

  #write(viewers: Viewer[], event: string): void {
    const bytes = Buffer.from(event);
    for (const { line, isTold } of viewers) {
      if (!isTold || line.destroyed || line.writableEnded) continue;
      if (line.writableLength > MOST_UNREAD_BYTES) line.destroy();
      else line.write(bytes);
    }
  }

  /** The id counts what the public was told, nothing else; a page that comes back is told all, whatever it heard last. */
  #event(news: string): string {
    return `id: ${this.#told}\nevent: place\ndata: ${news}\n\n`;
  }
}

/** That all is well, and what time it is; not sent while the database is away. */
function beat(): string {
  return `event: beat\ndata: ${Math.floor(Date.now() / 1000)}\n\n`;
}
