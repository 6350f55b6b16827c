import { randomBytes, randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { sayAtDoor } from "~/data/door.server";
import { outboxMessages } from "~/data/mail.server";
import { endAccess, invitePerson } from "~/data/members.server";
import { sayNote } from "~/data/notes.server";
import { report, reportExtra } from "~/data/reports.server";
import { testDatabase } from "../support/database";
import { inMinutes } from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedRoom, seedStaff } from "../support/seeds";
import { organizationOf } from "../support/tablets";

const database = testDatabase();
let regionId: number;
let placeId: number;
let poolId: number;
let token: string;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
});
beforeEach(async () => {
  vi.stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!")
    .stubEnv("SMTP_URL", "")
    .stubEnv("OUTBOX", "on");
  ({ placeId } = await seedPlace(database.owner, regionId, { key: randomUUID() }));
  poolId = await seedPool(database.owner, placeId);
  ({ token } = await seedStaff(database.owner, placeId, { role: "manager" }));
});
afterEach(() => vi.unstubAllEnvs());

const retire = async () => {
  await database.owner`update pools set retired_at = clock_timestamp() where pool_id = ${poolId}`;
  await database.owner`update places set retired_at = clock_timestamp() where place_id = ${placeId}`;
};

const key = randomUUID;
const late = [
  {
    what: "a word at the door",
    change: (it: string) => ({ key: it, voice: randomBytes(32), placeId, word: "full" as const }),
    send: sayAtDoor,
    first: "heard",
  },
  {
    what: "a note",
    change: (it: string) => ({ key: it, token, placeId, words: { en: "Ring." }, until: null, seenNote: 0 }),
    send: sayNote,
    first: "said",
  },
  {
    what: "extra units",
    change: (it: string) => ({ key: it, token, poolId, units: 5, until: inMinutes(60) }),
    send: reportExtra,
    first: "reported",
  },
] as const;

test.each(late)(
  "$what, sent again after the place has gone, is answered as before",
  async ({ change, send, first }) => {
    await report({ key: key(), token, poolId, occupied: 1 });
    const said = change(key()) as never;
    const answer = await send(said);
    expect(answer).toMatchObject({ kind: first });
    await retire();
    expect(await send(said)).toEqual(answer);
    expect((await send({ ...(said as object), key: key() } as never)).kind).toMatch(/^unknown-p/);
  },
);

test("nobody speaks at the door of a member's room: it has no page", async () => {
  const { placeId: roomId } = await seedRoom(database.owner, regionId, "a room");
  const said = { key: key(), voice: randomBytes(32), placeId: roomId, word: "full" } as const;
  expect(await sayAtDoor(said)).toEqual({ kind: "unknown-place" });
});

const inviting = async (email: string, more: object = {}) => ({
  key: key(),
  token,
  organizationId: await organizationOf(database.owner, placeId),
  email,
  name: "Zoe",
  role: "staff" as const,
  address: "https://warmstop.example/staff",
  ...more,
});
const mailsTo = (email: string) => outboxMessages().filter(({ to }) => to === email).length;

test("an invitation that is sent again is one mail", async () => {
  const form = await inviting("once@example.org");
  for (let time = 0; time < 3; time++)
    expect(await invitePerson(form)).toMatchObject({ kind: "invited", name: "Zoe" });
  expect(mailsTo("once@example.org")).toBe(1);
});

test("one stranger cannot be mailed all day by inviting them anew, nor by sending them away in between", async () => {
  const kinds: string[] = [];
  for (let time = 0; time < 32; time++) {
    kinds.push((await invitePerson(await inviting("stranger@example.org"))).kind);
    const { personId } = (
      await database.owner<[{ personId: number }]>`
        select person_id from people where email = 'stranger@example.org'`
    )[0];
    const organizationId = await organizationOf(database.owner, placeId);
    if (time % 2 === 0) await endAccess({ key: key(), token, organizationId, personId });
  }
  expect(kinds.filter((kind) => kind === "invited")).toHaveLength(30);
  expect(kinds.at(-1)).toBe("too-many");
});
