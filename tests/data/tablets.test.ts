import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isSignedIn, signIn, signOut, whoIs } from "~/data/people.server";
import { logOf } from "~/data/board.server";
import { openTonight, report } from "~/data/reports.server";
import {
  endTablet,
  enrollTablet,
  managedOrganizations,
  setPin,
  tabletScreen,
  unlockTablet,
} from "~/data/tablets.server";
import { testDatabase } from "../support/database";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";
import { byMail, byPin, codeFor, organizationOf, PIN, seedTablet, seedWithPin } from "../support/tablets";

const database = testDatabase();
const before = { ...process.env };
let hopeHouse: number;
let elsewhere: number;
let poolId: number;
let farPool: number;
let tablet: Awaited<ReturnType<typeof seedTablet>>;
let ana: Awaited<ReturnType<typeof seedWithPin>>;

beforeAll(async () => {
  process.env.OUTBOX = "on";
  process.env.APP_SECRET = "a secret of at least thirty-two letters";
  delete process.env.SMTP_URL;
  const { owner } = database;
  const regionId = await seedRegion(owner);
  ({ placeId: hopeHouse } = await seedPlace(owner, regionId, { key: "hope-house" }));
  ({ placeId: elsewhere } = await seedPlace(owner, regionId, { key: "elsewhere" }));
  poolId = await seedPool(owner, hopeHouse);
  farPool = await seedPool(owner, elsewhere);
});
afterAll(() => {
  process.env = before;
});
beforeEach(async () => {
  tablet = await seedTablet(database.owner, hopeHouse);
  ana = await seedWithPin(database.owner, hopeHouse, tablet.tabletToken);
});

const unlock = (pin: string, personId = ana.personId) => unlockTablet(tablet.tabletToken, personId, pin);
const say = (token: string, pool = poolId) => report({ key: randomUUID(), token, poolId: pool, occupied: 3 });
const rest = (seconds: number) => database.owner`
  update sessions set used_at = clock_timestamp() - ${`${seconds} seconds`}::text::interval where tablet_id = ${tablet.tabletId}`;

