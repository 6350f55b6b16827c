/** What open pages are told: every place as the public reads it, read once for the whole process when it has changed. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Place } from "~/domain/place";
import { LANGUAGES, type Language } from "~/text/language";
import { placeNews } from "~/text/live";
import { DatabaseAway } from "./connection.server";
import { listen, sql, within } from "./database.server";
import { log } from "./log.server";
import { findPlace, placesIn } from "./places.server";
import { regions } from "./regions.server";

/** A PlaceNews as JSON, by language. */
export type News = Record<Language, string>;

export type Listener = {
  onNews: (placeId: number, news: News) => void;
  /** All was just read: what was told so far is how it is. */
  onCurrent: () => void;
};

type Kept = { pools: number[]; timeZone: string; news: News };
type Found = { place: Place; timeZone: string };

// Opening hours come without a notice; and where no notice gets through, nothing is older than this.
const REREAD_MS = 25_000;
const RETRY_MS = 500;
// A burst of changes is one reading.
const GAP_MS = 100;
// After the moment itself, so that the database's clock has passed it too.
const LAPSED_MS = 50;

export class LivePlaces {
  readonly #listener: Listener;
  readonly #rereadMs: number;
  readonly #kept = new Map<number, Kept>();
  readonly #changed = new Set<number>();
  #allChanged = false;
  #isReading = false;
  #turn: Promise<void> = Promise.resolve();
  #begun: Promise<void> | undefined;
  #stops: (() => void)[] = [];
  #reread: NodeJS.Timeout | undefined;
  #lapse: NodeJS.Timeout | undefined;
  #isCurrent = false;

  constructor(listener: Listener, rereadMs = REREAD_MS) {
    this.#listener = listener;
    this.#rereadMs = rereadMs;
  }

  /** Resolves once every place is known; throws DatabaseAway where that cannot be. */
  begin(): Promise<void> {
    this.#begun ??= this.#begin().catch((error: unknown) => {
      this.end();
      throw error;
    });
    return this.#begun;
  }

  /** Nobody watches any more. */
  end(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    clearInterval(this.#reread);
    clearTimeout(this.#lapse);
    this.#begun = undefined;
    this.#isCurrent = false;
    this.#kept.clear();
  }

  newsOf(placeId: number): News | undefined {
    return this.#kept.get(placeId)?.news;
  }

  /** False while the database is away: what is known may have changed. */
  get isCurrent(): boolean {
    return this.#isCurrent;
  }

  async #begin(): Promise<void> {
    const all = () => this.#note("all");
    const ofPool = (payload: string) => this.#note(this.#placeOf(leading(payload)));
    const ofPlace = (payload: string) => this.#note(leading(payload));
    this.#stops.push(await listen("pool_changed", ofPool, all));
    this.#stops.push(await listen("hold_changed", ofPool, all));
    this.#stops.push(await listen("opening_changed", ofPlace, all));
    // What changed before the ear was open was not heard.
    await this.#inTurn(() => this.#readAll());
    this.#reread = setInterval(all, this.#rereadMs).unref();
  }

  #placeOf(poolId: number): number | "all" {
    for (const [placeId, { pools }] of this.#kept) if (pools.includes(poolId)) return placeId;
    return "all";
  }

  #note(what: number | "all"): void {
    if (what !== "all" && this.#kept.has(what)) this.#changed.add(what);
    else this.#allChanged = true;
    if (!this.#isReading) void this.#readChanged();
  }

  async #readChanged(): Promise<void> {
    this.#isReading = true;
    while (this.#begun && (this.#allChanged || this.#changed.size > 0)) {
      try {
        await this.#inTurn(() => (this.#allChanged ? this.#readAll() : this.#readSome()));
        await sleep(GAP_MS);
      } catch (error) {
        this.#isCurrent = false;
        this.#allChanged = true;
        if (!(error instanceof DatabaseAway))
          log.error({ err: error }, "open pages cannot be told of changes");
        await sleep(RETRY_MS);
      }
    }
    this.#isReading = false;
  }

  /** One reading after another: an older one must not be told after a newer. */
  #inTurn(read: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(read);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #readSome(): Promise<void> {
    const placeIds = [...this.#changed];
    this.#changed.clear();
    for (const placeId of placeIds) {
      const found = await findPlace(placeId);
      const kept = this.#kept.get(placeId);
      if (found && kept) this.#tell({ place: found.place, timeZone: kept.timeZone });
    }
    await this.#watchLapses();
  }

  async #readAll(): Promise<void> {
    this.#allChanged = false;
    this.#changed.clear();
    const all = await everyPlace();
    const listed = new Set(all.map(({ place }) => place.placeId));
    for (const placeId of this.#kept.keys()) if (!listed.has(placeId)) this.#kept.delete(placeId);
    for (const found of all) this.#tell(found);
    await this.#watchLapses();
    this.#isCurrent = true;
    this.#listener.onCurrent();
  }

  /** Only what the public reads otherwise than before: that a hold came to a small pool is not told by telling nothing new. */
  #tell({ place, timeZone }: Found): void {
    const now = Math.floor(Date.now() / 1000);
    const worded = LANGUAGES.map((language) => [
      language,
      JSON.stringify(placeNews(place, timeZone, now, language)),
    ]);
    const news = Object.fromEntries(worded) as News;
    const before = this.#kept.get(place.placeId)?.news;
    this.#kept.set(place.placeId, { pools: place.pools.map(({ poolId }) => poolId), timeZone, news });
    const isNews = LANGUAGES.some((language) => before?.[language] !== news[language]);
    if (isNews) this.#listener.onNews(place.placeId, news);
  }

  async #watchLapses(): Promise<void> {
    const [{ ms }] = await within(sql<[{ ms: number | null }]>`
      select (extract(epoch from at - clock_timestamp()) * 1000)::float8 as ms
      from next_lapse`);
    clearTimeout(this.#lapse);
    if (ms !== null) this.#lapse = setTimeout(() => this.#note("all"), Math.max(0, ms) + LAPSED_MS).unref();
  }
}

async function everyPlace(): Promise<Found[]> {
  const found: Found[] = [];
  for (const { regionId, timeZone } of await regions())
    for (const place of await placesIn(regionId)) found.push({ place, timeZone });
  // A member's room has no page.
  return found.filter(({ place }) => place.kind !== "room");
}

/** The id in "12:3". */
function leading(payload: string): number {
  return Number(payload.split(":", 1)[0]);
}
