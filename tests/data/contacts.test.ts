import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { askContactCode, confirmContact, contactOf } from "~/data/contacts.server";
import { acceptHold, takeHold } from "~/data/holds.server";
import { report } from "~/data/reports.server";
import { testDatabase } from "../support/database";
import { aHash, inMinutes, letPass, requested, storedHold } from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";
import { startSmtpServer, type SmtpServer } from "../support/smtp-server";

const database = testDatabase();
let smtp: SmtpServer;
let poolId: number;
let placeId: number;
let regionId: number;

beforeAll(async () => {
  smtp = await startSmtpServer();
  regionId = await seedRegion(database.owner);
  ({ placeId } = await seedPlace(database.owner, regionId, { key: "hope-house" }));
  poolId = await seedPool(database.owner, placeId, { capacity: 200, counted: true });
});
afterAll(() => smtp.close());
beforeEach(() => {
  vi.stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!");
  vi.stubEnv("SMTP_URL", smtp.url);
  vi.stubEnv("MAIL_FROM", "Somebody <no-reply@example.org>");
});

/** A phone in a network of its own, and somebody's mailbox. */
function phone(contact = `ana-${randomUUID()}@example.org`) {
  return { device: aHash(), address: aHash(), contact };
}
type Phone = ReturnType<typeof phone>;

const mailsTo = ({ contact }: Phone) => smtp.mails.filter(({ to }) => to.includes(contact.toLowerCase()));

async function codeTo(of: Phone, count = 1): Promise<string> {
  await expect.poll(() => mailsTo(of).length, { timeout: 5000 }).toBe(count);
  return /\d{3} \d{3}/.exec(mailsTo(of)[count - 1]!.text)![0];
}

const typed = (of: Phone, code: string, key: string = randomUUID()) => confirmContact({ ...of, key, code });
const ask = (of: Phone) => askContactCode(of, "en");
const holdOf = (of: Phone, more = {}) => requested(poolId, { device: of.device, ...more });

describe("a code by mail", () => {
  test("makes no promise of a bed that staff have filled meanwhile: the request waits for their word", async () => {
    const { owner } = database;
    const { placeId: at } = await seedPlace(owner, regionId, { key: randomUUID() });
    const full = await seedPool(owner, at, { capacity: 1, counted: true });
    const { token } = await seedStaff(owner, at);
    const ana = phone();
    const hold = requested(full, { device: ana.device });
    expect(await takeHold(hold)).toMatchObject({ kind: "taken" });
    await report({ key: randomUUID(), token, poolId: full, occupied: 1 });
    await ask(ana);
    expect(await typed(ana, await codeTo(ana))).toMatchObject({ kind: "confirmed", holdId: hold.holdId });
    expect(await storedHold(owner, hold.holdId)).toMatchObject({ confirmed: false, minutes: 15 });
    await acceptHold({ key: randomUUID(), token, holdId: hold.holdId });
    expect(await storedHold(owner, hold.holdId)).toMatchObject({ confirmed: true });
  });

  test("makes the request of its device a hold with its whole time", async () => {
    const ana = phone();
    const hold = holdOf(ana, { contact: ana.contact, arrivesAt: inMinutes(70) });
    await takeHold(hold);
    expect(await ask(ana)).toEqual({ kind: "asked" });
    expect(await contactOf(ana.device)).toEqual({ contact: ana.contact, confirmed: false });
    const code = await codeTo(ana);
    const key = randomUUID();
    const answer = await typed(ana, ` ${code.replace(" ", "-")}`, key);
    expect(answer).toMatchObject({ kind: "confirmed", holdId: hold.holdId, state: "held" });
    expect(await typed(ana, code, key)).toEqual(answer);
    expect(await storedHold(database.owner, hold.holdId)).toEqual({
      state: "held",
      confirmed: true,
      minutes: 100,
      events: ["taken", "confirmed"],
    });
    expect(await contactOf(ana.device)).toEqual({ contact: ana.contact, confirmed: true });
    expect(await typed(ana, code)).toEqual({ kind: "wrong-code" });
  });

  test("says nothing of shelters, places or holds: somebody else may read the mailbox", async () => {
    for (const language of ["en", "es"] as const) {
      const ana = phone();
      await askContactCode(ana, language);
      await codeTo(ana);
      const { headers, text } = mailsTo(ana)[0]!;
      expect(`${headers.get("subject")} ${text}`).not.toMatch(
        /warmstop|shelter|hope|bed|room|hold|refugio|albergue|cama|cuarto|apart/i,
      );
    }
  });

  test("first, and the hold that is asked for within the hour is one at once; after it, a request", async () => {
    const ana = phone(`Ana-${randomUUID()}@Example.org`);
    await ask(ana);
    expect(await typed(ana, await codeTo(ana))).toEqual({ kind: "confirmed", holdId: null });
    const hold = holdOf(ana, { contact: ana.contact });
    expect(await takeHold(hold)).toMatchObject({ kind: "taken", confirmed: true });
    const other = phone(ana.contact);
    expect(await takeHold(holdOf(other, { contact: ana.contact }))).toMatchObject({ confirmed: false });

    const ben = phone();
    await ask(ben);
    await typed(ben, await codeTo(ben));
    await database.owner`
      update contact_codes set used_at = used_at - interval '61 minutes' where contact = ${ben.contact}`;
    expect(await takeHold(holdOf(ben, { contact: ben.contact }))).toMatchObject({ confirmed: false });
    expect(await contactOf(ben.device)).toBeNull();
  });

  test("is of no use on another device, nor for another address", async () => {
    const [ana, thief] = [phone(), phone()];
    await ask(ana);
    const code = await codeTo(ana);
    expect(await typed({ ...ana, device: thief.device }, code)).toEqual({ kind: "wrong-code" });
    expect(await typed({ ...ana, contact: thief.contact }, code)).toEqual({ kind: "wrong-code" });
    expect(await typed(ana, code)).toMatchObject({ kind: "confirmed" });
  });

  test("is good for ten minutes, and for five guesses", async () => {
    const [ana, ben] = [phone(), phone()];
    await Promise.all([ask(ana), ask(ben)]);
    const [old, guessed] = [await codeTo(ana), await codeTo(ben)];
    await database.owner`
      update contact_codes set until = until - interval '10 minutes' where contact = ${ana.contact}`;
    expect(await typed(ana, old)).toEqual({ kind: "wrong-code" });
    const wrong = guessed.startsWith("1") ? "222222" : "111111";
    for (let n = 0; n < 5; n++) expect(await typed(ben, wrong)).toEqual({ kind: "wrong-code" });
    expect(await typed(ben, guessed)).toEqual({ kind: "wrong-code" });
  });

  test("is sent once for two taps, and anew a minute later: then only the new one counts", async () => {
    const ana = phone();
    expect(await Promise.all([ask(ana), ask(ana)])).toEqual([{ kind: "asked" }, { kind: "asked" }]);
    const first = await codeTo(ana);
    await database.owner`
      update contact_codes set sent_at = sent_at - interval '61 seconds' where contact = ${ana.contact}`;
    await ask(ana);
    const second = await codeTo(ana, 2);
    if (first !== second) expect(await typed(ana, first)).toEqual({ kind: "wrong-code" });
    expect(await typed(ana, second)).toMatchObject({ kind: "confirmed" });
  });

  test("goes to one mailbox five times an hour, whoever asks", async () => {
    const ana = phone();
    for (let n = 0; n < 5; n++)
      expect(await ask({ ...phone(), contact: ana.contact })).toEqual({ kind: "asked" });
    expect(await ask({ ...phone(), contact: ana.contact.toUpperCase() })).toEqual({ kind: "too-many" });
    expect(await ask(phone())).toEqual({ kind: "asked" });
  });

  test("is asked for and guessed at thirty times an hour from one network, many at once or not", async () => {
    const ana = phone();
    await ask(ana);
    const code = await codeTo(ana);
    const answers = await Promise.all(
      Array.from({ length: 35 }, () => ask({ ...phone(), address: ana.address })),
    );
    expect(answers.filter(({ kind }) => kind === "asked")).toHaveLength(29);
    expect(await typed(ana, code)).toEqual({ kind: "too-many" });
    expect(await typed({ ...ana, address: aHash() }, code)).toMatchObject({ kind: "confirmed" });
  });

  test.each(["", "nobody", "a@b", "two@example.org,three@example.org"])(
    "is not sent to %j",
    async (contact) => expect(await ask({ ...phone(), contact })).toEqual({ kind: "out-of-range" }),
  );

  test("is not promised where no mail leaves this server", async () => {
    vi.stubEnv("SMTP_URL", "");
    vi.stubEnv("OUTBOX", "off");
    expect(await ask(phone())).toEqual({ kind: "away" });
  });
});

