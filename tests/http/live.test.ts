import { createServer, request, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "~/data/connection.server";
import { recordOpening, recordReport } from "~/data/reports.server";
import { Streams } from "~/http/live.server";
import { startApp, type App } from "../support/app";
import { testDatabase } from "../support/database";
import { seedPlace, seedPool, seedRegion, tonight } from "../support/seeds";

const database = testDatabase();
let [hopeHouse, other] = [
  { placeId: 0, poolId: 0 },
  { placeId: 0, poolId: 0 },
];

beforeAll(async () => {
  const regionId = await seedRegion(database.owner);
  const placed = async (key: string, capacity: number) => {
    const { placeId } = await seedPlace(database.owner, regionId, { key });
    return { placeId, poolId: await seedPool(database.owner, placeId, { capacity }) };
  };
  [hopeHouse, other] = [await placed("hope-house", 10), await placed("small", 3)];
});

const command = () => ({ key: randomUUID(), who: "test", way: "command" as const });
const report = (occupied: number, poolId = hopeHouse.poolId) =>
  recordReport(database.owner, { ...command(), poolId, occupied });

type Heard = { event: string; data: string; at: number };
type Viewer = {
  status: number;
  headers: IncomingMessage["headers"];
  heard: Heard[];
  ended: Promise<void>;
  leave(): void;
};

/** One open page, as the browser hears it. */
function watch(url: string, places: number[], { lang = "en", from = "127.0.0.1" } = {}): Promise<Viewer> {
  return new Promise((resolve, reject) => {
    const address = `${url}/live?places=${places.join()}&lang=${lang}`;
    const asked = request(address, { localAddress: from }, (answer) => {
      const heard: Heard[] = [];
      let rest = "";
      answer.setEncoding("utf8").on("data", (words: string) => {
        const parts = (rest + words).split("\n\n");
        rest = parts.pop()!;
        for (const part of parts) {
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1] ?? "";
          heard.push({ event: field("event"), data: field("data"), at: Date.now() });
        }
      });
      const ended = new Promise<void>((end) => answer.once("close", () => end()));
      answer.on("error", () => {});
      const status = answer.statusCode ?? 0;
      resolve({ status, headers: answer.headers, heard, ended, leave: () => asked.destroy() });
    });
    asked.on("error", reject);
    asked.end();
  });
}

const placesIn = ({ heard }: Viewer) =>
  heard.filter(({ event }) => event === "place").map(({ data }) => JSON.parse(data));
const freeIn = (viewer: Viewer) => placesIn(viewer).map(({ pools }) => pools[0].free);

