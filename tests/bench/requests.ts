/**
 * How fast a running server answers searches: `npx tsx tests/bench/requests.ts URL [CLIENTS] [SECONDS] [QUERY]`. Beside
 * them it asks every 20 ms whether the process lives: that is how long searches hold up everybody else.
 */
import { setTimeout as sleep } from "node:timers/promises";

const FIVE = "adults=1&children=6,9&when=17:00";
const [url, clients = "1", seconds = "10", query = FIVE] = process.argv.slice(2);
if (!url) throw new Error("which server? npx tsx tests/bench/requests.ts http://localhost:3000 8 20");

// The middle of St. Louis.
const BOUNDS = { south: 38.55, west: -90.42, north: 38.76, east: -90.17 };
let until = Infinity;
let seed = 1;
const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
const say = (line: string) => process.stdout.write(`${line}\n`);

async function took(path: string): Promise<number> {
  const since = performance.now();
  const response = await fetch(`${url}${path}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`);
  return performance.now() - since;
}

function corner(): string {
  const { south, west, north, east } = BOUNDS;
  return `${(south + random() * (north - south)).toFixed(3)},${(west + random() * (east - west)).toFixed(3)}`;
}

async function askOn(times: number[]): Promise<void> {
  while (performance.now() < until) times.push(await took(`/places.json?where=${corner()}&${query}`));
}

async function pingOn(times: number[]): Promise<void> {
  while (performance.now() < until) {
    times.push(await took("/healthz"));
    await sleep(20);
  }
}

function spoken(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(1);
  return `${sorted.length} answers, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`;
}

say(`the first one: ${(await took(`/places.json?where=${corner()}&${query}`)).toFixed(0)} ms`);
until = performance.now() + Number(seconds) * 1000;
const [searches, pings]: [number[], number[]] = [[], []];
await Promise.all([...Array.from({ length: Number(clients) }, () => askOn(searches)), pingOn(pings)]);
say(
  `${clients} at once: ${spoken(searches)}, ${(searches.length / Number(seconds)).toFixed(0)} answers a second`,
);
say(`meanwhile /healthz: ${spoken(pings)}`);
