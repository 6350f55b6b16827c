/** Clients that ask one thing after another over connections they keep, each answer timed. */
import http from "node:http";

export type Ask = { path: string; headers?: Record<string, string>; body?: string };
export type Times = {
  perSecond: number;
  p50: number;
  p99: number;
  worst: number;
  statuses: Record<string, number>;
};

/** Each client stays with one of the addresses. */
export async function askOn(
  urls: readonly string[],
  clients: number,
  seconds: number,
  next: () => Ask,
): Promise<Times> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const [times, statuses]: [number[], Record<string, number>] = [[], {}];
  const since = performance.now();
  const until = since + seconds * 1000;
  const one = async (url: string) => {
    while (performance.now() < until) {
      const { status, ms } = await askOnce(url, agent, next());
      times.push(ms);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, i) => one(urls[i % urls.length]!)));
  const took = (performance.now() - since) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), worst: at(1), statuses };
}

export function askOnce(
  url: string,
  agent: http.Agent | undefined,
  { path, headers = {}, body }: Ask,
): Promise<{ status: number | "broken"; ms: number }> {
  const since = performance.now();
  return new Promise((resolve) => {
    const end = (status: number | "broken") => resolve({ status, ms: performance.now() - since });
    const request = http.request(`${url}${path}`, {
      agent,
      headers,
      method: body === undefined ? "GET" : "POST",
    });
    request.once("response", (answer) => {
      answer.once("end", () => end(answer.statusCode ?? "broken")).once("error", () => end("broken"));
      answer.resume();
    });
    request.once("error", () => end("broken"));
    request.end(body);
  });
}
