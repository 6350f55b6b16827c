import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { report } from "~/data/reports.server";
import { exitAnswer } from "~/http/exit.server";
import { loader as own } from "~/routes/hold._index";
import { action as askMail, loader as mailPage } from "~/routes/hold.mail";
import { action as typeCode, loader as codePage } from "~/routes/hold.mail-code";
import { action as send, loader as question } from "~/routes/places.$placeId.hold";
import { testDatabase } from "../support/database";
import { letPass, requested, storedHold, takeHold } from "../support/holds";
import { Phone } from "../support/phone";
import { countPool, seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";
import { startSmtpServer, type SmtpServer } from "../support/smtp-server";

const database = testDatabase();
const FAMILY = "adults=1&children=6,9&together=1";
let smtp: SmtpServer;
let hopeHouse: number;
let poolId: number;
let token: string;

beforeAll(async () => {
  const { owner } = database;
  smtp = await startSmtpServer();
  const regionId = await seedRegion(owner);
  ({ placeId: hopeHouse } = await seedPlace(owner, regionId, { key: "hope-house", phone: "913-555-0101" }));
  ({ token } = await seedStaff(owner, hopeHouse));
});
afterAll(() => smtp.close());

beforeEach(async () => {
  vi.stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!");
  vi.stubEnv("SMTP_URL", smtp.url);
  vi.stubEnv("MAIL_FROM", "no-reply@example.org");
  const { owner } = database;
  await owner`update pools set retired_at = now() where retired_at is null`;
  poolId = await seedPool(owner, hopeHouse, { capacity: 10, counted: true });
});

const someone = () => `ana-${randomUUID()}@example.org`;

/** Of the mail that came there as the `nth`. */
async function codeTo(contact: string, nth = 1): Promise<string> {
  const mail = () => smtp.mails.filter(({ to }) => to.includes(contact))[nth - 1];
  await expect.poll(mail, { timeout: 5000 }).toBeDefined();
  return /\d{3} \d{3}/.exec(mail()!.text)![0];
}

async function asks(phone: Phone, contact: string) {
  const { data } = await phone.ask(question, { query: FAMILY, placeId: hopeHouse });
  const form = { key: String(data.formKey), pool: String(poolId), contact };
  return phone.ask(send, { form, query: FAMILY, placeId: hopeHouse });
}

const holdOf = async (phone: Phone) => (await phone.ask(own, { query: FAMILY })).data.hold!;
const types = (phone: Phone, code: string, query = FAMILY, key: string = randomUUID()) =>
  phone.ask(typeCode, { form: { key, code }, query });

describe("a mail address on the form", () => {
  test("leads to its code, and the code to a hold", async () => {
    const [phone, contact] = [new Phone(), someone()];
    expect(await asks(phone, contact)).toMatchObject({
      status: 302,
      to: "/hold/mail-code?children=6%2C9&together=1",
    });
    const page = await phone.ask(codePage, { query: FAMILY });
    expect(page).toMatchObject({ status: 200, data: { contact, stands: expect.any(Date) } });
    expect(page.data.onward).toBe("/hold?children=6%2C9&together=1");
    const [code, key] = [await codeTo(contact), randomUUID()];
    for (let taps = 0; taps < 2; taps++)
      expect(await types(phone, code, FAMILY, key)).toMatchObject({
        status: 302,
        to: expect.stringMatching(/^\/hold\?.*late=confirmed/),
      });
    const { holdId } = await holdOf(phone);
    expect(await storedHold(database.owner, holdId)).toMatchObject({ confirmed: true, minutes: 60 });
    // It is done: the page of the code leads to the hold.
    expect(await phone.ask(codePage, { query: FAMILY })).toMatchObject({ status: 302 });
  });

  test("of a phone number, or where no mail can be sent, leads to the hold itself", async () => {
    expect(await asks(new Phone(), "913-555-0199")).toMatchObject({ to: expect.stringMatching(/^\/hold\?/) });
    vi.stubEnv("SMTP_URL", "");
    const phone = new Phone();
    expect(await asks(phone, someone())).toMatchObject({ to: expect.stringMatching(/^\/hold\?/) });
    expect((await phone.ask(own)).data).toMatchObject({ mailHref: null });
    expect(await phone.ask(askMail, { form: { mail: someone() } })).toMatchObject({
      status: 503,
      data: { problem: "away" },
    });
  });

  test("may be skipped: the request stands as it was", async () => {
    const phone = new Phone();
    await asks(phone, someone());
    expect(await storedHold(database.owner, (await holdOf(phone)).holdId)).toMatchObject({
      confirmed: false,
      minutes: 15,
    });
    expect((await phone.ask(own, { query: FAMILY })).data.mailHref).toBe(
      "/hold/mail?children=6%2C9&together=1",
    );
  });

  test("can be given later, from the page of the request; what cannot be read is kept", async () => {
    const [phone, contact] = [new Phone(), someone()];
    await asks(phone, "");
    for (const typed of ["ana at home", "", "913-555-0199"])
      expect(await phone.ask(askMail, { form: { mail: typed } })).toMatchObject({
        status: 400,
        data: { typed, problem: "not-a-mail" },
      });
    expect(await phone.ask(askMail, { form: { mail: ` ${contact} ` }, query: FAMILY })).toMatchObject({
      status: 302,
      to: "/hold/mail-code?children=6%2C9&together=1",
    });
    await types(phone, await codeTo(contact));
    expect(await holdOf(phone)).toMatchObject({ confirmed: true });
  });

  test("with wrong numbers is asked for again, with no word of what was right", async () => {
    const [phone, contact] = [new Phone(), someone()];
    await asks(phone, contact);
    const code = await codeTo(contact);
    const wrong = code.startsWith("1") ? "222 222" : "111 111";
    for (const typed of [wrong, "", "hello", "1".repeat(20)])
      expect(await types(phone, typed)).toMatchObject({ status: 400, data: { problem: "wrong-code" } });
    expect(await types(phone, "1".repeat(21))).toMatchObject({ status: 400, data: { problem: "old-form" } });
    expect(await types(phone, code, FAMILY, "no key")).toMatchObject({ data: { problem: "old-form" } });
    expect(await types(phone, code)).toMatchObject({ status: 302 });
  });

  test("with a hold elsewhere already says so, and the request stays", async () => {
    const [phone, contact] = [new Phone(), someone()];
    await asks(phone, contact);
    await types(phone, await codeTo(contact));
    const second = new Phone();
    await asks(second, contact);
    expect((await types(second, await codeTo(contact, 2))).to).toContain("late=other-hold");
    expect(await holdOf(second)).toMatchObject({ confirmed: false });
  });
});

describe("where only requests are too many", () => {
  test.each(["many", "many from here"])(
    "%s, a mail address leads back to the place, to a hold",
    async (which) => {
      const [phone, contact] = [new Phone(), someone()];
      if (which === "many") for (let n = 0; n < 3; n++) await takeHold(requested(poolId));
      else
        for (let n = 0; n < 6; n++) {
          const other = new Phone();
          Object.assign(other, { address: phone.address });
          await asks(other, "");
          await letPass(database.owner, (await holdOf(other)).holdId, 15);
        }
      const why = which === "many" ? "too-many-requests" : "many-from-here";
      expect(await asks(phone, "")).toMatchObject({ status: 409, data: { why } });

      const { mailHref } = (await phone.ask(question, { query: FAMILY, placeId: hopeHouse })).data;
      const query = `${FAMILY}&place=${hopeHouse}`;
      expect(mailHref).toBe(`/hold/mail?children=6%2C9&together=1&place=${hopeHouse}`);
      const asked = await phone.ask(askMail, { form: { mail: contact }, query });
      expect(asked.to).toBe(`/hold/mail-code?children=6%2C9&together=1&place=${hopeHouse}`);
      expect((await types(phone, await codeTo(contact), query)).to).toBe(
        `/places/${hopeHouse}/hold?children=6%2C9&together=1`,
      );
      expect((await phone.ask(question, { query: FAMILY, placeId: hopeHouse })).data).toMatchObject({
        shown: contact,
      });
      expect(await asks(phone, contact)).toMatchObject({ to: expect.stringMatching(/^\/hold\?/) });
      expect(await holdOf(phone)).toMatchObject({ confirmed: true });
    },
  );

  test("a place in the address that is none leads to the hold", async () => {
    const page = await new Phone().ask(mailPage, { query: "place=//evil.example" });
    expect(page.data.onward).toBe("/hold?");
  });
});

describe("the pages of a mail address", () => {
  test("are for our own forms, and tell nothing after an exit or on another phone", async () => {
    const [phone, contact] = [new Phone(), someone()];
    await asks(phone, contact);
    for (const [action, form] of [
      [askMail, { mail: contact }],
      [typeCode, { key: randomUUID(), code: "1" }],
    ] as const)
      expect(await phone.ask(action, { form, site: "cross-site" })).toMatchObject({ status: 403 });
    const code = await codeTo(contact);
    const other = new Phone();
    await other.ask(mailPage);
    expect(await other.ask(codePage)).toMatchObject({ status: 302, to: "/hold?" });
    expect(await types(other, code, "")).toMatchObject({ status: 302, to: "/hold?" });
    phone.keep(exitAnswer().headers);
    for (const page of [mailPage, codePage])
      expect(await phone.ask(page)).toMatchObject({ status: 302, to: "/" });
    expect(await types(phone, code)).toMatchObject({ status: 302, to: "/" });
  });

  test("need a cookie, and give one", async () => {
    const phone = new Phone();
    expect(await phone.ask(askMail, { form: { mail: someone() } })).toMatchObject({
      status: 400,
      data: { problem: "no-cookie" },
    });
    await phone.ask(mailPage);
    expect(await phone.ask(askMail, { form: { mail: someone() } })).toMatchObject({ status: 302 });
  });
});

test("a count grown old since the page was drawn leads to the phone, and holds nothing", async () => {
  const phone = new Phone();
  const { data } = await phone.ask(question, { query: FAMILY, placeId: hopeHouse });
  await database.owner`
    alter table reports disable trigger user`;
  await database.owner`
    update reports set said_at = said_at - interval '4 hours' where pool_id = ${poolId}`;
  await database.owner`
    alter table reports enable trigger user`;
  const form = { key: String(data.formKey), pool: String(poolId), contact: "" };
  expect(await phone.ask(send, { form, query: FAMILY, placeId: hopeHouse })).toMatchObject({
    status: 409,
    data: { why: "call-first" },
  });
  await countPool(database.owner, poolId);
  await report({ key: randomUUID(), token, poolId, occupied: 1 });
  const again = await phone.ask(send, {
    form: { ...form, key: randomUUID() },
    query: FAMILY,
    placeId: hopeHouse,
  });
  expect(again).toMatchObject({ status: 302 });
});
