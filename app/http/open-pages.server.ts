/**
 * Pages that stay open, each with a stream (server-sent events) by which it hears of changes. That a burst of changes is one
 * reading, and that nobody takes another's room, is settled here; whom a change concerns, and what is told, by each kind.
 */
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseAway } from "~/data/connection.server";
import { listen } from "~/data/database.server";
import { log } from "~/data/log.server";
import { endSignedOut, EVENT_STREAM, refuseStream } from "./event-stream.server";

export type OpenPage = {
  line: ServerResponse;
  /** One person with many tabs takes no other's room. */
  whose: string;
};

/** `missing`: why there is none, to whoever asked. */
export type Found<Page> = { page: Page } | { missing: string } | "signed-out";

export type Channel = Parameters<typeof listen>[0];

type Pace = {
  /** Sessions end, holds lapse and days pass without a notice: nothing is older than this. */
  beatMs: number;
  gapMs: number;
  most: { pages: number; ofOne: number };
};

const MOST_UNREAD_BYTES = 256 * 1024;
// After the moment itself; and where clocks differ, not at once again.
const [AFTER_MS, AGAIN_MS] = [50, 10_000];

export abstract class OpenPages<Page extends OpenPage> {
  readonly #pages = new Set<Page>();
  readonly #changed = new Set<Page>();
  readonly #timers = new Map<Page, NodeJS.Timeout>();
  readonly #pace: Pace;
  #isReading = false;
  #isOver = false;
  #isHearing = true;
  #isAway = false;
  #begun: Promise<void> | undefined;
  #stops: (() => void)[] = [];
  #beat: NodeJS.Timeout | undefined;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  /** By channel of the database: the open pages that a notice concerns. */
  protected abstract heard(): Partial<Record<Channel, (notice: string) => Page[]>>;

  /** How a page is read and told in one reading of many: what was read for one may serve the next. */
  protected abstract telling(): (page: Page) => Promise<void>;

  /** Those that may have changed by the clock alone. */
  protected atBeat(): Page[] {
    return this.pages();
  }

  /** Of what comes with the clock there is no notice: it is read at that moment, once the database's clock has passed it too. */
  protected readAt(page: Page, moment: Date): void {
    if (!this.#pages.has(page)) return;
    clearTimeout(this.#timers.get(page));
    const wait = moment.getTime() - Date.now();
    this.#timers.set(
      page,
      setTimeout(() => this.#note([page]), wait > 0 ? wait + AFTER_MS : AGAIN_MS).unref(),
    );
  }

  /** Where it went away while it was read nothing is written any more. */
  protected send({ line }: Page, ...events: string[]): void {
    if (!line.destroyed && !line.writableEnded) line.write(events.join(""));
  }

  /** Whether every change would be heard, and what was heard could be read. */
  protected get isWell(): boolean {
    return this.#isHearing && !this.#isAway;
  }

  get size(): number {
    return this.#pages.size;
  }

  protected pages = (): Page[] => [...this.#pages];

  /** Answers one page, for as long as it is open. */
  protected async answer(line: ServerResponse, find: () => Promise<Found<Page>>): Promise<void> {
    try {
      const found = await find();
      if (found === "signed-out") return endSignedOut(line);
      if ("missing" in found) return refuseStream(line, 404, found.missing);
      // Who has gone in the meantime is gone for good: nobody would say so again.
      if (line.destroyed) return;
      if (this.#isOver || this.#isFull(found.page)) return refuseStream(line, 503);
      this.#join(found.page);
      await this.#listening();
      if (line.destroyed || line.writableEnded) return;
      line.writeHead(200, EVENT_STREAM);
      this.#note([found.page]);
    } catch (error) {
      if (!(error instanceof DatabaseAway)) throw error;
      refuseStream(line, 503);
    }
  }

  /** The server stops: pages come back by themselves. */
  close(): void {
    this.#isOver = true;
    for (const { line } of this.#pages) line.end();
    this.#deafen();
    clearInterval(this.#beat);
  }

  #isFull({ whose }: Page): boolean {
    const { pages, ofOne } = this.#pace.most;
    return this.size >= pages || this.pages().filter((page) => page.whose === whose).length >= ofOne;
  }

  #join(page: Page): void {
    this.#pages.add(page);
    // A line that breaks closes, and that is all there is to know of it.
    page.line.on("error", () => {});
    page.line.once("close", () => {
      this.#pages.delete(page);
      this.#changed.delete(page);
      clearTimeout(this.#timers.get(page));
      this.#timers.delete(page);
    });
  }

  /** Over the process's one line to the database, from the first page until the server stops. */
  #listening(): Promise<void> {
    const failed = (error: unknown) => {
      this.#begun = undefined;
      this.#deafen();
      throw error;
    };
    return (this.#begun ??= this.#begin().catch(failed));
  }

  async #begin(): Promise<void> {
    const back = () => {
      this.#isHearing = true;
      this.#note(this.pages());
    };
    for (const [channel, concerned] of Object.entries(this.heard())) {
      const heard = (notice: string) => this.#note(concerned(notice));
      this.#stops.push(await listen(channel as Channel, heard, back, () => (this.#isHearing = false)));
    }
    this.#beat = setInterval(() => this.#note(this.atBeat()), this.#pace.beatMs).unref();
  }

  #deafen(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  #note(pages: Page[]): void {
    for (const page of pages) if (this.#pages.has(page)) this.#changed.add(page);
    if (!this.#isReading && this.#changed.size > 0) void this.#tellChanged();
  }

  async #tellChanged(): Promise<void> {
    this.#isReading = true;
    while (this.#changed.size > 0) {
      const pages = [...this.#changed];
      this.#changed.clear();
      this.#isAway = !(await this.#tellAll(pages));
      if (this.#isAway) {
        // The next beat, or the line that is back, asks again.
        for (const page of pages) if (this.#pages.has(page)) this.#changed.add(page);
        break;
      }
      await sleep(this.#pace.gapMs);
    }
    this.#isReading = false;
  }

  /** False: the database is away. */
  async #tellAll(pages: Page[]): Promise<boolean> {
    const tell = this.telling();
    for (const page of pages) {
      const { line } = page;
      if (!line.headersSent || line.destroyed || line.writableEnded) continue;
      if (line.writableLength > MOST_UNREAD_BYTES) {
        line.destroy();
        continue;
      }
      try {
        await tell(page);
      } catch (error) {
        if (error instanceof DatabaseAway) return false;
        log.error({ err: error }, "an open page cannot be told of changes");
      }
    }
    return true;
  }
}
