import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outboxMessages } from "~/data/mail.server";
import { endAccess, invitePerson } from "~/data/members.server";
import { staffPlaces, whoIs } from "~/data/people.server";
import { managedOrganizations, unlockTablet } from "~/data/tablets.server";
import { testDatabase } from "../support/database";
import { seedPlace, seedRegion, seedStaff } from "../support/seeds";
import { byPin, organizationOf, PIN, seedTablet, seedWithPin } from "../support/tablets";

const database = testDatabase();
const before = { ...process.env };
let hopeHouse: number;
let elsewhere: number;
let organizationId: number;
let mia: { token: string; personId: number };

beforeAll(async () => {
  process.env.OUTBOX = "on";
  process.env.APP_SECRET = "a secret of at least thirty-two letters";
  delete process.env.SMTP_URL;
  const regionId = await seedRegion(database.owner);
  ({ placeId: hopeHouse } = await seedPlace(database.owner, regionId, { key: "hope-house" }));
  ({ placeId: elsewhere } = await seedPlace(database.owner, regionId, { key: "elsewhere" }));
  organizationId = await organizationOf(database.owner, hopeHouse);
  mia = await seedStaff(database.owner, hopeHouse, { name: "Mia", role: "manager" });
});
afterAll(() => {
  process.env = before;
});

const inviting = (more: object = {}) => ({
  key: randomUUID(),
  token: mia.token,
  organizationId,
  email: "Zoe@example.org",
  name: "Zoe",
  role: "staff" as const,
  address: "https://warmstop.example/staff",
  ...more,
});
const membersCalled = async (name: string) =>
  (await managedOrganizations(mia.token))![0]!.people.filter((person) => person.name === name);

test("a manager lets somebody in, who is told by mail; sent twice it is one person, and said anew it is their new role", async () => {
  const form = inviting();
  expect(await invitePerson(form)).toMatchObject({ kind: "invited", name: "Zoe" });
  expect(await invitePerson(form)).toMatchObject({ kind: "invited" });
  expect(outboxMessages()[0]).toMatchObject({
    to: "zoe@example.org",
    text: expect.stringContaining("https://warmstop.example/staff") as string,
  });
  expect(await membersCalled("Zoe")).toMatchObject([{ role: "staff", email: "zoe@example.org" }]);
  await invitePerson(inviting({ name: "Somebody else", role: "manager" }));
  expect(await membersCalled("Zoe")).toMatchObject([{ role: "manager" }]);
});

test("nobody is let in by who is no manager there, nor by who would change themselves", async () => {
  const { token } = await seedStaff(database.owner, hopeHouse);
  expect(await invitePerson(inviting({ token }))).toEqual({ kind: "unknown-organization" });
  const far = await organizationOf(database.owner, elsewhere);
  expect(await invitePerson(inviting({ organizationId: far }))).toEqual({ kind: "unknown-organization" });
  expect(await invitePerson(inviting({ organizationId: 987_654 }))).toEqual({ kind: "unknown-organization" });
  expect(await invitePerson(inviting({ token: "nobody" }))).toEqual({ kind: "signed-out" });
  const [{ email }] = await database.owner<[{ email: string }]>`
    select email from people where person_id = ${mia.personId}`;
  expect(await invitePerson(inviting({ email }))).toEqual({ kind: "yourself" });
});

test("who was shut out by the operator is not let in by a manager", async () => {
  const { email, personId } = await seedStaff(database.owner, hopeHouse, { name: "Kim" });
  await database.owner`update people set disabled_at = clock_timestamp() where person_id = ${personId}`;
  expect(await invitePerson(inviting({ email }))).toEqual({ kind: "shut-out" });
});

test("without a way for mail to leave nobody is let in unheard", async () => {
  process.env.OUTBOX = "off";
  expect(await invitePerson(inviting({ email: "yan@example.org" }))).toEqual({ kind: "away" });
  process.env.OUTBOX = "on";
  expect(await database.owner`select from people where email = 'yan@example.org'`).toHaveLength(0);
});

test("a manager's day has thirty invitations", async () => {
  const { token } = await seedStaff(database.owner, hopeHouse, { name: "Mo", role: "manager" });
  for (let at = 0; at < 30; at++)
    expect(await invitePerson(inviting({ token, email: `team-${at}@example.org` }))).toMatchObject({
      kind: "invited",
    });
  expect(await invitePerson(inviting({ token, email: "one-more@example.org" }))).toEqual({
    kind: "too-many",
  });
});

test("whose access is ended is out at once: places, PIN and the tablet in their hands", async () => {
  const { tabletToken } = await seedTablet(database.owner, hopeHouse);
  const ana = await seedWithPin(database.owner, hopeHouse, tabletToken);
  const onTablet = await byPin(tabletToken, ana.personId);
  const ending = { key: randomUUID(), token: mia.token, organizationId, personId: ana.personId };
  const eve = await seedStaff(database.owner, elsewhere, { name: "Eve", role: "manager" });
  expect(await endAccess({ ...ending, token: eve.token })).toEqual({ kind: "unknown-organization" });
  expect(await staffPlaces(onTablet)).toHaveLength(1);
  expect(await endAccess(ending)).toEqual({ kind: "ended" });
  expect(await endAccess(ending)).toEqual({ kind: "ended" });
  expect(await whoIs(onTablet)).toBeNull();
  expect(await unlockTablet(tabletToken, ana.personId, PIN)).toMatchObject({ kind: "wrong-pin" });
  await invitePerson(inviting({ email: ana.email }));
  expect(await unlockTablet(tabletToken, ana.personId, PIN)).toMatchObject({ kind: "wrong-pin" });
});

test("nobody ends their own access, so that a team keeps a manager", async () => {
  const own = { key: randomUUID(), token: mia.token, organizationId, personId: mia.personId };
  expect(await endAccess(own)).toEqual({ kind: "yourself" });
});
