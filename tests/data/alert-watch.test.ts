import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { AlertWatch } from "~/data/alert-watch.server";
import { codeOf, codeWords } from "~/data/codes.server";
import { acceptHold, cancelHold, declineHold } from "~/data/holds.server";
import { report } from "~/data/reports.server";
import { answerOffer, extendAlert, ownAlert, stopAlert } from "~/data/room-alerts.server";
import { noAlerts, offerPasses, storedAlert, waiting } from "../support/alerts";
import { testDatabase } from "../support/database";
import {
  auditPools,
  MOTHER_AND_TWO,
  oversold,
  requested,
  storedHold,
  storedPool,
  takeHold,
} from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";
import { startSmtpServer, type SmtpServer } from "../support/smtp-server";

const database = testDatabase();
process.env.APP_SECRET ??= "only-for-tests-and-nothing-else!";
let regionId: number;
let hopeHouse: number;
let poolId: number;
let token: string;
let server: SmtpServer;
let watch: AlertWatch;
let seeds = 0;

beforeAll(async () => {
  await auditPools(database.owner);
  server = await startSmtpServer();
});
afterAll(async () => {
  expect(await oversold(database.owner)).toEqual([]);
  await server.close();
});

beforeEach(async () => {
  vi.stubEnv("SMTP_URL", server.url);
  vi.stubEnv("MAIL_FROM", "Warmstop <no-reply@warmstop.example>");
  vi.stubEnv("PUBLIC_URL", "https://warmstop.example");
  server.mails.length = 0;
  const { owner } = database;
  await noAlerts(owner);
  regionId = await seedRegion(owner, `wait-${++seeds}`);
  ({ placeId: hopeHouse } = await seedPlace(owner, regionId, {
    key: `hope-house-${seeds}`,
    phone: "913-555-0101",
  }));
  poolId = await seedPool(owner, hopeHouse, { capacity: 1 });
  ({ token } = await seedStaff(owner, hopeHouse));
  watch = new AlertWatch();
});
afterEach(() => vi.unstubAllEnvs());

const count = (occupied: number, of = poolId) => report({ key: randomUUID(), token, poolId: of, occupied });
const stored = (alertId: string) => storedAlert(database.owner, alertId);
const mailsTo = (contact: string) => server.mails.filter(({ to }) => to.includes(contact));
async function rounds(times = 3): Promise<void> {
  for (let round = 0; round < times; round++) await watch.round();
}
const answer = async (alertId: string, saysYes: boolean, key: string = randomUUID()) =>
  answerOffer({ key, alertId, holdId: (await stored(alertId)).holdId!, saysYes });

