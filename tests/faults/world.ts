/** What all clients of a run share: its town, its chance, its clock, and the book in which every form is written down. */
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { seeded, type Seeded } from "../../scripts/bench/seeded";
import type { AppProcess } from "./apps";
import { Browser, type Form, type Got, type Page } from "./browser";
import type { Change, ChangeKind, History, Said } from "./history";
import type { Town } from "./town";

export type Read = (page: Page) => Said | Promise<Said>;
type Sending = { browser: Browser; kind: ChangeKind; form: Form; fields: Record<string, string>; read: Read };

// As often as a person presses the button again; what then has no answer is sent once more when all is over.
const MOST_TRIES = 6;
const DOUBLE_TAPS = 0.1;

export class World {
  readonly history: History = { changes: [], readings: [] };
  readonly random: Seeded;
  isOver = false;
  during: string | null = null;
  readonly #apps: AppProcess[];
  readonly #agents: Map<AppProcess, http.Agent>;
  readonly #since = Date.now();
  readonly #unanswered: { sending: Sending; change: Change }[] = [];
  readonly #pauseMs: number;
  #browsers = 0;

  constructor(
    readonly town: Town,
    apps: AppProcess[],
    seed: number,
    pauseMs: number,
  ) {
    this.random = seeded(seed);
    this.#apps = apps;
    this.#agents = new Map(apps.map((app) => [app, new http.Agent({ keepAlive: true })]));
    this.#pauseMs = pauseMs;
  }

  /** A browser nobody used before, at an address of its own. */
  browser(): Browser {
    const n = this.#browsers++;
    const address = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
    return new Browser(this.#apps, this.#agents, () => this.random.next(), address);
  }

  oneOf<Of>(all: readonly Of[]): Of {
    return all[this.random.upTo(all.length)]!;
  }

  chance(share: number): boolean {
    return this.random.next() < share;
  }

  /** As long as a person needs to read a page. */
  pause(times = 1): Promise<void> {
    return sleep((0.5 + this.random.next()) * this.#pauseMs * times);
  }

  /** Milliseconds since the run began. */
  at(moment = Date.now()): number {
    return moment - this.#since;
  }

  /** The page, or null where there was none to read. */
  async open(browser: Browser, path: string): Promise<Page | null> {
    const { during } = this;
    const got = await browser.open(path);
    const reading = {
      path: path.replace(/\?.*/, "").replaceAll(/\d+|[\da-f-]{36}/g, "N"),
      ms: got.ms,
      heldMs: got.heldMs,
      status: got.status,
    };
    this.history.readings.push({ ...reading, sentAt: this.at(got.at), during });
    return got.status === 200 || got.status === 302 ? got : null;
  }

  /** Whether the words opened a hold; who only reads changes nothing, so there is no key. */
  async sayCode(browser: Browser, action: string, code: string): Promise<boolean> {
    const { during } = this;
    const got = await browser.send(action, { code });
    this.history.readings.push({
      path: action,
      ms: got.ms,
      heldMs: got.heldMs,
      status: got.status,
      sentAt: this.at(got.at),
      during,
    });
    return got.status === 302;
  }

  /** Sends a form until it is answered; a person who gives up is remembered. */
  async send(sending: Sending): Promise<Said> {
    const change: Change = { kind: sending.kind, key: sending.fields.key!, attempts: [] };
    this.history.changes.push(change);
    if (this.chance(DOUBLE_TAPS)) void this.#once(sending, change);
    for (let tries = 0; tries < MOST_TRIES && !this.isOver; tries++) {
      const said = await this.#once(sending, change);
      if (said.kind !== "unknown") return said;
      await this.pause(0.5);
    }
    this.#unanswered.push({ sending, change });
    return { kind: "unknown", why: "no answer" };
  }

  /** When all is well again: every form that is still without an answer, with the same key. */
  async sendAgain(): Promise<number> {
    const left = this.#unanswered.splice(0);
    for (const { sending, change } of left) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        if ((await this.#once(sending, change)).kind !== "unknown") break;
        await sleep(250);
      }
    }
    return left.length;
  }

  async #once({ browser, form, fields, read }: Sending, change: Change): Promise<Said> {
    const { during } = this;
    const got = await browser.send(form.action, fields);
    const said = await saidIn(got, read);
    change.attempts.push({
      sentAt: this.at(got.at),
      ms: got.ms,
      heldMs: got.heldMs,
      status: got.status,
      ...(got.status === null && { broke: got.broke }),
      said,
      during,
    });
    return said;
  }

  close(): void {
    for (const agent of this.#agents.values()) agent.destroy();
  }
}

async function saidIn(got: Got, read: Read): Promise<Said> {
  if (got.status === null) return { kind: "unknown", why: "no answer" };
  if (got.status >= 500) return { kind: "unknown", why: "away" };
  return read(got);
}