describe("a PIN", () => {
  test("opens the tablet it was chosen on, for the person who chose it", async () => {
    expect(await tabletScreen(tablet.tabletToken)).toMatchObject({
      organization: "Organization hope-house",
      people: [{ personId: ana.personId, name: "Ana", needsMail: false }],
    });
    const token = await byPin(tablet.tabletToken, ana.personId);
    expect(await whoIs(token)).toMatchObject({ name: "Ana", tablet: { byPin: true } });
  });

  test("opens no other tablet, and its session is nothing without the tablet's own secret", async () => {
    const other = await seedTablet(database.owner, hopeHouse);
    await seedWithPin(database.owner, hopeHouse, other.tabletToken, "Ben");
    expect(await unlockTablet(other.tabletToken, ana.personId, PIN)).toMatchObject({ kind: "wrong-pin" });
    expect(await unlockTablet("x".repeat(43), ana.personId, PIN)).toEqual({ kind: "unknown-tablet" });
    const [half] = (await byPin(tablet.tabletToken, ana.personId)).split(".");
    expect(await whoIs(half!)).toBeNull();
    expect(await whoIs(`${half}.${other.tabletToken}`)).toBeNull();
  });

  test("that is wrong five times in a row opens nothing any more, until a new one is chosen by mail", async () => {
    for (let left = 4; left > 0; left--) expect(await unlock("8888")).toEqual({ kind: "wrong-pin", left });
    expect(await unlock("8888")).toEqual({ kind: "needs-mail" });
    expect(await unlock(PIN)).toEqual({ kind: "needs-mail" });
    expect(await tabletScreen(tablet.tabletToken)).toMatchObject({ people: [{ needsMail: true }] });
    const token = await byMail(tablet.tabletToken, ana.email);
    const chosen = { token, tabletToken: tablet.tabletToken, personId: ana.personId, pin: "40916" };
    expect(await setPin({ key: randomUUID(), ...chosen })).toEqual({ kind: "pin-set" });
    expect(await unlock(PIN)).toEqual({ kind: "wrong-pin", left: 4 });
    expect(await unlock("40916")).toMatchObject({ kind: "unlocked", missed: 1 });
    expect(await unlock("40916")).toMatchObject({ kind: "unlocked", missed: 0 });
  });

  test("is guessed five times and not once more, however many guesses are sent at once", async () => {
    const guesses = Array.from({ length: 12 }, (_, at) => unlock(String(8000 + at)));
    const kinds = (await Promise.all(guesses)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "wrong-pin").length).toBe(4);
    expect(await unlock(PIN)).not.toMatchObject({ kind: "unlocked" });
  });

  test("rests with all others after ten wrong ones in an hour, whoever's they were", async () => {
    const ben = await seedWithPin(database.owner, hopeHouse, tablet.tabletToken, "Ben");
    for (let guess = 0; guess < 4; guess++) await unlock("8888");
    for (let guess = 0; guess < 4; guess++) await unlock("8888", ben.personId);
    for (let guess = 0; guess < 2; guess++) await unlock("8888", 987_654);
    expect(await unlock(PIN)).toEqual({ kind: "resting" });
    const age = (hours: number) =>
      database.owner`update pin_tries set at = at - ${`${hours} hours`}::text::interval where tablet_id = ${tablet.tabletId}`;
    await age(1);
    expect(await unlock(PIN)).toMatchObject({ kind: "unlocked", missed: 4 });
    for (let guess = 0; guess < 10; guess++) await unlock("8888", 987_654);
    await age(2);
    expect(await unlock(PIN)).toEqual({ kind: "resting" });
    await age(24);
    expect(await unlock(PIN)).toMatchObject({ kind: "unlocked" });
  });

  test("cannot be tried against a dump: neither it nor the tablet's secret is in it, and both make the hash", async () => {
    const [{ dump }] = await database.owner<[{ dump: string }]>`
      select (select string_agg(t::text, '') from tablets t) || (select string_agg(p::text, '') from tablet_pins p)
        || (select string_agg(s::text, '') from sessions s) || (select string_agg(k::text, '') from idempotency_keys k) as dump`;
    expect(dump).not.toContain(tablet.tabletToken);
    // Four digits may stand in any hash, and between the lines of any key.
    expect(dump.replaceAll(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "")).not.toMatch(
      new RegExp(`\\b${PIN}\\b`),
    );
    const hashOf = async (tabletId: number) => {
      const [{ hash }] = await database.owner<[{ hash: Buffer }]>`
        select pin_hash as hash from tablet_pins where tablet_id = ${tabletId} and person_id = ${ana.personId}`;
      return hash.toString("hex");
    };
    const other = await seedTablet(database.owner, hopeHouse);
    const token = await byMail(other.tabletToken, ana.email);
    const chosen = { token, tabletToken: other.tabletToken, personId: ana.personId, pin: PIN };
    expect(await setPin({ key: randomUUID(), ...chosen })).toEqual({ kind: "pin-set" });
    expect(await hashOf(other.tabletId)).not.toBe(await hashOf(tablet.tabletId));
  });
});