describe("a room that opens", () => {
  test("is offered to who waits longest, really held for ten minutes, and told by mail with five words", async () => {
    await count(1);
    const contact = "first@example.org";
    const [first, second] = [
      await waiting(database.owner, regionId, { contact }),
      await waiting(database.owner, regionId),
    ];
    await rounds();
    expect(await stored(first)).toMatchObject({ state: "waiting" });
    server.mails.length = 0;

    await count(0);
    await rounds();
    const { holdId } = await stored(first);
    expect(await stored(first)).toMatchObject({ state: "offered", poolId });
    expect(await stored(second)).toMatchObject({ state: "waiting" });
    expect(await storedHold(database.owner, holdId!)).toMatchObject({
      state: "held",
      confirmed: false,
      minutes: 10,
    });
    // Nobody else can take it meanwhile.
    expect(await takeHold(requested(poolId))).toMatchObject({ kind: "full" });

    const [mail] = mailsTo(contact);
    expect(mail!.text).toContain(codeWords(codeOf("alert", first), "en").join(" "));
    expect(mail!.text).toContain("https://warmstop.example/alert");
    expect(mail!.text).toContain("913-555-0101");
    expect(mail!.headers.get("subject")).not.toContain("hope");
    expect(server.mails).toHaveLength(1);
  });

  test("and yes makes it theirs for an hour, with the words of the hold, in one effect for one key", async () => {
    await count(0);
    const contact = "yes@example.org";
    const alertId = await waiting(database.owner, regionId, { contact });
    await rounds();
    const { holdId } = await stored(alertId);
    const key = randomUUID();
    const yes = { key, alertId, holdId: holdId!, saysYes: true };
    const both = await Promise.all([answerOffer(yes), answerOffer(yes)]);
    expect(both).toEqual([
      { kind: "taken", holdId },
      { kind: "taken", holdId },
    ]);
    expect(await storedHold(database.owner, holdId!)).toMatchObject({
      state: "held",
      confirmed: true,
      minutes: 60,
    });
    expect(await stored(alertId)).toMatchObject({ state: "ended", endedAs: "taken" });
    await rounds();
    const mail = mailsTo(contact).at(-1)!;
    expect(mail.text).toContain(codeWords(codeOf("hold", holdId!), "en").join(" "));
    // The mail has left: the row no longer says who it was.
    await rounds();
    const [row] = await database.owner`select contact, party from alerts where alert_id = ${alertId}`;
    expect(row).toEqual({ contact: null, party: null });
  });

  test('goes to the next at once after "not this time", and not to the same family again from the same count', async () => {
    await count(0);
    const [first, second] = [
      await waiting(database.owner, regionId),
      await waiting(database.owner, regionId),
    ];
    await rounds();
    const { holdId } = await stored(first);
    expect(await answer(first, false)).toEqual({ kind: "passed" });
    await rounds();
    expect(await stored(first)).toMatchObject({ state: "waiting", unanswered: 0 });
    expect(await stored(second)).toMatchObject({ state: "offered", poolId });
    const [hold] = await database.owner`select contact, state from holds where hold_id = ${holdId}`;
    expect(hold).toEqual({ contact: null, state: "cancelled" });

    await answer(second, false);
    await rounds();
    expect([(await stored(first)).state, (await stored(second)).state]).toEqual(["waiting", "waiting"]);
    await count(0);
    await rounds();
    expect(await stored(first)).toMatchObject({ state: "offered" });
  });

  test("goes to the next after ten minutes without a word; after two such offers the wait ends with a mail and one tap begins it again", async () => {
    await count(0);
    const contact = "silent@example.org";
    const first = await waiting(database.owner, regionId, { contact });
    const second = await waiting(database.owner, regionId);
    await rounds();
    await offerPasses(database.owner, (await stored(first)).holdId!, 10);
    await rounds();
    expect(await stored(first)).toMatchObject({ state: "waiting", unanswered: 1 });
    expect(await stored(second)).toMatchObject({ state: "offered" });
    await stopAlert({ key: randomUUID(), alertId: second });

    await count(0);
    await rounds();
    await offerPasses(database.owner, (await stored(first)).holdId!, 10);
    await rounds();
    expect(await stored(first)).toMatchObject({ state: "ended", endedAs: "no-answer" });
    expect(mailsTo(contact).at(-1)!.headers.get("subject")).toBe("Warmstop: do you want to go on?");
    expect(await storedPool(database.owner, poolId)).toMatchObject({ held: 0 });

    expect(await extendAlert({ key: randomUUID(), alertId: first })).toEqual({ kind: "extended" });
    expect(await stored(first)).toMatchObject({ state: "waiting", unanswered: 0 });
  });

  test("after its ten minutes cannot be said yes to, though nobody has looked since", async () => {
    await count(0);
    const alertId = await waiting(database.owner, regionId);
    await rounds();
    await offerPasses(database.owner, (await stored(alertId)).holdId!, 10);
    expect(await answer(alertId, true)).toEqual({ kind: "gone" });
    expect((await ownAlert(alertId))!.offer).toBeNull();
  });
});

describe("the order is fair:", () => {
  test("a family too large for what is free keeps its place, and is asked before a later one when it fits", async () => {
    const large = { ...MOTHER_AND_TWO, adults: 4, together: false };
    const rooms = await seedPool(database.owner, hopeHouse, { household: "anyone", capacity: 20 });
    await count(19, rooms);
    const big = await waiting(database.owner, regionId, { party: large });
    const small = await waiting(database.owner, regionId);
    const last = await waiting(database.owner, regionId);
    await rounds();
    expect([(await stored(big)).state, (await stored(small)).state]).toEqual(["waiting", "offered"]);
    await count(10, rooms);
    await rounds();
    expect(await stored(big)).toMatchObject({ state: "offered", poolId: rooms });
    const [{ units }] = await database.owner<[{ units: number }]>`
      select units from holds where hold_id = ${(await stored(big)).holdId}`;
    expect(units).toBe(2);
    // Three in ten may stand unanswered: the last one waits until somebody answers.
    expect(await stored(last)).toMatchObject({ state: "waiting" });
    await answer(big, true);
    await rounds();
    expect(await stored(last)).toMatchObject({ state: "offered" });
  });

  test("two watches at once offer each room once, and only the first that came looks", async () => {
    const rooms = await seedPool(database.owner, hopeHouse, { household: "anyone", capacity: 10 });
    await count(0, rooms);
    const ids: string[] = [];
    for (let family = 0; family < 6; family++) ids.push(await waiting(database.owner, regionId));
    const others = [watch, new AlertWatch(), new AlertWatch()];
    await Promise.all(others.map((each) => each.round()));
    const states = await Promise.all(ids.map(async (id) => (await stored(id)).state));
    // The room of families as yet uncounted is offered to nobody.
    expect(states).toEqual(["offered", "offered", "offered", "waiting", "waiting", "waiting"]);
    expect((await storedPool(database.owner, rooms)).held).toBe(3);
  });

  test("a watch that was killed is missed after 20 s, and the next goes on where it stood", async () => {
    await count(0);
    const alertId = await waiting(database.owner, regionId);
    await database.owner`
      insert into alert_watch (process, until) values (gen_random_uuid(), clock_timestamp() + interval '20 seconds')`;
    await rounds();
    expect(await stored(alertId)).toMatchObject({ state: "waiting" });
    await database.owner`update alert_watch set until = clock_timestamp()`;
    await rounds();
    expect(await stored(alertId)).toMatchObject({ state: "offered" });
  });
});

