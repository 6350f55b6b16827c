import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keptCookie, keptForm } from "~/http/kept-form.server";
import { action as keep, loader as kept } from "~/routes/staff.kept";
import { action as invite, loader as people } from "~/routes/staff.people._index";
import { action as endPerson } from "~/routes/staff.people.end";
import { action as open, loader as pin } from "~/routes/staff.pin.$personId";
import { action as choose, loader as choosing } from "~/routes/staff.pin._index";
import { action as count } from "~/routes/staff.places.$placeId.count";
import { loader as board } from "~/routes/staff.places.$placeId._index";
import { loader as inbox } from "~/routes/staff.places.$placeId.holds._index";
import { loader as home } from "~/routes/staff._index";
import { action as signOut } from "~/routes/staff.sign-out";
import { loader as signIn } from "~/routes/staff.sign-in";
import { action as enroll, loader as tablets } from "~/routes/staff.tablets._index";
import { action as endTablet } from "~/routes/staff.tablets.end";
import { testDatabase } from "../support/database";
import { askHandler, type AskedAs } from "../support/handlers";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";
import { byMail, byPin, organizationOf, PIN, seedTablet, seedWithPin } from "../support/tablets";

const database = testDatabase();
const before = { ...process.env };
let hopeHouse: number;
let elsewhere: number;
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
  tablet = await seedTablet(owner, hopeHouse);
  ana = await seedWithPin(owner, hopeHouse, tablet.tabletToken);
});
afterAll(() => {
  process.env = before;
});

const ask = (handler: unknown, asked: Partial<AskedAs> = {}) =>
  askHandler(handler, { by: "nobody", placeId: hopeHouse, ...asked });

/** The cookies of the tablet, with those of a session that was begun on it. */
const onTablet = (session = "nobody") => {
  const [token] = session.split(".");
  return `${session === "nobody" ? "" : "t."}${token}; __Host-tablet=${tablet.tabletToken}`;
};

const FORMS: [string, unknown, Record<string, string>][] = [
  ["enrolling", enroll, { key: randomUUID(), organization: "1", name: "Desk" }],
  ["ending a tablet", endTablet, { key: randomUUID(), tablet: "1" }],
  ["choosing a PIN", choose, { key: randomUUID(), pin: PIN }],
  [
    "inviting",
    invite,
    { key: randomUUID(), organization: "1", name: "Zoe", email: "zoe@example.org", role: "staff" },
  ],
  ["ending access", endPerson, { key: randomUUID(), organization: "1", person: "1" }],
  ["what was kept", keep, {}],
];

describe.each(FORMS)("%s", (_name, action, form) => {
  test("is nobody's who has not signed in", async () => {
    expect(await ask(action, { form })).toMatchObject({ status: 302, to: "/staff/sign-in" });
  });

  test("sent from another site is refused", async () => {
    expect(await ask(action, { form, site: "cross-site" })).toMatchObject({ status: 403 });
  });
});

test.each([
  ["the tablets", tablets],
  ["the people", people],
  ["choosing a PIN", choosing],
  ["what was kept", kept],
])("%s are shown to nobody who has not signed in", async (_name, loader) => {
  expect(await ask(loader)).toMatchObject({ status: 302, to: "/staff/sign-in" });
  expect(await ask(loader, { by: onTablet() })).toMatchObject({ status: 302, to: "/staff" });
});

test("opening a tablet from another site is refused", async () => {
  const params = { personId: String(ana.personId) };
  const sent = { by: onTablet(), params, form: { pin: PIN }, site: "cross-site" };
  expect(await ask(open, sent)).toMatchObject({ status: 403 });
});