describe("a tablet", () => {
  test.each(["by PIN", "by mail"])(
    "opened %s locks after five minutes without use, by the database's clock",
    async (how) => {
      const token =
        how === "by PIN"
          ? await byPin(tablet.tabletToken, ana.personId)
          : await byMail(tablet.tabletToken, ana.email);
      await rest(295);
      expect(await isSignedIn(token)).toBe(true);
      await rest(301);
      expect(await isSignedIn(token)).toBe(false);
      expect(await whoIs(token)).toBeNull();
      expect(await say(token)).toEqual({ kind: "signed-out" });
    },
  );

  test("stays open while a person asks for pages, and not while one that is open asks by itself", async () => {
    const token = await byPin(tablet.tabletToken, ana.personId);
    await rest(200);
    await isSignedIn(token);
    await rest(280);
    expect(await whoIs(token)).toMatchObject({ name: "Ana" });
    const [{ idle }] = await database.owner<[{ idle: number }]>`
      select extract(epoch from clock_timestamp() - used_at)::float8 as idle
      from sessions where tablet_id = ${tablet.tabletId} and ended_at is null`;
    expect(idle).toBeLessThan(5);
    await rest(200);
    await isSignedIn(token);
    await logOf(token, hopeHouse, 1);
    const [{ asked }] = await database.owner<[{ asked: number }]>`
      select extract(epoch from clock_timestamp() - used_at)::float8 as asked
      from sessions where tablet_id = ${tablet.tabletId} and ended_at is null`;
    expect(asked).toBeGreaterThan(199);
  });

  test("is one person's at a time, and nobody's once it was locked by hand", async () => {
    const ben = await seedWithPin(database.owner, hopeHouse, tablet.tabletToken, "Ben");
    const anas = await byPin(tablet.tabletToken, ana.personId);
    const bens = await byPin(tablet.tabletToken, ben.personId);
    expect(await whoIs(anas)).toBeNull();
    expect(await whoIs(bens)).toMatchObject({ name: "Ben" });
    await signOut(bens);
    expect(await whoIs(bens)).toBeNull();
  });

  test("is closed after a shift however busy it was", async () => {
    const token = await byPin(tablet.tabletToken, ana.personId);
    await database.owner`update sessions set until = until - interval '12 hours' where tablet_id = ${tablet.tabletId}`;
    expect(await whoIs(token)).toBeNull();
  });

  test("that was ended opens for nobody from that moment, and is only a browser afterwards", async () => {
    const token = await byPin(tablet.tabletToken, ana.personId);
    const end = { key: randomUUID(), tabletId: tablet.tabletId };
    const stranger = await seedStaff(database.owner, elsewhere, { name: "Eve", role: "manager" });
    expect(await endTablet({ ...end, token: stranger.token })).toEqual({ kind: "unknown-organization" });
    expect(await whoIs(token)).not.toBeNull();
    expect(await endTablet({ ...end, token: tablet.manager })).toEqual({ kind: "ended" });
    expect(await endTablet({ ...end, token: tablet.manager })).toEqual({ kind: "ended" });
    expect(await whoIs(token)).toBeNull();
    expect(await tabletScreen(tablet.tabletToken)).toBeNull();
    expect(await unlock(PIN)).toEqual({ kind: "unknown-tablet" });
    const code = await codeFor(ana.email);
    const own = await signIn(ana.email, code, "203.0.113.9", new Date(), tablet.tabletToken);
    expect(own).toMatchObject({ kind: "signed-in", onTablet: false });
    expect(own.kind === "signed-in" && (await whoIs(own.token))).toMatchObject({ tablet: null });
  });

  test("is made once by a form that was sent often, with one secret; another of its name is refused", async () => {
    const { token } = await seedStaff(database.owner, hopeHouse, { name: "Mo", role: "manager" });
    const organizationId = await organizationOf(database.owner, hopeHouse);
    const form = { key: randomUUID(), token, organizationId, name: "Night desk" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => enrollTablet(form)));
    expect(new Set(answers.map(({ tabletToken }) => tabletToken)).size).toBe(1);
    expect(answers.every(({ answer }) => answer.kind === "enrolled")).toBe(true);
    const { answer } = await enrollTablet({
      ...form,
      key: randomUUID(),
      token: tablet.manager,
      name: "night DESK",
    });
    expect(answer).toEqual({ kind: "name-taken" });
    expect(await whoIs(token)).toMatchObject({ tablet: { name: "Night desk", byPin: false } });
    expect((await enrollTablet({ ...form, key: randomUUID(), name: "Again" })).answer).toEqual({
      kind: "is-tablet",
    });
  });

  test("is enrolled by a manager of the organization alone", async () => {
    const { token } = await seedStaff(database.owner, hopeHouse);
    const there = {
      key: randomUUID(),
      organizationId: await organizationOf(database.owner, hopeHouse),
      name: "Mine",
    };
    expect((await enrollTablet({ ...there, token })).answer).toEqual({ kind: "unknown-organization" });
    const far = await organizationOf(database.owner, elsewhere);
    const mia = { ...there, token: tablet.manager, organizationId: far };
    expect((await enrollTablet(mia)).answer).toEqual({ kind: "unknown-organization" });
    expect((await enrollTablet({ ...there, token: "nobody" })).answer).toEqual({ kind: "signed-out" });
  });
});

