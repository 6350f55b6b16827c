/**
 * So many requests at once, the others in turn: a server that begins everything at the same time ends nothing in time.
 * Who would wait too long is told so at once and may ask again.
 */
import { performance } from "node:perf_hooks";

type Waiting = { begin: (isTurn: boolean) => void; late: NodeJS.Timeout };
type Limits = { atOnce: number; most: number; waitMs: number; mostWaiting: number };

// As many as the pool has connections. What has begun goes on by itself: on a slow machine ten take a second.
const LIMITS: Limits = { atOnce: 10, most: 60, waitMs: 1_500, mostWaiting: 1_000 };
// Requests that only wait, for a database that is silent perhaps, hold up nobody: while there is time to work more may begin.
const LOOK_EVERY_MS = 100;
const MORE_EACH_LOOK = 4;
const BUSY = 0.8;

export class Turns {
  readonly #limits: Limits;
  readonly #waiting: Waiting[] = [];
  readonly #looking: NodeJS.Timeout;
  #begun = 0;
  #used = performance.eventLoopUtilization();

  constructor(limits: Partial<Limits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
    this.#looking = setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  /** True when it may begin, and then leave() must follow; false when that would come too late. */
  take(): Promise<boolean> {
    if (this.#begun < this.#limits.atOnce) return Promise.resolve(this.#begin());
    if (this.#waiting.length >= this.#limits.mostWaiting) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiting: Waiting = {
        begin: resolve,
        late: setTimeout(() => {
          this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
          resolve(false);
        }, this.#limits.waitMs),
      };
      this.#waiting.push(waiting);
    });
  }

  /** Work that begins in its turn, with what is left of its time; undefined where its turn would come too late. */
  async give<Result>(ms: number, work: (left: number) => Promise<Result>): Promise<Result | undefined> {
    const since = performance.now();
    if (!(await this.take())) return undefined;
    try {
      return await work(ms - (performance.now() - since));
    } finally {
      this.leave();
    }
  }

  leave(): void {
    this.#begun--;
    if (this.#begun < this.#limits.atOnce) this.#next();
  }

  end(): void {
    clearInterval(this.#looking);
  }

  #begin(): true {
    this.#begun++;
    return true;
  }

  #next(): void {
    const first = this.#waiting.shift();
    if (!first) return;
    clearTimeout(first.late);
    first.begin(this.#begin());
  }

  #look(): void {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#used);
    this.#used = now;
    if (utilization >= BUSY) return;
    const more = Math.min(MORE_EACH_LOOK, this.#limits.most - this.#begun);
    for (let one = 0; one < more; one++) this.#next();
  }
}