describe("one mail address", () => {
  test("has one hold at a time: the second device's stays a request", async () => {
    const ana = phone();
    await ask(ana);
    await typed(ana, await codeTo(ana));
    await takeHold(holdOf(ana, { contact: ana.contact }));
    const second = phone(ana.contact);
    const hold = holdOf(second);
    await takeHold(hold);
    await ask(second);
    expect(await typed(second, await codeTo(second, 2))).toEqual({ kind: "has-hold", holdId: null });
    expect(await storedHold(database.owner, hold.holdId)).toMatchObject({ confirmed: false, minutes: 15 });
  });

  test("typed at once on many devices with a request each makes one of them a hold", async () => {
    const { contact } = phone();
    const phones = Array.from({ length: 5 }, () => phone(contact));
    const holds = phones.map((of) => holdOf(of));
    for (const hold of holds) await takeHold(hold);
    const codes: string[] = [];
    for (const [n, of] of phones.entries()) {
      await ask(of);
      codes.push(await codeTo(of, n + 1));
    }
    const answers = await Promise.all(phones.map((of, n) => typed(of, codes[n]!)));
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(["confirmed", ...Array(4).fill("has-hold")]);
  });

  test("given after staff said yes changes nothing of the time", async () => {
    const { token } = await seedStaff(database.owner, placeId);
    const ana = phone();
    const hold = holdOf(ana, { arrivesAt: inMinutes(90) });
    await takeHold(hold);
    await acceptHold({ key: randomUUID(), token, holdId: hold.holdId });
    await ask(ana);
    expect(await typed(ana, await codeTo(ana))).toMatchObject({ kind: "confirmed", holdId: hold.holdId });
    expect(await storedHold(database.owner, hold.holdId)).toMatchObject({ confirmed: true, minutes: 120 });
  });

  test("shown after the request lapsed wakes nothing up", async () => {
    const ana = phone();
    const hold = holdOf(ana, { contact: ana.contact });
    await takeHold(hold);
    await ask(ana);
    const code = await codeTo(ana);
    await letPass(database.owner, hold.holdId, 16);
    expect(await typed(ana, code)).toEqual({ kind: "confirmed", holdId: null });
    expect(await takeHold(holdOf(ana, { contact: ana.contact }))).toMatchObject({ confirmed: true });
  });
});
