/** One connection that listens for a whole process, and says when it may have missed something. */
import { answerWithin, connect, DatabaseAway } from "./connection.server";

/** Notices sent while the line was lost never come: onReconnect is the moment to read the state again. */
export type Listener = {
  onChange: (payload: string) => void;
  onReconnect: () => void;
  /** From now on nothing is heard, until onReconnect. */
  onLost?: () => void;
};

// A network that went silent says nothing: the ear has to ask whether the line still lives.
const STILL_THERE_MS = 15_000;
const ANSWER_MS = 4000;
const REDIAL_MS = 250;

export class Ear {
  readonly #url: string;
  readonly #stillThereMs: number;
  readonly #listeners = new Map<string, Set<Listener>>();
  #arrivals: (() => void)[] = [];
  #wake = () => {};
  #listening: Promise<void> | undefined;
  #hasHeard = false;
  #lastTrouble: unknown;
  #closed = false;

  constructor(url: string, stillThereMs = STILL_THERE_MS) {
    this.#url = url;
    this.#stillThereMs = stillThereMs;
  }

  /** Resolves when the channel is listened to, with the way to stop; throws DatabaseAway where that takes too long. */
  async hear(channel: string, listener: Listener): Promise<() => void> {
    const ofChannel = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, ofChannel.add(listener));
    const heard = new Promise<boolean>((resolve) => this.#arrivals.push(() => resolve(true)));
    this.#listening ??= this.#keepListening();
    this.#wake();
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, ANSWER_MS, false).unref());
    if (await Promise.race([heard, late])) return () => void ofChannel.delete(listener);
    ofChannel.delete(listener);
    throw new DatabaseAway("unreachable", { cause: this.#lastTrouble });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#wake();
    await this.#listening;
  }

  async #keepListening(): Promise<void> {
    while (!this.#closed) {
      try {
        await this.#listenUntilLost();
      } catch (trouble) {
        this.#lastTrouble = trouble;
      }
      if (!this.#closed) await this.#pause(REDIAL_MS);
    }
  }

  /** To say `listen` again is harmless, so it is also the question "still there?". */
  async #listenUntilLost(): Promise<void> {
    const line = { lost: false };
    const onclose = () => {
      line.lost = true;
      this.#wake();
    };
    const sql = connect(this.#url, { max: 1, staysOpen: true, onnotify: this.#tell, onclose });
    try {
      for (let round = 0; !line.lost && !this.#closed; round++) {
        const arrived = this.#arrivals;
        this.#arrivals = [];
        const channels = [...this.#listeners.keys()].map((channel) => `listen "${channel}"`);
        try {
          await answerWithin(sql.unsafe(channels.join("; ")), ANSWER_MS, onclose);
        } catch (trouble) {
          this.#arrivals.unshift(...arrived);
          throw trouble;
        }
        for (const arrive of arrived) arrive();
        if (round === 0) this.#sayReconnected();
        if (!line.lost && this.#arrivals.length === 0) await this.#pause(this.#stillThereMs);
      }
    } finally {
      for (const listener of this.#everyone()) listener.onLost?.();
      void sql.end({ timeout: 1 });
    }
  }

  #tell = (channel: string, payload: string) => {
    for (const listener of this.#listeners.get(channel) ?? []) listener.onChange(payload);
  };

  #sayReconnected(): void {
    const everyone = this.#hasHeard ? this.#everyone() : [];
    this.#hasHeard = true;
    for (const listener of everyone) listener.onReconnect();
  }

  #everyone(): Listener[] {
    return [...this.#listeners.values()].flatMap((each) => [...each]);
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#closed) return resolve();
      const timer = setTimeout(resolve, ms).unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