describe("what is changed by PIN", () => {
  test("has that person, and in the log the tablet beside them; from a phone there is none", async () => {
    const token = await byPin(tablet.tabletToken, ana.personId);
    expect(await say(token)).toMatchObject({ kind: "reported" });
    const phone = await seedStaff(database.owner, hopeHouse, { name: "Ben" });
    expect(await say(phone.token)).toMatchObject({ kind: "reported" });
    const [bens, anas] = await logOf(phone.token, hopeHouse, 2);
    expect([anas?.who, bens?.who]).toEqual(["Ana", "Ben"]);
    expect([anas?.tablet, bens?.tablet]).toEqual([expect.stringMatching(/^Desk/), null]);
    const [{ night }] = await database.owner<[{ night: string }]>`
      select (clock_timestamp() at time zone 'America/Chicago')::date as night`;
    await openTonight({ key: randomUUID(), token, placeId: hopeHouse, night, open: true });
    const [word] = await database.owner`select tablet_id from openings order by opening_id desc limit 1`;
    expect(word).toEqual({ tabletId: tablet.tabletId });
  });

  test("is what staff of that organization may, though a manager or an operator typed it", async () => {
    const { owner } = database;
    await owner`update memberships set role = 'manager' where person_id = ${ana.personId}`;
    await owner`update people set is_operator = true where person_id = ${ana.personId}`;
    const token = await byPin(tablet.tabletToken, ana.personId);
    const organizationId = await organizationOf(owner, hopeHouse);
    const key = randomUUID();
    expect(await whoIs(token)).toMatchObject({ isOperator: false });
    expect(await managedOrganizations(token)).toBeNull();
    expect((await enrollTablet({ key, token, organizationId, name: "New" })).answer).toEqual({
      kind: "needs-mail",
    });
    expect(await endTablet({ key, token, tabletId: tablet.tabletId })).toEqual({ kind: "needs-mail" });
    const pin = { token, tabletToken: tablet.tabletToken, personId: ana.personId, pin: "40916" };
    expect(await setPin({ key, ...pin })).toEqual({ kind: "needs-mail" });
    expect(await say(token, farPool)).toEqual({ kind: "unknown-pool" });
    expect(await say(token)).toMatchObject({ kind: "reported" });
    const [may] = await owner`
      select person_of(${token}) is not null as here,
        may_act(${ana.personId}, ${hopeHouse}, 'staff') as staff, may_act(${ana.personId}, ${hopeHouse}, 'manager') as manager`;
    expect(may).toEqual({ here: true, staff: true, manager: false });
    const mail = await byMail(tablet.tabletToken, ana.email);
    expect(await say(mail, farPool)).toMatchObject({ kind: "reported" });
  });
});

describe("a person who", () => {
  test("is shut out loses PIN and session at once, and has neither when let in again", async () => {
    const token = await byPin(tablet.tabletToken, ana.personId);
    await database.owner`update people set disabled_at = clock_timestamp() where person_id = ${ana.personId}`;
    expect(await whoIs(token)).toBeNull();
    expect(await tabletScreen(tablet.tabletToken)).toMatchObject({ people: [] });
    expect(await unlock(PIN)).toMatchObject({ kind: "wrong-pin" });
    await database.owner`update people set disabled_at = null where person_id = ${ana.personId}`;
    expect(await whoIs(token)).toBeNull();
    expect(await unlock(PIN)).toMatchObject({ kind: "wrong-pin" });
  });

  test("leaves the organization loses PIN and session at once", async () => {
    const token = await byPin(tablet.tabletToken, ana.personId);
    await database.owner`delete from memberships where person_id = ${ana.personId}`;
    expect(await whoIs(token)).toBeNull();
    expect(await say(token)).toEqual({ kind: "signed-out" });
    expect(await unlock(PIN)).toMatchObject({ kind: "wrong-pin" });
  });

  test("is of another organization has no PIN here, and none is chosen on another tablet than one's own", async () => {
    const eve = await seedStaff(database.owner, elsewhere, { name: "Eve" });
    const there = { tabletToken: tablet.tabletToken, personId: eve.personId, pin: PIN };
    expect(await setPin({ key: randomUUID(), token: eve.token, ...there })).toEqual({ kind: "needs-mail" });
    const token = await byMail(tablet.tabletToken, eve.email);
    expect(await setPin({ key: randomUUID(), token, ...there })).toEqual({ kind: "not-a-member" });
    const other = await seedTablet(database.owner, elsewhere);
    const away = { ...there, tabletToken: other.tabletToken };
    expect(await setPin({ key: randomUUID(), token, ...away })).toEqual({ kind: "needs-mail" });
  });
});

test("managers see their tablets: who made them, when they were last used", async () => {
  const [team] = (await managedOrganizations(tablet.manager))!;
  expect(team?.tablets.find(({ tabletId }) => tabletId === tablet.tabletId)).toMatchObject({
    enrolledBy: "Mia",
    enrolledAt: expect.any(Date) as Date,
    lastUsedAt: expect.any(Date) as Date,
  });
  const staff = await seedStaff(database.owner, hopeHouse);
  expect(await managedOrganizations(staff.token)).toEqual([]);
});