describe("staff come first:", () => {
  test("a bed filled at the desk takes the offer away, and the family is told and keeps its place", async () => {
    await count(0);
    const contact = "gone@example.org";
    const alertId = await waiting(database.owner, regionId, { contact });
    await rounds();
    const { holdId } = await stored(alertId);
    expect(await count(1)).toMatchObject({ kind: "reported", over: true });
    expect(await answer(alertId, true)).toEqual({ kind: "gone" });
    await rounds();
    expect(await stored(alertId)).toMatchObject({ state: "waiting", unanswered: 0 });
    expect(await storedPool(database.owner, poolId)).toMatchObject({ occupied: 1, held: 0 });
    expect(await storedHold(database.owner, holdId!)).toMatchObject({ state: "cancelled" });
    expect(mailsTo(contact).at(-1)!.headers.get("subject")).toBe("Warmstop: it is gone");
  });

  test("what staff decline is offered to nobody until they count again", async () => {
    await count(0);
    const [first, second] = [
      await waiting(database.owner, regionId),
      await waiting(database.owner, regionId),
    ];
    await rounds();
    await declineHold({ key: randomUUID(), token, holdId: (await stored(first)).holdId!, reason: "no heat" });
    await rounds();
    expect([(await stored(first)).state, (await stored(second)).state]).toEqual(["waiting", "waiting"]);
    await count(0);
    await rounds();
    expect(await stored(first)).toMatchObject({ state: "offered" });
  });

  test("staff who say yes before the family does have said it: the words of the hold come by mail", async () => {
    await count(0);
    const contact = "kind@example.org";
    const alertId = await waiting(database.owner, regionId, { contact });
    await rounds();
    const { holdId } = await stored(alertId);
    await acceptHold({ key: randomUUID(), token, holdId: holdId! });
    await rounds();
    expect(await stored(alertId)).toMatchObject({ state: "ended", endedAs: "taken" });
    expect(mailsTo(contact).at(-1)!.text).toContain(codeWords(codeOf("hold", holdId!), "en").join(" "));
  });
});

describe("is never offered:", () => {
  const nobodyIsOffered = async () => {
    const alertId = await waiting(database.owner, regionId);
    await rounds();
    expect(await stored(alertId)).toMatchObject({ state: "waiting" });
  };

  test("a count that is older than an hour", async () => {
    await report({
      key: randomUUID(),
      token,
      poolId,
      occupied: 0,
      saidAt: new Date(Date.now() - 61 * 60_000),
    });
    await nobodyIsOffered();
  });

  test("a room nobody ever counted", nobodyIsOffered);

  test("a count that two voices at the door doubt", async () => {
    await count(0);
    await database.owner`
      insert into door_reports (place_id, word, voice)
      values (${hopeHouse}, 'full', sha256('a')), (${hopeHouse}, 'full', sha256('b'))`;
    await nobodyIsOffered();
  });

  test("a place that has no room for who comes, or that is not theirs to take", async () => {
    await count(0);
    await database.owner`update places set families = false where place_id = ${hopeHouse}`;
    await nobodyIsOffered();
    await database.owner`update places set families = null, kind = 'warming-center' where place_id = ${hopeHouse}`;
    await nobodyIsOffered();
  });

  test("a room in another region, or to who holds one already", async () => {
    await count(0);
    const elsewhere = await seedRegion(database.owner, `elsewhere-${seeds}`);
    const alertId = await waiting(database.owner, elsewhere);
    await rounds();
    expect(await stored(alertId)).toMatchObject({ state: "waiting" });

    const other = await seedPool(database.owner, hopeHouse, { household: "anyone", capacity: 3 });
    await count(0, other);
    const contact = "holds@example.org";
    const device = new Uint8Array(32).fill(7);
    const taken = await takeHold({ ...requested(other), device, contact, contactConfirmed: true });
    const holder = await waiting(database.owner, regionId, { contact });
    await rounds();
    expect(await stored(holder)).toMatchObject({ state: "waiting" });
    if (taken.kind !== "taken") throw new Error(taken.kind);
    await cancelHold({ key: randomUUID(), holder: device, holdId: taken.holdId });
    await rounds();
    expect(await stored(holder)).toMatchObject({ state: "offered" });
  });
});
