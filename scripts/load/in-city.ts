/** Lists of a city's size: at the hour when families ask, at the one that costs the most, and by two app processes. */
import type { App } from "../../tests/support/app";
import type { Asks } from "./asks";
import { phase, type Measured, type Phase } from "./phase";
import { memoryOf } from "./process";

export type InCity = {
  evening: Phase;
  /** Most doors open hours later, and each two hours of them are a search of their own. */
  morning: Phase;
  /** In the evening again, half of the clients at each of two processes, as a balancer gives them. */
  byTwo: Phase;
  /** Of both. */
  memoryMb: number;
};

type Running = Measured & { startReady: () => Promise<App>; say: (line: string) => void };

export async function loadCity(running: Running, asks: Asks): Promise<InCity> {
  const { say, seconds, apps } = running;
  say(`lists in the city in the evening, for ${seconds} s`);
  const evening = await phase(running, asks.inCityEvening);
  say("and in the morning");
  const morning = await phase(running, asks.inCityMorning);
  say("and in the evening by two app processes");
  const second = await running.startReady();
  try {
    const both = [...apps, second];
    const byTwo = await phase({ ...running, apps: both }, asks.inCityEvening);
    const memoryMb = both.reduce((sum, { pid }) => sum + memoryOf(pid), 0);
    return { evening, morning, byTwo, memoryMb };
  } finally {
    await second.stop();
  }
}
