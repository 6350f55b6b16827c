import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { logOf } from "~/data/board.server";
import { notesOf, sayNote, type StaffNote } from "~/data/notes.server";
import { findPlace } from "~/data/places.server";
import { testDatabase } from "../support/database";
import { seedPlace, seedRegion, seedRoom, seedStaff } from "../support/seeds";

const database = testDatabase();
let [placeId, roomId] = [0, 0];
let [token, strangers] = ["", ""];

beforeAll(async () => {
  const regionId = await seedRegion(database.owner);
  ({ placeId } = await seedPlace(database.owner, regionId, { key: "hope-house" }));
  ({ placeId: roomId } = await seedRoom(database.owner, regionId, "a room"));
  ({ token } = await seedStaff(database.owner, placeId));
  ({ token: strangers } = await seedStaff(database.owner, roomId, { name: "Eve" }));
});

const newest = async () => (await notesOf(token, placeId))[0]?.noteId ?? 0;
const say = async (more: Partial<StaffNote> = {}) =>
  sayNote({
    key: randomUUID(),
    token,
    placeId,
    words: { en: "Ring the side door after 9 pm." },
    until: null,
    seenNote: await newest(),
    ...more,
  });
const read = async () => (await findPlace(placeId))!.place.note;

test("a note is read by seekers until it is taken away, and every change of it is kept with who made it", async () => {
  expect(await read()).toBeNull();
  expect(await say()).toMatchObject({ kind: "said" });
  expect(await read()).toMatchObject({ words: { en: "Ring the side door after 9 pm." } });
  await say({ words: { es: "Toque el timbre." } });
  expect(await read()).toMatchObject({ words: { es: "Toque el timbre." } });
  await say({ words: null });
  expect(await read()).toBeNull();
  const lines = (await logOf(token, placeId, 9)).filter(({ kind }) => kind === "note");
  expect(lines.map(({ who, way }) => `${who} ${way}`)).toEqual(["Ana web", "Ana web", "Ana web"]);
  expect(lines.map((line) => "words" in line && line.words)).toEqual([
    null,
    { es: "Toque el timbre." },
    { en: "Ring the side door after 9 pm." },
  ]);
  await expect(database.owner`update place_notes set words = null`).rejects.toMatchObject({ code: "23001" });
  await expect(database.owner`delete from place_notes`).rejects.toMatchObject({ code: "23001" });
});

test("a note for tonight is gone when its time is over", async () => {
  await say({ until: new Date(Date.now() + 1_500) });
  expect(await read()).not.toBeNull();
  await expect.poll(read, { timeout: 4_000 }).toBeNull();
});

test.each([
  ["over 300 letters", { en: "x".repeat(301) }],
  ["blank", { en: "  " }],
  ["in no language", {}],
  ["in what is no language", { "<b>": "x" }],
  ["no text", { en: 7 as unknown as string }],
])("a note that is %s is not taken", async (_what, words) => {
  expect(await say({ words })).toEqual({ kind: "out-of-range" });
  expect(await say({ words: { en: "x".repeat(300) } })).toMatchObject({ kind: "said" });
});

test("who saw another note changes nothing; the same sent again is one note", async () => {
  expect(await say({ seenNote: 0 })).toMatchObject({ kind: "moved-on" });
  const note = {
    key: randomUUID(),
    token,
    placeId,
    words: { en: "Once." },
    until: null,
    seenNote: await newest(),
  };
  const answers = await Promise.all(Array.from({ length: 20 }, () => sayNote(note)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect((await notesOf(token, placeId)).filter(({ words }) => words?.en === "Once.")).toHaveLength(1);
});

test("nobody writes on another's place, and nobody at all on a member's room", async () => {
  expect(await say({ token: strangers })).toEqual({ kind: "unknown-place" });
  expect(await say({ token: "nobody's" })).toEqual({ kind: "signed-out" });
  expect(await notesOf(strangers, placeId)).toEqual([]);
  expect(await say({ token: strangers, placeId: roomId })).toEqual({ kind: "unknown-place" });
});

test("a safety shelter has no place a note could be put on", async () => {
  await database.owner`
    insert into programs (region_id, organization_id, source_key, name, is_safety_shelter)
    select region_id, organization_id, 'safe', 'Safe', true from organizations limit 1`;
  await expect(
    database.owner`
      insert into places (region_id, program_id, site_id, kind, source_key)
      select programs.region_id, program_id, site_id, 'shelter', 'safe'
      from programs cross join sites where programs.source_key = 'safe' limit 1`,
  ).rejects.toMatchObject({ constraint_name: "places_never_of_safety_shelter" });
});
