import { request } from "node:http";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cellAt, cellsAround, centerOf, replaceCells } from "~/data/cells.server";
import { findRegion } from "~/data/regions.server";
import { endRoom, pauseRoom, resumeRoom } from "~/data/rooms.server";
import { reportRoom } from "~/data/vetting.server";
import type { Region } from "~/domain/region";
import { startApp, type App } from "../support/app";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, type SeededGroup } from "../support/groups";
import { ARMSTRONG, type Hosted, NEBRASKA, openRoom } from "../support/rooms";

process.env.APP_SECRET = "only-for-tests-and-nothing-else!";
const database = testDatabase();
let app: App;
let region: Region;
let wyco: SeededGroup;
const [fine, middle] = cellsAround(cellAt(NEBRASKA.at!)) as [string, string, string];

beforeAll(async () => {
  app = await startApp({ database, sample: true });
  region = (await findRegion("kck-sample"))!;
  wyco = await seedGroup(database.owner, region.regionId);
  await figures({ [fine]: 2_400, [middle]: 30_000 });
});
afterAll(() => app?.stop());

const figures = (counts: Record<string, number>) =>
  replaceCells(database.owner, region.regionId, new Map(Object.entries(counts)));
const opened = async (place = NEBRASKA, said = {}) =>
  openRoom(
    await seedMember(database.owner, wyco.groupId, { name: `Hana ${randomUUID()}` }),
    wyco,
    region.regionId,
    {
      place,
      said,
    },
  );
const ended = async ({ roomId, host }: Hosted) =>
  endRoom({ key: randomUUID(), token: host.token, roomId, because: null });

const FAMILY = "where=7th+%26+Minnesota&adults=1&children=6,9&when=2030-01-15+17:35";
const SURFACES = [
  `/?${FAMILY}`,
  `/?${FAMILY}&lang=es`,
  `/?${FAMILY}&all=1&map=1`,
  `/places.json?${FAMILY}`,
  `/places.geojson?${FAMILY}`,
  "/map.json?region=kck-sample",
  "/access.json?where=66101",
  "/places/1",
];

/** Everything the public may ask, as bytes; but for the clock in it. */
async function publicAnswers(): Promise<Record<string, string>> {
  const answers = await Promise.all(
    SURFACES.map(async (path) => {
      const response = await fetch(new URL(path, app.url));
      const tag = response.headers.get("ETag") ?? "";
      return [path, `${response.status} ${tag}\n${still(await response.text())}`] as const;
    }),
  );
  return Object.fromEntries([...answers, ["/live", still(await firstNews())]]);
}

function still(words: string): string {
  return (
    words
      .replaceAll(/"now":"[^"]+"/g, '"now":"then"')
      .replaceAll(/"(?:ageMinutes|minutes)":\d+/g, '"minutes":0')
      // Seconds since 1970, of this year.
      .replaceAll(/\b1[78]\d{8}\b/g, "then")
      // Each form has a key of its own.
      .replaceAll(/name="key" value="[0-9a-f-]{36}"/g, "key")
      // What the place's page says of tonight moves with the clock: the two are asked within the minute.
      .replaceAll(/\d+ min ago/g, "some min ago")
  );
}

/** What a page that has just opened hears. */
function firstNews(): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(`${app.url}/live?places=1,2,3&lang=en`, (answer) => {
      let words = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        words += part;
        if (!words.includes("event: beat")) return;
        asked.destroy();
        resolve(words);
      });
    });
    asked.once("error", (error) => (asked.destroyed ? undefined : reject(error))).end();
  });
}

/** The same asked before and after: where a minute has turned meanwhile it is asked anew. */
async function comparedWith(change: () => Promise<() => Promise<unknown>>): Promise<[object, object]> {
  for (let tries = 0; ; tries += 1) {
    const before = await publicAnswers();
    const undo = await change();
    const during = await publicAnswers();
    await undo();
    const after = await publicAnswers();
    if (JSON.stringify(before) === JSON.stringify(after) || tries === 3) return [before, during];
  }
}