describe("by PIN", () => {
  test.each([
    ["the tablets", tablets],
    ["the people", people],
  ])("%s are not shown, and a code by mail is asked for", async (_name, loader) => {
    const by = onTablet(await byPin(tablet.tabletToken, ana.personId));
    expect((await ask(loader, { by })).data).toMatchObject({ kind: "needs-mail" });
    expect((await ask(loader, { by })).data).not.toHaveProperty("organizations");
    expect(await ask(signIn, { by })).toMatchObject({ status: 200 });
  });

  test("nothing of a team is changed", async () => {
    await database.owner`update memberships set role = 'manager' where person_id = ${ana.personId}`;
    const by = onTablet(await byPin(tablet.tabletToken, ana.personId));
    const organization = String(await organizationOf(database.owner, hopeHouse));
    const counted = async () => {
      const [{ all }] = await database.owner<[{ all: string }]>`
        select (select count(*) from tablets where ended_at is null) || ' ' || (select count(*) from memberships) as all`;
      return all;
    };
    const already = await counted();
    const key = randomUUID();
    const zoe = { name: "Zoe", email: "zoe@example.org", role: "manager" };
    await ask(enroll, { by, form: { key, organization, name: "Mine" } });
    await ask(endTablet, { by, form: { key, tablet: String(tablet.tabletId) } });
    await ask(invite, { by, form: { key, organization, ...zoe } });
    await ask(endPerson, { by, form: { key, organization, person: String(tablet.managerId) } });
    expect(await counted()).toBe(already);
    expect(await ask(choosing, { by })).toMatchObject({ status: 302, to: "/staff" });
    await database.owner`update memberships set role = 'staff' where person_id = ${ana.personId}`;
  });

  test("another organization's place is not there, though the person is of both", async () => {
    const organizationId = await organizationOf(database.owner, elsewhere);
    await database.owner`
      insert into memberships (organization_id, person_id, role) values (${organizationId}, ${ana.personId}, 'staff')`;
    const by = onTablet(await byPin(tablet.tabletToken, ana.personId));
    expect(await ask(board, { by })).toMatchObject({ status: 200 });
    expect(await ask(board, { by, placeId: elsewhere })).toMatchObject({ status: 404 });
    const mail = onTablet(await byMail(tablet.tabletToken, ana.email));
    expect(await ask(board, { by: mail, placeId: elsewhere })).toMatchObject({ status: 200 });
    await database.owner`
      delete from memberships where organization_id = ${organizationId} and person_id = ${ana.personId}`;
  });
});

test("an inbox that asks for itself anew keeps no tablet open; a person who looks does", async () => {
  const by = onTablet(await byPin(tablet.tabletToken, ana.personId));
  const unused = () => database.owner`
    update sessions set used_at = clock_timestamp() - interval '4 minutes' where tablet_id = ${tablet.tabletId}`;
  const idleSeconds = async () => {
    const [{ idle }] = await database.owner<[{ idle: number }]>`
      select min(extract(epoch from clock_timestamp() - used_at))::float8 as idle
      from sessions where tablet_id = ${tablet.tabletId}`;
    return idle;
  };
  await unused();
  expect(await ask(inbox, { by, query: "?live=1" })).toMatchObject({ status: 200, data: { name: "Ana" } });
  expect(await idleSeconds()).toBeGreaterThan(200);
  expect(await ask(inbox, { by })).toMatchObject({ status: 200, data: { name: "Ana" } });
  expect(await idleSeconds()).toBeLessThan(60);
  await database.owner`
    update sessions set used_at = clock_timestamp() - interval '301 seconds' where tablet_id = ${tablet.tabletId}`;
  expect(await ask(inbox, { by, query: "?live=1" })).toMatchObject({ status: 302 });
  expect(await ask(inbox, { by, placeId: elsewhere, query: "?live=1" })).toMatchObject({ status: 302 });
});

describe("a locked tablet", () => {
  test("shows first names and nothing more of anybody, and leads every page there", async () => {
    const { data } = await ask(home, { by: onTablet() });
    expect(data).toMatchObject({ kind: "locked", keepsForm: false });
    expect(JSON.stringify(data)).not.toMatch(new RegExp(`@|${tablet.tabletToken}`));
    expect(await ask(board, { by: onTablet() })).toMatchObject({ status: 302, to: "/staff" });
    expect(await ask(signOut, { by: onTablet(), form: {} })).toMatchObject({ status: 302, to: "/staff" });
  });

  test.each([["12a4"], [""], ["123"], ["1234567"]])(
    "spends no try on %j, which is nobody's PIN",
    async (typed) => {
      const params = { personId: String(ana.personId) };
      const sent = await ask(open, { by: onTablet(), params, form: { pin: typed } });
      expect(sent).toMatchObject({ status: 400, data: { problem: { kind: "not-digits" } } });
    },
  );

  test.each(["0", "987654", "x", "-1", "1e3", "99999999999999999999"])(
    "leads back whoever asks for person %s",
    async (personId) => {
      const sent = { by: onTablet(), params: { personId } };
      expect(await ask(pin, sent)).toMatchObject({ status: 302, to: "/staff" });
      expect(await ask(open, { ...sent, form: { pin: PIN } })).toMatchObject({ status: 302, to: "/staff" });
    },
  );

  test("is no tablet with a secret nobody gave it", async () => {
    const by = `nobody; __Host-tablet=${"x".repeat(43)}`;
    expect(await ask(home, { by })).toMatchObject({ status: 302, to: "/staff/sign-in" });
    const params = { personId: String(ana.personId) };
    expect(await ask(open, { by, params, form: { pin: PIN } })).toMatchObject({ status: 302, to: "/staff" });
  });
});

