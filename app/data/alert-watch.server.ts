/**
 * The app's watch over those who wait, for room or for a word: one process of all on a database, woken by what changes there and by a slow clock.
 * It keeps nothing that the database does not have: killed at any moment, the next one goes on where it stood.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { lineFor, offerInOrder, settleAlerts } from "./alert-line.server";
import { raiseByTime } from "./ask-watch.server";
import { DatabaseAway } from "./connection.server";
import { listen, sql, within } from "./database.server";
import { log } from "./log.server";
import { canSendMail } from "./mail.server";
import { sendNotices } from "./notices.server";
import { placesIn } from "./places.server";
import { remindStaff } from "./reminders.server";

// Opening hours and deadlines come without a notice, and a process that died is missed after this.
const CLOCK_MS = 10_000;
// A burst of changes is one round.
const GAP_MS = 300;
const RETRY_MS = 1_000;
// A mail that waits for its next try.
const POST_MS = 2_000;
// After the moment itself, so that the database's clock has passed it too.
const LAPSED_MS = 50;
// While no mail leaves, room is not kept for people who cannot be told.
const MAIL_AWAY_MS = 60_000;
const CHANNELS = ["alert_changed", "pool_changed", "hold_changed", "opening_changed"] as const;

export class AlertWatch {
  readonly #id = randomUUID();
  readonly #clockMs: number;
  readonly #stops: (() => void)[] = [];
  #running: Promise<void> | undefined;
  #ended = false;
  #woken = false;
  #wake = () => {};
  #mailAwayUntil = 0;
  #raiseFrom = 0;

  constructor(clockMs = CLOCK_MS) {
    this.#clockMs = clockMs;
  }

  begin(): void {
    this.#running ??= this.#run();
  }

  async end(): Promise<void> {
    this.#ended = true;
    this.#rouse();
    for (const stop of this.#stops) stop();
    await this.#running;
  }

  /** Everything there is to do now; how long until there may be more. */
  async round(): Promise<number> {
    if (!canSendMail()) return this.#roundWithoutMail();
    let line = await lineFor(this.#id);
    if (line.kind === "watched") return this.#clockMs;
    if (line.settle.length > 0) {
      await settleAlerts(line.settle);
      line = await lineFor(this.#id);
      if (line.kind === "watched") return this.#clockMs;
    }
    const isMailAway = Date.now() < this.#mailAwayUntil;
    const offered = isMailAway || line.waiting.length === 0 ? 0 : await offerInOrder(line);
    const reminded = await this.#remind();
    const raised = await this.#raise();
    const isLeft = line.notices + offered + reminded + raised > 0 && (await this.#post());
    return Math.min(this.#clockMs, isLeft ? POST_MS : Infinity, await untilNextLapse());
  }

  /** Nobody can be told, and who asks for a mail is told so; what time brings is seen at the desk all the same. */
  async #roundWithoutMail(): Promise<number> {
    await this.#raise();
    return this.#clockMs;
  }

  /** Whether some mail is left to be tried again. */
  async #post(): Promise<boolean> {
    const kinds = await sendNotices();
    if (kinds.includes("away")) this.#mailAwayUntil = Date.now() + MAIL_AWAY_MS;
    else if (kinds.includes("sent")) this.#mailAwayUntil = 0;
    const line = await lineFor(this.#id);
    return line.kind === "mine" && line.notices > 0;
  }

  async #remind(): Promise<number> {
    let told = 0;
    for (const { regionId, timeZone } of await regionsThatDecide()) {
      told += await remindStaff(await placesIn(regionId), timeZone, Date.now() / 1000);
    }
    return told;
  }

  /** Time alone raises asks, ends stays and makes offers doubtful: at every tick of the clock, however often something else changes. */
  async #raise(): Promise<number> {
    if (Date.now() < this.#raiseFrom) return 0;
    this.#raiseFrom = Date.now() + this.#clockMs;
    return raiseByTime(new Date());
  }

  async #run(): Promise<void> {
    while (!this.#ended) {
      // What changes from here on is looked at in the next round.
      this.#woken = false;
      let ms = RETRY_MS;
      try {
        await this.#listen();
        ms = await this.round();
      } catch (error) {
        if (!(error instanceof DatabaseAway)) log.error({ err: error }, "the watch over alerts stumbled");
      }
      if (!this.#woken) await this.#rest(ms);
      if (!this.#ended) await sleep(GAP_MS, undefined, { ref: false });
    }
  }

  async #listen(): Promise<void> {
    const rouse = () => this.#rouse();
    while (this.#stops.length < CHANNELS.length) {
      this.#stops.push(await listen(CHANNELS[this.#stops.length]!, rouse, rouse));
    }
  }

  #rouse(): void {
    this.#woken = true;
    this.#wake();
  }

  /** Until something changes, or the time is over. */
  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms).unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.#ended) this.#wake();
    });
  }
}

async function untilNextLapse(): Promise<number> {
  const [{ ms }] = await within(sql<[{ ms: number | null }]>`
    select (extract(epoch from at - clock_timestamp()) * 1000)::float8 as ms
    from next_lapse`);
  return ms === null ? Infinity : Math.max(0, ms) + LAPSED_MS;
}

/** Where somebody decides by an hour that is near. */
async function regionsThatDecide(): Promise<{ regionId: number; timeZone: string }[]> {
  return within(sql<{ regionId: number; timeZone: string }[]>`
    select distinct region_id, time_zone
    from regions
      join listed_places using (region_id)
      join opening_rules using (place_id)
      cross join lateral (select clock_timestamp() at time zone time_zone as wall) as clock
    where decided_at - extract(hour from wall) * 60 - extract(minute from wall) between -61 and 31`);
}