describe("two processes on one database", () => {
  let apps: App[];
  beforeAll(async () => {
    apps = [await startApp({ database }), await startApp({ database })];
  }, 180_000);
  afterAll(() => Promise.all(apps?.map((app) => app.stop()) ?? []));

  test("tell how it is at once, and a change within two seconds, each to its own viewers in their language", async () => {
    await report(3);
    const places = [hopeHouse.placeId, other.placeId];
    const [ana, ben] = await Promise.all([
      watch(apps[0]!.url, places),
      watch(apps[1]!.url, places, { lang: "es" }),
    ]);
    for (const { status, headers } of [ana, ben]) {
      expect(status).toBe(200);
      expect(headers["content-type"]).toMatch(/^text\/event-stream/);
      expect(headers["content-encoding"]).toBeUndefined();
      expect(headers["cache-control"]).toMatch(/no-store.*no-transform/);
    }
    await expect.poll(() => freeIn(ana)).toEqual(["7 rooms free", undefined]);
    const since = Date.now();
    await report(4);
    await expect.poll(() => freeIn(ana).at(-1)).toBe("6 rooms free");
    await expect.poll(() => freeIn(ben).at(-1)).toBe("6 cuartos libres");
    for (const { heard } of [ana, ben]) expect(heard.at(-1)!.at - since).toBeLessThan(2_000);
    await recordOpening(database.owner, {
      ...command(),
      placeId: hopeHouse.placeId,
      night: tonight(),
      open: false,
    });
    await expect.poll(() => placesIn(ana).at(-1).opening).toMatch(/^Not open tonight/);
    ana.leave();
    ben.leave();
  });

  test("say nothing but what the page says, and nothing at all where that stays the same", async () => {
    await report(1, other.poolId);
    const viewer = await watch(apps[0]!.url, [other.placeId]);
    await expect.poll(() => freeIn(viewer).at(-1)).toBe("Has room: at least one room free");
    const told = placesIn(viewer);
    const news = told.at(-1);
    expect(Object.keys(news)).toEqual(["place", "opening", "pools"]);
    expect(Object.keys(news.pools[0])).toEqual(["pool", "at", "free", "said"]);
    // A hold on one of three rooms: the public count is the same.
    await database.owner`
      insert into holds (hold_id, pool_id, units, confirmed, until, taken_at, party)
      values (gen_random_uuid(), ${other.poolId}, 1, true, now() + interval '2 seconds', now(),
        '{"adults": 1, "childAges": [], "pets": [], "wheelchair": false, "together": false}')`;
    await database.owner`select pg_notify('hold_changed', ${`${other.poolId}:1`})`;
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(placesIn(viewer)).toHaveLength(told.length);
    viewer.leave();
  });

  test("tell when a hold is over, though nobody writes anything then", async () => {
    await report(0);
    const viewer = await watch(apps[1]!.url, [hopeHouse.placeId]);
    await expect.poll(() => freeIn(viewer).at(-1)).toBe("10 rooms free");
    await database.owner`
      insert into holds (hold_id, pool_id, units, confirmed, until, taken_at)
      values (gen_random_uuid(), ${hopeHouse.poolId}, 4, true, clock_timestamp() + interval '2 seconds', now())`;
    const since = Date.now();
    await expect.poll(() => freeIn(viewer).at(-1)).toBe("6 rooms free");
    await expect.poll(() => freeIn(viewer).at(-1), { timeout: 4_000 }).toBe("10 rooms free");
    expect(viewer.heard.at(-1)!.at - since).toBeLessThan(4_000);
    viewer.leave();
  });

  test("tell what changed while every line to the database was cut, once it is back", async () => {
    const viewer = await watch(apps[0]!.url, [hopeHouse.placeId]);
    await expect.poll(() => placesIn(viewer).length).toBe(1);
    // Its own role may end what it began; the owner may not.
    const web = connect(database.webUrl, { max: 1 });
    const ears = () =>
      web<{ pid: number }[]>`
        select pid from pg_stat_activity where usename = session_user and query like 'listen "%'`;
    expect(await ears()).toHaveLength(2);
    await web`
      select pg_terminate_backend(pid) from pg_stat_activity
      where usename = session_user and pid <> pg_backend_pid()`;
    await report(9);
    await expect.poll(() => freeIn(viewer).at(-1), { timeout: 5_000 }).toBe("1 room free");
    await expect.poll(async () => (await ears()).length, { timeout: 5_000 }).toBe(2);
    await web.end();
    await report(8);
    await expect.poll(() => freeIn(viewer).at(-1)).toBe("2 rooms free");
    viewer.leave();
  });

  test("refuse what is no question, and let nobody at one address take all the room", async () => {
    for (const query of ["", "?places=1", "?places=x&lang=en", "?places=1&lang=fr", "?places=1;2&lang=en"])
      expect((await fetch(`${apps[0]!.url}/live${query}`)).status).toBe(400);
    const from = "127.0.0.9";
    const viewers = await Promise.all(
      Array.from({ length: 250 }, () => watch(apps[0]!.url, [hopeHouse.placeId], { from })),
    );
    expect(viewers.every(({ status }) => status === 200)).toBe(true);
    const late = await watch(apps[0]!.url, [hopeHouse.placeId], { from });
    expect(late.status).toBe(429);
    expect(late.headers["retry-after"]).toBe("60");
    expect((await watch(apps[0]!.url, [hopeHouse.placeId])).status).toBe(200);
    for (const viewer of viewers) viewer.leave();
  });

  test("end their streams when asked to stop, and then themselves at once", async () => {
    const app = await startApp({ database });
    const viewers = await Promise.all(Array.from({ length: 20 }, () => watch(app.url, [hopeHouse.placeId])));
    await expect.poll(() => viewers.every((viewer) => placesIn(viewer).length === 1)).toBe(true);
    const since = Date.now();
    process.kill(app.pid, "SIGTERM");
    await Promise.all(viewers.map(({ ended }) => ended));
    expect(Date.now() - since).toBeLessThan(1_000);
    expect(await app.ended).toBe(0);
    expect(Date.now() - since).toBeLessThan(10_000);
  });
});

describe("a viewer who never reads", () => {
  const streams = new Streams();
  let server: Server;
  afterAll(() => {
    streams.close();
    server.closeAllConnections();
    server.close();
  });

  test("is dropped once too much waits for them; the others go on", async () => {
    server = createServer((asked, answer) => {
      const query = new URL(asked.url!, "http://localhost").searchParams;
      void streams.open(query, "127.0.0.1", answer);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const reader = await watch(url, [hopeHouse.placeId]);
    const asleep = request(`${url}/live?places=${hopeHouse.placeId}&lang=en`, (answer) => {
      answer.pause();
      answer.on("error", () => {});
    });
    asleep.on("error", () => {}).end();
    await expect.poll(() => streams.size).toBe(2);
    const many = Array.from({ length: 300 }, (_, pool) => ({
      pool,
      at: 1,
      free: "x".repeat(100),
      said: "#",
    }));
    const news = JSON.stringify({ place: hopeHouse.placeId, opening: "", pools: many });
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 2_000 && streams.size > 1; round++) {
      streams.tell(hopeHouse.placeId, { en: news, es: news });
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(streams.size).toBe(1);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    const heard = reader.heard.length;
    streams.tell(hopeHouse.placeId, { en: news, es: news });
    await expect.poll(() => reader.heard.length).toBeGreaterThan(heard);
    reader.leave();
    await expect.poll(() => streams.size).toBe(0);
  });
});