describe("a form sent after the lock", () => {
  const request = (path: string, form: Record<string, string>) =>
    new Request(`http://localhost${path}`, { method: "POST", body: new URLSearchParams(form) });
  const sealed = async (path: string, form: Record<string, string>, now?: number) =>
    (await keptCookie(request(path, form), tablet.tabletToken, now))?.split(";")[0];
  const opened = (cookie: string, by = tablet.tabletToken, now?: number) =>
    keptForm(new Request("http://localhost/staff", { headers: { Cookie: cookie } }), by, now);

  test("is opened as it was sent, by this tablet alone, for a quarter of an hour, and changed by nobody", async () => {
    const form = { key: randomUUID(), words: "Señora, número 5 ".repeat(60) };
    const path = `/staff/places/${hopeHouse}/holds/decline`;
    const cookie = (await sealed(path, form))!;
    expect(opened(cookie)).toEqual({ path, placeId: String(hopeHouse), fields: Object.entries(form) });
    expect(opened(cookie, "y".repeat(43))).toBeNull();
    expect(opened(cookie, tablet.tabletToken, Date.now() + 901_000)).toBeNull();
    expect(opened(`${cookie.slice(0, -4)}AAAA`)).toBeNull();
    expect(opened("__Host-kept=")).toBeNull();
  });

  test.each([
    "/staff/pin/5",
    "/staff/people",
    "/staff/tablets",
    "/staff/kept",
    "/hold",
    "/staff/places/x/count",
  ])("to %s is not kept", async (path) => {
    expect(await sealed(path, { pin: PIN })).toBeUndefined();
  });

  test("that is too long for a cookie is not kept by half", async () => {
    const noise = Array.from({ length: 200 }, () => randomUUID()).join("");
    expect(await sealed(`/staff/places/${hopeHouse}/count`, { noise })).toBeUndefined();
  });

  test("goes on to where it was meant for as it was, and only to there", async () => {
    const poolId = await seedPool(database.owner, hopeHouse);
    const form = { key: randomUUID(), pool: String(poolId), version: "1", occupied: "2" };
    const path = `/staff/places/${hopeHouse}/count`;
    const cookie = await sealed(path, form);
    const by = `${onTablet(await byPin(tablet.tabletToken, ana.personId))}; ${cookie}`;
    expect(await ask(home, { by })).toMatchObject({ status: 302, to: "/staff/kept" });
    expect((await ask(kept, { by })).data).toMatchObject({ said: { kind: "count", taken: 2, broken: null } });
    expect(await ask(keep, { by, form })).toMatchObject({ status: 307, to: path });
    expect(await ask(keep, { by, form: { leave: "1" } })).toMatchObject({ status: 302, to: "/staff" });
    expect(await ask(count, { by, form })).toMatchObject({ status: 302, to: `/staff/places/${hopeHouse}` });
  });

  test("about a place that is not theirs is dropped", async () => {
    const cookie = await sealed(`/staff/places/${elsewhere}/count`, { key: randomUUID() });
    const by = `${onTablet(await byPin(tablet.tabletToken, ana.personId))}; ${cookie}`;
    expect(await ask(kept, { by })).toMatchObject({ status: 302, to: "/staff" });
  });
});

test("staff who manage nothing are told whom to ask", async () => {
  const { token } = await seedStaff(database.owner, hopeHouse, { name: "Ben" });
  expect((await ask(tablets, { by: token })).data).toMatchObject({ kind: "no-manager" });
  expect((await ask(people, { by: token })).data).toMatchObject({ kind: "no-manager" });
});
