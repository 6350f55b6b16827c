/** The faults of a run: each kind in every round, in an order the seed decides, with a quiet moment between them. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Seeded } from "../../scripts/bench/seeded";
import type { AppProcess } from "./apps";
import type { RunDatabase } from "./database";

export const FAULTS = [
  "connections ended",
  "a backend killed",
  "the database killed",
  "an app killed",
  "a rolling restart",
  "a silent network, healed",
  "a silent network, reset",
  "answers lost",
  "a slow network",
  "connections reset",
] as const;
export type Fault = (typeof FAULTS)[number];

export type Scene = {
  apps: AppProcess[];
  database: RunDatabase;
  random: Seeded;
  /** The database takes connections again; how soon the apps do is measured. */
  onBack(): Promise<void>;
  /** How long an app took from SIGTERM to its end. */
  onStopped(ms: number): void;
};

/** In the order of one round. */
export function roundOf(random: Seeded): Fault[] {
  const left: Fault[] = [...FAULTS];
  const round: Fault[] = [];
  while (left.length > 0) round.push(...left.splice(random.upTo(left.length), 1));
  return round;
}

export async function happen(fault: Fault, scene: Scene): Promise<void> {
  const { apps, database, random } = scene;
  const app = apps[random.upTo(apps.length)]!;
  const forSeconds = (from: number, to: number) => sleep(1000 * (from + random.next() * (to - from)));
  switch (fault) {
    case "connections ended":
      return endConnections(scene);
    case "a backend killed":
      await database.killBackend();
      await database.untilBack();
      return scene.onBack();
    case "the database killed":
      return killDatabase(scene, () => forSeconds(0.2, 3));
    case "an app killed":
      await app.kill();
      await forSeconds(0, 2);
      return app.start();
    case "a rolling restart":
      return restartInTurn(scene);
    case "connections reset":
      return app.line.reset();
    case "a slow network":
      app.line.delay(100 + random.upTo(500));
      await forSeconds(2, 5);
      return app.line.heal();
    default:
      return loseTheNetwork(fault, app, () => forSeconds(1, 8));
  }
}

async function endConnections({ database, random }: Scene): Promise<void> {
  for (let times = 1 + random.upTo(5); times > 0; times--) {
    await database.endBackends();
    await sleep(50 + random.upTo(400));
  }
}

async function killDatabase({ database, onBack }: Scene, pause: () => Promise<void>): Promise<void> {
  await database.kill();
  await pause();
  const back = database.untilBack();
  const started = database.start();
  await back;
  await Promise.all([onBack(), started]);
}

async function restartInTurn({ apps, onStopped }: Scene): Promise<void> {
  for (const app of apps) {
    onStopped(await app.stop());
    await app.start();
    await sleep(300);
  }
}

async function loseTheNetwork(fault: Fault, { line }: AppProcess, pause: () => Promise<void>): Promise<void> {
  if (fault === "answers lost") line.loseAnswers();
  else line.silence();
  await pause();
  // Where bytes are missing no connection can go on; where they only came late it can.
  if (fault !== "a silent network, healed") line.reset();
  line.heal();
}
