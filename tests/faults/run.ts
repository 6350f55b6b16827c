/** One run: a town, two app processes, a crowd, the faults of a seed, and what is left held against what was said. */
import { setTimeout as sleep } from "node:timers/promises";
import { seeded } from "../../scripts/bench/seeded";
import { ensureBuild } from "../support/app";
import { prepareApp, type AppProcess } from "./apps";
import { faultsIn } from "./check";
import { startRunDatabase, type RunDatabase } from "./database";
import { beStaff, beVoices } from "./desks";
import { untilHealthy } from "./health";
import { happen, roundOf, type Fault, type Scene } from "./plan";
import { brokenNow, letSomeLapse, readRows } from "./rows";
import { beSeekers } from "./seekers";
import { makeTown } from "./town";
import type { Outcome } from "./outcome";
import { World } from "./world";

export type RunAsked = { seconds: number; clients: number; seed: number; rate: number };

const PLACES = 12;
const APPS = 2;
// Of a crowd of 100: so many voices at the door; staff are two for each place, and the rest are families.
const VOICES_SHARE = 0.08;
const QUIET_MS = 1_500;
const LOOK_EVERY_MS = 400;
const LAPSES = 0.04;
const HEALTHY_MS = 2_000;

export async function runFaults(asked: RunAsked, say: (line: string) => void): Promise<Outcome> {
  await ensureBuild();
  const database = await startRunDatabase(say);
  const apps: AppProcess[] = [];
  try {
    const town = await database.asOwner((owner) => makeTown(owner, PLACES));
    for (let n = 1; n <= APPS; n++) apps.push(await prepareApp(`app ${n}`, database.webUrl, database.secret));
    await Promise.all(apps.map((app) => app.start()));
    const world = new World(town, apps, asked.seed, (1000 * asked.clients) / asked.rate);
    return await new Run(world, database, apps, asked, say).go();
  } finally {
    await Promise.all(apps.map((app) => app.remove()));
    await database.stop();
  }
}

class Run {
  readonly #outcome: Outcome;
  readonly #scene: Scene;

  constructor(
    readonly world: World,
    readonly database: RunDatabase,
    readonly apps: AppProcess[],
    readonly asked: RunAsked,
    readonly say: (line: string) => void,
  ) {
    const { seed } = asked;
    this.#outcome = {
      asked,
      history: world.history,
      faults: {},
      healthyMs: [],
      stoppedMs: [],
      resent: 0,
      looked: 0,
      broken: [],
      rows: null,
      seconds: 0,
    };
    this.#scene = {
      apps,
      database,
      random: seeded(seed + 1),
      onBack: () => this.#watchRecovery(),
      onStopped: (ms) => void this.#outcome.stoppedMs.push(ms),
    };
  }

  async go(): Promise<Outcome> {
    const outcome = this.#outcome;
    const crowd = this.#crowd();
    const looking = this.#lookOn();
    await this.#letFaultsHappen();
    this.world.isOver = true;
    await Promise.all([...crowd, looking]);
    outcome.resent = await this.world.sendAgain();
    outcome.seconds = this.world.at() / 1000;
    for (const app of this.apps) outcome.stoppedMs.push(await app.stop());
    outcome.rows = await this.database.asOwner(readRows);
    outcome.broken.push(
      ...faultsIn(outcome.history, outcome.rows),
      ...this.apps.flatMap(({ faults }) => faults),
      ...restartFaults(outcome),
    );
    this.world.close();
    return outcome;
  }

  #crowd(): Promise<void>[] {
    const { desks } = this.world.town;
    const voices = Math.ceil(this.asked.clients * VOICES_SHARE);
    const seekers = Math.max(1, this.asked.clients - voices - desks.length);
    return [
      ...desks.map((desk) => beStaff(this.world, desk)),
      ...Array.from({ length: voices }, () => beVoices(this.world)),
      ...Array.from({ length: seekers }, () => beSeekers(this.world)),
    ];
  }

  async #letFaultsHappen(): Promise<void> {
    const until = Date.now() + this.asked.seconds * 1000;
    await sleep(QUIET_MS);
    for (let round: Fault[] = []; Date.now() < until; await sleep(QUIET_MS)) {
      if (round.length === 0) round = roundOf(this.#scene.random);
      const fault = round.shift()!;
      this.world.during = fault;
      this.say(`${(this.world.at() / 1000).toFixed(0).padStart(4)} s  ${fault}`);
      await happen(fault, this.#scene);
      this.world.during = null;
      this.#outcome.faults[fault] = (this.#outcome.faults[fault] ?? 0) + 1;
    }
  }

  async #watchRecovery(): Promise<void> {
    const { world } = this;
    const book = { history: world.history, at: () => world.at() };
    const healthy = this.apps.map((app) => untilHealthy(app, world.town, book));
    for (const ms of await Promise.all(healthy)) {
      if (ms === null || ms > HEALTHY_MS)
        this.#outcome.broken.push(
          `not healthy ${ms === null ? "at all" : `before ${(ms / 1000).toFixed(1)} s`} after the database's return at ${(world.at() / 1000).toFixed(0)} s`,
        );
      if (ms !== null) this.#outcome.healthyMs.push(ms);
    }
  }

  /** A connection of its own, past the lines that fail. */
  async #lookOn(): Promise<void> {
    while (!this.world.isOver) {
      await sleep(LOOK_EVERY_MS);
      try {
        const broken = await this.database.asOwner(async (owner) => {
          const found = await brokenNow(owner);
          await letSomeLapse(owner, LAPSES);
          return found;
        });
        this.#outcome.broken.push(...broken);
        this.#outcome.looked++;
      } catch {
        // The database is away: that is what the run is about.
      }
    }
  }
}

// Where the machine held a process back, a form may have been on its way unseen.
const UNDISTURBED_MS = 100;

/** One process at a time stops and comes back: every form is answered, by it or by the other. */
function restartFaults({ history }: Outcome): string[] {
  return history.changes.flatMap(({ kind, key, attempts }) =>
    attempts
      .filter(
        ({ during, status, heldMs }) =>
          during === "a rolling restart" && status === null && heldMs < UNDISTURBED_MS,
      )
      .map(
        ({ sentAt, ms, broke }) =>
          `${kind} ${key}: no answer at ${(sentAt / 1000).toFixed(1)} s, after ${Math.round(ms)} ms (${broke}), during a rolling restart`,
      ),
  );
}
