/**
 * The timetable of each region, loaded once per process and shared by all requests.
 * A new one is made beside the one in use and takes its place when it is whole; a request keeps the one it began with.
 */
import type { Region } from "~/domain/region";
import { DatabaseAway } from "./connection.server";
import { listen } from "./database.server";
import { log } from "./log.server";
import { apart, inTime, msLeft } from "./patience.server";
import { type Build, loadedFrom, type LoadedTimetable, loadedWithoutFeeds } from "./timetables/load.server";
import { warmUp } from "./timetables/warm-up.server";
import { BuildFailed, builtApart } from "./timetables/worker.server";

type Kept = {
  region: Region;
  inUse: LoadedTimetable | undefined;
  /** The hand-entered lines alone, until a worker comes to its end. */
  makeshift: LoadedTimetable | undefined;
  loading: Promise<LoadedTimetable> | undefined;
  /** Something changed since the load under way began. */
  changed: boolean;
  /** How often in a row no worker came to its end. */
  failures: number;
};

const RETRY_MS = 2_000;
// What made a worker fail may pass; where it does not, trying is not free.
const REBUILD_MS = 60_000;
const LONGEST_REBUILD_MS = 3_600_000;
// Nobody waits longer than five seconds for an answer: then they are told to ask again.
const FIRST_WAIT_MS = 4_500;

type Options = { build?: Build; firstWaitMs?: number };

export class Timetables {
  readonly #kept = new Map<number, Kept>();
  readonly #build: Build;
  readonly #firstWaitMs: number;
  #listening: Promise<void> | undefined;

  constructor({ build = builtApart, firstWaitMs = FIRST_WAIT_MS }: Options = {}) {
    this.#build = build;
    this.#firstWaitMs = firstWaitMs;
  }

  /** Throws DatabaseAway while there is none yet: the database does not answer, or the first load takes its time. */
  async of(region: Region): Promise<LoadedTimetable> {
    const entry = this.#kept.get(region.regionId) ?? newlyKept(region);
    this.#kept.set(region.regionId, entry);
    const movedZone = entry.region.timeZone !== region.timeZone;
    entry.region = region;
    this.#hearChanges();
    if (movedZone) this.#reload(entry);
    return entry.inUse ?? entry.makeshift ?? inTime(this.#loadOnce(entry), msLeft(this.#firstWaitMs));
  }

  #hearChanges(): void {
    const reloadRegion = (payload: string) => {
      const entry = this.#kept.get(Number(payload));
      if (entry) this.#reload(entry);
    };
    const reloadAll = () => {
      for (const entry of this.#kept.values()) this.#reload(entry);
    };
    if (this.#listening) return;
    // What changed before the ear was open was not heard: all are looked at again once it is.
    this.#listening = apart(() => listen("timetable_changed", reloadRegion, reloadAll)).then(
      reloadAll,
      (error: unknown) => {
        this.#listening = undefined;
        log.warn({ err: error }, "not told of changed timetables yet");
      },
    );
  }

  #reload(entry: Kept): void {
    entry.changed = true;
    // Who asked for a first one hears of its failure; nobody waits for this.
    this.#loadOnce(entry).catch(() => {});
  }

  /** Rejects only where there is no timetable to go on with. */
  #loadOnce(entry: Kept): Promise<LoadedTimetable> {
    entry.loading ??= apart(() => this.#loadUntilCurrent(entry))
      .catch((error: unknown) => this.#goOnWithout(entry, error))
      .finally(() => {
        entry.loading = undefined;
      });
    return entry.loading;
  }

  async #loadUntilCurrent(entry: Kept): Promise<LoadedTimetable> {
    for (;;) {
      entry.changed = false;
      const outcome = await this.#load(entry).catch((error: unknown) => ({ error }));
      // What came in force while a broken one was looked at is not broken too.
      if (entry.changed) continue;
      if ("error" in outcome) throw outcome.error;
      return outcome;
    }
  }

  async #load(entry: Kept): Promise<LoadedTimetable> {
    const loaded = await loadedFrom(entry.region, entry.inUse, this.#build);
    if (loaded !== entry.inUse) await warmUp(loaded.timetable, Math.floor(Date.now() / 1000));
    entry.inUse = loaded;
    entry.makeshift = undefined;
    entry.failures = 0;
    return loaded;
  }

  async #goOnWithout(entry: Kept, error: unknown): Promise<LoadedTimetable> {
    const failed = error instanceof BuildFailed;
    if (!entry.inUse && !failed) throw error;
    const goingOn = entry.inUse ? "the timetable in use stays" : "going on with hand-entered lines alone";
    // That a database is away is said by whoever watches it; here it is only a wait.
    const level = error instanceof DatabaseAway ? "warn" : "error";
    log[level]({ err: error, region: entry.region.slug }, `${goingOn}: the new one cannot be loaded`);
    if (failed) this.#reloadIn(entry, Math.min(REBUILD_MS * 2 ** entry.failures++, LONGEST_REBUILD_MS));
    // A database away comes back; a broken feed stays broken until another one is put in force.
    if (error instanceof DatabaseAway) this.#reloadIn(entry, RETRY_MS);
    if (!entry.inUse) entry.makeshift = await loadedWithoutFeeds(entry.region);
    return entry.inUse ?? entry.makeshift!;
  }

  #reloadIn(entry: Kept, ms: number): void {
    setTimeout(() => this.#reload(entry), ms).unref();
  }
}

function newlyKept(region: Region): Kept {
  return { region, inUse: undefined, makeshift: undefined, loading: undefined, changed: false, failures: 0 };
}

const shared = new Timetables();

export function timetableOf(region: Region): Promise<LoadedTimetable> {
  return shared.of(region);
}