test("two doors in one cell, and two rooms for one, are the same bytes on every public surface", async () => {
  const first = await opened(NEBRASKA);
  const [before, moved] = await comparedWith(async () => {
    const other = await opened(ARMSTRONG, {
      kind: "whole-unit",
      mostNights: 3,
      mostChildren: 5,
      notes: null,
    });
    await pauseRoom({ key: randomUUID(), token: first.host.token, roomId: first.roomId, because: null });
    return async () => {
      await resumeRoom({ key: randomUUID(), token: first.host.token, roomId: first.roomId });
      await ended(other);
    };
  });
  expect(moved).toEqual(before);
  const [one, two] = await comparedWith(async () => {
    const second = await opened(ARMSTRONG);
    return () => ended(second);
  });
  expect(two).toEqual(one);
  // It would be no proof where nothing is told at all.
  const told = before as Record<string, string>;
  expect(told[SURFACES[0]!]).toContain("Vetted rooms in this part of town");
  expect(told[SURFACES[1]!]).toContain("Cuartos revisados en esta parte de la ciudad");
  expect(JSON.parse(told[SURFACES[3]!]!.split("\n")[1]!).rooms).toMatchObject({
    areas: [{ cell: fine, center: centerOf(fine), journey: expect.anything() }],
    inRegion: false,
  });
  expect(JSON.parse(told[SURFACES[5]!]!.split("\n")[1]!).rooms).toHaveLength(1);
  await ended(first);
});

/** Answers of the same second are one answer, until the notice of a change has come. */
const NEXT = { timeout: 500, interval: 20 };

const rooms = async () => {
  const response = await fetch(new URL(`/places.json?${FAMILY}`, app.url));
  return ((await response.json()) as { rooms: { areas: { cell: string }[]; inRegion: boolean } }).rooms;
};

test("where few people live the area is coarser, and at last the region, without distance or time", async () => {
  const room = await opened();
  await figures({ [fine]: 1_999, [middle]: 2_000 });
  await expect.poll(rooms, NEXT).toMatchObject({ areas: [{ cell: middle }], inRegion: false });
  await figures({ [fine]: 40 });
  await expect.poll(rooms, NEXT).toEqual({ areas: [], inRegion: true });
  const html = await (await fetch(new URL(`/?${FAMILY}`, app.url))).text();
  expect(html).toContain("Vetted rooms in this region");
  expect(html).not.toContain("this part of town");
  await figures({ [fine]: 2_400, [middle]: 30_000 });
  await ended(room);
});

test.each<[string, (room: Hosted) => Promise<unknown>]>([
  ["paused", ({ roomId }) => pauseRoom({ key: randomUUID(), token: wyco.luis.token, roomId, because: null })],
  [
    "reported",
    ({ roomId }) => reportRoom({ key: randomUUID(), token: wyco.luis.token, roomId, because: "Unsafe." }),
  ],
  ["ended", ended],
])("a room that was %s is gone from the next answer", async (_what, happens) => {
  const room = await opened();
  await expect.poll(async () => (await rooms()).areas, NEXT).toHaveLength(1);
  await happens(room);
  await expect.poll(rooms, NEXT).toEqual({ areas: [], inRegion: false });
  if (_what !== "ended") await ended(room);
});

test("no address, fine cell, note or name of a host is in any answer, in the log, or readable in the whole database", async () => {
  await figures({ [middle]: 30_000 });
  const canary = {
    place: { address: "N47K11 Canary Lane Apt 9", at: { lat: 39.11877, lon: -94.62733 } },
    said: { notes: "Canary note", livesAnimals: "Canary bird" },
  };
  const host = await seedMember(database.owner, wyco.groupId, { name: "Canaria Host" });
  const room = await openRoom(host, wyco, region.regionId, canary);
  await expect.poll(rooms, NEXT).toMatchObject({ areas: [{ cell: middle }] });
  const said = JSON.stringify(await publicAnswers());
  for (const secret of [
    "Canary",
    "Canaria",
    // Four digits alone may stand in any request's or form's random id.
    "N47K11",
    fine,
    "39.1188",
    "39.11877",
    "94.62733",
    room.roomId,
    "Apt 9",
  ])
    expect(`${said}${app.log()}`, secret).not.toContain(secret);

  const tables = await database.owner<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'warmstop'::regnamespace and relkind = 'r'`;
  const dumped = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await database.owner.unsafe(
        `select to_jsonb(each)::text as words from warmstop.${name} as each`,
      );
      return rows.map(({ words }) => String(words)).join("\n");
    }),
  );
  const dump = dumped.join("\n");
  const encodings = (words: string) => [
    words,
    Buffer.from(words).toString("hex"),
    Buffer.from(words).toString("base64").slice(0, -4),
  ];
  // The owner reads what coordinators read; where it is, nobody does without the server's secret.
  expect(dump).toContain("Canary note");
  for (const secret of [canary.place.address, "N47K11 Canary", fine, "39.11877", "94.62733"])
    for (const form of encodings(secret)) expect(dump, secret).not.toContain(form);
  await ended(room);
});
