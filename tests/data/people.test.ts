import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { outboxMessages } from "~/data/mail.server";
import { askSignIn, invite, signIn, signOut, staffPlaces, whoIs } from "~/data/people.server";
import { testDatabase } from "../support/database";
import { seedPlace, seedRegion } from "../support/seeds";

const database = testDatabase();
const before = { ...process.env };
let placeId: number;
let address = 0;
// Each test asks from an address of its own: the limits are tested apart.
const from = () => `192.0.2.${address}`;

beforeAll(async () => {
  process.env.OUTBOX = "on";
  process.env.APP_SECRET = "a secret of at least thirty-two letters";
  delete process.env.SMTP_URL;
  ({ placeId } = await seedPlace(database.owner, await seedRegion(database.owner), { key: "hope-house" }));
});
afterAll(() => {
  process.env = before;
});
beforeEach(() => void address++);

let count = 0;
async function somebody(): Promise<string> {
  const email = `ana-${++count}@example.org`;
  const [{ organizationId }] = await database.owner<[{ organizationId: number }]>`
    select organization_id from places join programs using (program_id) where place_id = ${placeId}`;
  await invite(database.owner, { email, name: "Ana", organizationId, role: "staff", isOperator: false });
  return email;
}

async function codeFor(email: string): Promise<string> {
  expect(await askSignIn(email, from())).toEqual({ kind: "asked" });
  const mail = outboxMessages().find(({ to }) => to === email);
  return /\d{3} \d{3}/.exec(mail!.text)![0];
}

describe("a code by mail", () => {
  test("begins a session, by which the person and their places are known", async () => {
    const email = await somebody();
    const answer = await signIn(email.toUpperCase(), await codeFor(email), from());
    if (answer.kind !== "signed-in") throw new Error(answer.kind);
    expect(await whoIs(answer.token)).toMatchObject({ name: "Ana", isOperator: false });
    const mine = [{ placeId, timeZone: "America/Chicago", isManager: false }];
    expect(await staffPlaces(answer.token)).toMatchObject(mine);
    expect(await staffPlaces(answer.token, placeId)).toMatchObject(mine);
    expect(await staffPlaces(answer.token, placeId + 1)).toEqual([]);
    await signOut(answer.token);
    expect(await whoIs(answer.token)).toBeNull();
    expect(await staffPlaces(answer.token)).toEqual([]);
  });

  test("is good once, and only the newest one", async () => {
    const email = await somebody();
    const old = await codeFor(email);
    const code = await codeFor(email);
    expect(await signIn(email, old, from())).toEqual({ kind: "wrong-code" });
    expect(await signIn(email, code, from())).toMatchObject({ kind: "signed-in" });
    expect(await signIn(email, code, from())).toEqual({ kind: "wrong-code" });
  });

  test("is dead after five guesses, and after ten minutes", async () => {
    const email = await somebody();
    const code = await codeFor(email);
    for (let guess = 0; guess < 5; guess++)
      expect(await signIn(email, code === "000 000" ? "111111" : "000000", from())).toEqual({
        kind: "wrong-code",
      });
    expect(await signIn(email, code, from())).toEqual({ kind: "wrong-code" });
    const later = await somebody();
    const lapsed = await codeFor(later);
    await database.owner`update sign_in_codes set until = clock_timestamp()`;
    expect(await signIn(later, lapsed, from())).toEqual({ kind: "wrong-code" });
  });

  test("is no other person's, and nobody's who is disabled", async () => {
    const [ana, ben] = [await somebody(), await somebody()];
    const code = await codeFor(ana);
    expect(await signIn(ben, code, from())).toEqual({ kind: "wrong-code" });
    await database.owner`update people set disabled_at = clock_timestamp() where email = ${ana}`;
    expect(await signIn(ana, code, from())).toEqual({ kind: "wrong-code" });
  });
});

test("an address that nobody has is answered like any other, and gets no mail", async () => {
  const mails = outboxMessages().length;
  expect(await askSignIn("nobody@example.org", from())).toEqual({ kind: "asked" });
  expect(outboxMessages().length).toBe(mails);
});

test("one account is sent five codes an hour, wherever they are asked for; and so is one that is not there", async () => {
  const email = await somebody();
  for (let code = 0; code < 5; code++) await codeFor(email);
  for (let code = 0; code < 5; code++)
    expect(await askSignIn("no-one@example.org", from())).toEqual({ kind: "asked" });
  address++;
  expect(await askSignIn(email, from())).toEqual({ kind: "too-many" });
  expect(await askSignIn("no-one@example.org", from())).toEqual({ kind: "too-many" });
  expect(await askSignIn(await somebody(), from())).toEqual({ kind: "asked" });
});

test("an account is not written to more often by asking all at once", async () => {
  const email = await somebody();
  for (let code = 0; code < 3; code++) await codeFor(email);
  // As on a busy day: the first of them waits, and as many as the app has connections come meanwhile.
  const busy = await database.owner.reserve();
  await busy`begin`;
  await busy`select from people where email = ${email} for update`;
  const asking = Array.from({ length: 9 }, (_, nth) => askSignIn(email, `198.51.100.${nth}`));
  const waiting = async () => {
    const rows = await database.owner`
      select from pg_locks
      where not granted and database = (select oid from pg_database where datname = current_database())`;
    return rows.length;
  };
  await expect.poll(waiting).toBeGreaterThan(3);
  await busy`commit`;
  busy.release();
  const kinds = (await Promise.all(asking)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "asked")).toHaveLength(2);
});

test("one address asks and guesses thirty times an hour, whomever for", async () => {
  const email = await somebody();
  for (let guess = 0; guess < 30; guess++) await signIn(`x${guess}@example.org`, "123456", from());
  expect(await signIn(email, "123456", from())).toEqual({ kind: "too-many" });
  expect(await askSignIn(email, from())).toEqual({ kind: "too-many" });
});

test("an operator may act for every place, and a member for their organization's alone", async () => {
  const { owner } = database;
  const { placeId: elsewhere } = await seedPlace(owner, await seedRegion(owner, "stl"), { key: "elsewhere" });
  const email = `kim-${++count}@example.org`;
  await invite(owner, { email, name: "Kim", organizationId: null, role: "staff", isOperator: true });
  const kim = await signIn(email, await codeFor(email), from());
  if (kim.kind !== "signed-in") throw new Error(kim.kind);
  const places = await staffPlaces(kim.token);
  expect(places.map((place) => place.placeId).toSorted()).toEqual([placeId, elsewhere].toSorted());
  expect(places.every(({ isManager }) => isManager)).toBe(true);
});

test("without a way for mail to leave nobody is told that one is on its way", async () => {
  process.env.OUTBOX = "off";
  expect(await askSignIn(await somebody(), from())).toEqual({ kind: "away" });
  process.env.OUTBOX = "on";
});
