/**
 * The places of a region as they were read last, kept for as long as this process would hear of a change: a list is asked
 * for far more often than it changes. Without a line to the database nothing is kept.
 */
import type { Place } from "~/domain/place";
import type { Region } from "~/domain/region";
import { listen } from "./database.server";
import { log } from "./log.server";
import { firstEnd, newlyKept, withAnew, type Kept } from "./kept-region.server";
import { madeOf } from "./made-of.server";
import { apart, inTime, msLeft } from "./patience.server";
import { findPlace, placesAmong, placesIn } from "./places.server";
import { regions } from "./regions.server";

// An import, room again where a hold's time is over, a line that died without a word: no notice says so. Nobody reads what is older.
const KEPT_MS = 3_000;
const ANSWER_MS = 4_000;
const RETRY_MS = 2_000;
const CHANNELS = ["pool_changed", "hold_changed", "opening_changed", "rooms_changed"] as const;

export class KeptPlaces {
  readonly #kept = new Map<number, Kept>();
  readonly #regionOf = new Map<number, number>();
  readonly #placeOf = new Map<number, number>();
  readonly #keptMs: number;
  #all: { regions: Promise<Region[]>; readAt: number } | undefined;
  #stops: (() => void)[] = [];
  #isOnLine = false;
  #isOver = false;

  constructor(keptMs = KEPT_MS) {
    this.#keptMs = keptMs;
  }

  /** From when it hears of changes on, places are kept; until then each question is asked anew. */
  async begin(): Promise<void> {
    for (let at = 0; at < CHANNELS.length && !this.#isOver;) {
      try {
        this.#stops.push(await this.#hear(CHANNELS[at]!));
        at++;
        this.#isOnLine = true;
      } catch {
        log.warn("not told of changes yet: nothing is kept");
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  end(): void {
    this.#isOver = true;
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#forget();
  }

  /** By their ids, as the public reads them. */
  async in(regionId: number): Promise<readonly Place[]> {
    if (!this.#hears) {
      madeOf(() => false);
      return placesIn(regionId);
    }
    const kept = this.#kept.get(regionId) ?? newlyKept();
    this.#kept.set(regionId, kept);
    const [asked, heard] = [performance.now(), kept.heard];
    while (kept.read < heard || this.#isOld(kept, asked)) {
      kept.reading ??= apart(() => this.#read(regionId, kept)).finally(() => (kept.reading = null));
      await inTime(kept.reading, msLeft(ANSWER_MS));
    }
    const { read } = kept;
    madeOf(() => kept.heard === read && this.#kept.get(regionId) === kept);
    return kept.places;
  }

  /** The place with its region; undefined for one that is not listed. */
  async find(placeId: number): Promise<{ place: Place; region: Region } | undefined> {
    const regionId = this.#regionOf.get(placeId);
    const known = regionId !== undefined && (await this.in(regionId)).find((one) => one.placeId === placeId);
    const all = await this.regions();
    if (known) {
      const region = all.find((one) => one.regionId === regionId);
      if (region) return { place: known, region };
    }
    const found = await findPlace(placeId);
    const region = found && all.find(({ slug }) => slug === found.regionSlug);
    return found && region ? { place: found.place, region } : undefined;
  }

  /** In the order of their names. */
  regions(): Promise<Region[]> {
    const now = performance.now();
    if (!this.#hears) return regions();
    if (!this.#all || this.#all.readAt <= now - this.#keptMs) {
      const all = { regions: apart(regions), readAt: now };
      this.#all = all;
      all.regions.catch(() => this.#all === all && (this.#all = undefined));
    }
    return inTime(this.#all.regions, msLeft(ANSWER_MS));
  }

  get #hears(): boolean {
    return this.#isOnLine && this.#stops.length === CHANNELS.length;
  }

  #hear(channel: (typeof CHANNELS)[number]): Promise<() => void> {
    const onChange = (payload: string) => {
      const id = Number(payload.split(":", 1)[0]);
      if (channel === "rooms_changed") this.#noteRooms(id);
      else this.#note(channel === "opening_changed" ? id : this.#placeOf.get(id));
    };
    const onReconnect = () => {
      this.#forget();
      this.#isOnLine = true;
    };
    const onLost = () => {
      this.#isOnLine = false;
      this.#forget();
    };
    return listen(channel, onChange, onReconnect, onLost);
  }

  #note(placeId: number | undefined): void {
    const regionId = placeId === undefined ? undefined : this.#regionOf.get(placeId);
    const kept = regionId === undefined ? undefined : this.#kept.get(regionId);
    if (placeId === undefined || regionId === undefined) return this.#forget();
    if (!kept) return;
    kept.heard++;
    if (kept.changed !== "all") kept.changed.add(placeId);
  }

  /** Read with the places, and not kept: what they are in ends. */
  #noteRooms(regionId: number): void {
    const kept = this.#kept.get(regionId);
    if (kept) kept.heard++;
  }

  /** Whoever still waits for a reading of before is answered with it; nobody who comes later is. */
  #forget(): void {
    this.#kept.clear();
    this.#all = undefined;
  }

  async #read(regionId: number, kept: Kept): Promise<void> {
    const [at, heard, changed] = [performance.now(), kept.heard, kept.changed];
    kept.changed = new Set();
    try {
      if (changed === "all" || this.#isOld(kept, at)) {
        kept.places = await placesIn(regionId);
        kept.readAt = at;
      } else {
        const placeIds = [...changed];
        if (placeIds.length > 0) kept.places = withAnew(kept.places, placeIds, await placesAmong(placeIds));
      }
      this.#index(regionId, kept.places);
      kept.ends = at + firstEnd(kept.places);
      kept.read = heard;
    } catch (error) {
      kept.changed = "all";
      throw error;
    }
  }

  #isOld({ readAt, ends }: Kept, at: number): boolean {
    return readAt <= at - this.#keptMs || ends < at;
  }

  #index(regionId: number, places: readonly Place[]): void {
    for (const { placeId, pools } of places) {
      this.#regionOf.set(placeId, regionId);
      for (const { poolId } of pools) this.#placeOf.set(poolId, placeId);
    }
  }
}

const shared = new KeptPlaces();

/** Of this process: it begins with its web server. */
export const keptPlaces: Pick<KeptPlaces, "in" | "find" | "regions"> = shared;

/** Returns the way to stop. */
export function keepPlaces(): () => void {
  void shared.begin();
  return () => shared.end();
}
