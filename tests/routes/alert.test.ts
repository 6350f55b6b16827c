import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AlertWatch } from "~/data/alert-watch.server";
import { codeOf, codeWords } from "~/data/codes.server";
import { report } from "~/data/reports.server";
import { outboxMessages } from "~/data/mail.server";
import { exitAnswer } from "~/http/exit.server";
import { loader as own } from "~/routes/alert._index";
import { action as answer } from "~/routes/alert.answer";
import { action as send, loader as ask } from "~/routes/alert.ask";
import { action as say } from "~/routes/alert.code";
import { action as keep } from "~/routes/alert.keep";
import { loader as hold } from "~/routes/hold._index";
import { action as settings, loader as reminders } from "~/routes/staff.reminders";
import { newestAlert, noAlerts, storedAlert } from "../support/alerts";
import { testDatabase } from "../support/database";
import { askHandler } from "../support/handlers";
import { Phone } from "../support/phone";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
process.env.APP_SECRET ??= "only-for-tests-and-nothing-else!";
let region: string;
let poolId: number;
let placeId: number;
let token: string;
let contact: string;
let seeds = 0;

beforeEach(async () => {
  vi.stubEnv("OUTBOX", "on");
  vi.stubEnv("SMTP_URL", "");
  const { owner } = database;
  await noAlerts(owner);
  region = `told-${++seeds}`;
  const regionId = await seedRegion(owner, region);
  ({ placeId } = await seedPlace(owner, regionId, { key: `hope-house-${seeds}`, phone: "913-555-0101" }));
  poolId = await seedPool(owner, placeId, { capacity: 1 });
  ({ token } = await seedStaff(owner, placeId));
  contact = `mother-${seeds}@example.org`;
});
afterEach(() => vi.unstubAllEnvs());

const family = () => `region=${region}&adults=1&children=6,9`;
const count = (occupied: number) => report({ key: randomUUID(), token, poolId, occupied });
const stored = async () => storedAlert(database.owner, await newestAlert(database.owner, contact));
async function rounds(): Promise<void> {
  await database.owner`delete from alert_watch`;
  const watch = new AlertWatch();
  for (let round = 0; round < 3; round++) await watch.round();
}

async function askedOn(phone: Phone, more: Record<string, string> = {}) {
  const { data } = await phone.ask(ask, { query: family() });
  const form = { key: String(data.formKey), contact, ...more };
  return phone.ask(send, { query: family(), form });
}

const wordsFor = async (language: "en" | "es" = "en") =>
  codeWords(codeOf("alert", await newestAlert(database.owner, contact)), language).join(" ");

/** Asked, and the words of the mail typed. */
async function waitsOn(phone: Phone): Promise<void> {
  expect(await askedOn(phone)).toMatchObject({ status: 302, to: "/alert/code?sent=1" });
  expect(await phone.ask(say, { form: { code: await wordsFor() } })).toMatchObject({ to: "/alert" });
}

const alertOn = async (phone: Phone) => (await phone.ask(own)).data as Seen;
type Seen = {
  kind: string;
  alert: { state: string; offer: { holdId: string } | null; endedAs: string | null };
  keys: Record<"yes" | "no" | "keep" | "stop", string>;
};

describe("a family", () => {
  test("asks, types the words of its mail, is offered a room, says yes and has the hold on the same phone", async () => {
    const phone = new Phone();
    await waitsOn(phone);
    expect(await alertOn(phone)).toMatchObject({ alert: { state: "waiting", offer: null } });
    await count(0);
    await rounds();
    const { alert, keys } = await alertOn(phone);
    expect(alert.state).toBe("offered");
    const form = { key: keys.yes, hold: alert.offer!.holdId, say: "yes" };
    expect(await phone.ask(answer, { form })).toMatchObject({ status: 302, to: "/hold" });
    // A second tap leads there too.
    expect(await phone.ask(answer, { form })).toMatchObject({ status: 302, to: "/hold" });
    expect((await phone.ask(hold)).data.hold).toMatchObject({ state: "held", confirmed: true });
    expect((await alertOn(phone)).alert).toMatchObject({ state: "ended", endedAs: "taken" });
  });

  test("that says not this time waits on, and an answer to what is over says so", async () => {
    const phone = new Phone();
    await waitsOn(phone);
    await count(0);
    await rounds();
    const { alert, keys } = await alertOn(phone);
    const holdId = alert.offer!.holdId;
    const no = await phone.ask(answer, { form: { key: keys.no, hold: holdId, say: "no" } });
    expect(no.to).toBe("/alert?said=passed");
    const late = await phone.ask(answer, { form: { key: keys.yes, hold: holdId, say: "yes" } });
    expect(late.to).toBe("/alert?said=gone");
    expect(await stored()).toMatchObject({ state: "waiting" });
  });

  test("waits longer, or stops, by one tap, and stopped is forgotten at once", async () => {
    const phone = new Phone();
    await waitsOn(phone);
    const { keys } = await alertOn(phone);
    expect((await phone.ask(keep, { form: { key: keys.keep, do: "extend" } })).to).toBe(
      "/alert?said=extended",
    );
    expect((await phone.ask(keep, { form: { key: keys.stop, do: "stop" } })).to).toBe("/alert");
    expect((await alertOn(phone)).alert).toMatchObject({ endedAs: "stopped" });
    const rows = await database.owner`select contact, party from alerts where ended_as = 'stopped'`;
    expect([...rows]).toEqual([{ contact: null, party: null }]);
  });

  test("that leaves fast has its wait no more on this phone; the words open it on any, in either language", async () => {
    const phone = new Phone();
    await waitsOn(phone);
    phone.keep(exitAnswer().headers);
    phone.cookies.delete("left");
    expect(await alertOn(phone)).toMatchObject({ kind: "code" });
    const other = new Phone();
    expect(await other.ask(say, { form: { code: await wordsFor("es") } })).toMatchObject({ to: "/alert" });
    expect(await alertOn(other)).toMatchObject({ alert: { state: "waiting" } });
  });

  test("that asks anew with other people keeps its place in the line, and has one wait", async () => {
    const phone = new Phone();
    await waitsOn(phone);
    const first = await newestAlert(database.owner, contact);
    await database.owner`update alerts set asked_at = asked_at - interval '2 hours'`;
    const anew = new Phone();
    await waitsOn(anew);
    const rows = await database.owner`
      select state, asked_at < clock_timestamp() - interval '1 hour' as is_early from alerts where contact = ${contact}
      order by state`;
    expect([...rows]).toEqual([
      { state: "ended", isEarly: true },
      { state: "waiting", isEarly: true },
    ]);
    expect(await storedAlert(database.owner, first)).toMatchObject({ endedAs: "replaced" });
  });
});

describe("a stranger", () => {
  test("who types somebody's address sees nothing of theirs, now or after they have said their words", async () => {
    const stranger = new Phone();
    await askedOn(stranger);
    expect(await alertOn(stranger)).toMatchObject({ kind: "code" });
    await new Phone().ask(say, { form: { code: await wordsFor() } });
    expect(await alertOn(stranger)).toMatchObject({ kind: "code" });
  });

  test("is answered the same whether or not an address waits already", async () => {
    const before = await askedOn(new Phone());
    await new Phone().ask(say, { form: { code: await wordsFor() } });
    expect(await askedOn(new Phone())).toEqual(before);
  });

  test("can have four mails an hour sent to one address, however many are asked for at once", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => askedOn(new Phone())));
    expect(all.filter(({ status }) => status === 302)).toHaveLength(4);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(4);
  });

  test("is given no wait by a cookie they wrote, and changes nobody's from another site", async () => {
    const phone = new Phone();
    await waitsOn(phone);
    const forger = new Phone();
    const id = await newestAlert(database.owner, contact);
    forger.cookies.set("__Host-alert", `${id}.${Buffer.alloc(32).toString("base64url")}`);
    expect(await alertOn(forger)).toMatchObject({ kind: "code" });
    const form = { key: randomUUID(), do: "stop" };
    expect((await forger.ask(keep, { form })).to).toBe("/alert?said=unclear");
    for (const handler of [send, say, keep, answer])
      expect(await phone.ask(handler, { form, site: "cross-site" })).toMatchObject({ status: 403 });
    expect(await stored()).toMatchObject({ state: "waiting" });
  });

  test("guesses words thirty times an hour, no more", async () => {
    const guesser = new Phone();
    const guess = () =>
      guesser.ask(say, { form: { code: codeWords(codeOf("alert", randomUUID()), "en").join(" ") } });
    for (let at = 0; at < 30; at++) expect((await guess()).status).toBe(400);
    expect((await guess()).status).toBe(429);
  });
});

describe("what is typed", () => {
  test.each([
    "",
    "me",
    "me@here",
    "a@b.example, c@d.example",
    "x".repeat(300) + "@example.org",
    "me@exa mple.org",
  ])("is asked for again where it is no mail address: %s", async (typed) => {
    const { status, data } = await askedOn(new Phone(), { contact: typed });
    expect(status).toBe(400);
    expect(data).toMatchObject({ why: "contact", contact: typed.slice(0, 254) });
  });

  test("in a form that is not ours is asked for again, and the same form sent twice is one mail", async () => {
    expect((await askedOn(new Phone(), { key: "x" })).data).toMatchObject({ why: "old-form" });
    const [phone, key] = [new Phone(), randomUUID()];
    await askedOn(phone, { key });
    expect(await askedOn(phone, { key })).toMatchObject({ status: 302 });
    expect(await askedOn(phone, { key, contact: "other@example.org" })).toMatchObject({
      status: 400,
      data: { why: "old-form", contact: "other@example.org" },
    });
    const [{ mails }] = await database.owner<[{ mails: number }]>`select count(*) as mails from notices`;
    expect(mails).toBe(1);
  });

  test("too late, after the hour of the words, begins no wait", async () => {
    await askedOn(new Phone());
    const code = await wordsFor();
    await database.owner`update alerts set until = clock_timestamp()`;
    expect(await new Phone().ask(say, { form: { code } })).toMatchObject({
      data: { problem: { kind: "too-late" } },
    });
  });

  test("without any mail server is not asked for: a number to call is", async () => {
    vi.stubEnv("OUTBOX", "");
    expect((await new Phone().ask(ask, { query: family() })).data).toMatchObject({ canSend: false });
    expect(await askedOn(new Phone())).toMatchObject({ status: 503, data: { why: "away" } });
  });
});

test("the mail is in the language of who asked, and neither log nor address has anything of them", async () => {
  await new Phone().ask(send, { query: `${family()}&lang=es`, form: { key: randomUUID(), contact } });
  await rounds();
  const mail = outboxMessages().find(({ to }) => to === contact);
  expect(mail?.text).toContain(await wordsFor("es"));
  expect(mail?.text).toMatch(/cinco palabras/);
});

test("reminders are turned off and on by who is signed in, for themselves", async () => {
  const asked = { by: token, placeId };
  expect(await askHandler(reminders, { ...asked, by: "nobody" })).toMatchObject({ to: "/staff/sign-in" });
  const form = { key: randomUUID(), wanted: "no" };
  expect(await askHandler(settings, { ...asked, by: "nobody", form })).toMatchObject({
    to: "/staff/sign-in",
  });
  expect(await askHandler(settings, { ...asked, form, site: "cross-site" })).toMatchObject({ status: 403 });
  expect(await askHandler(reminders, asked)).toMatchObject({ data: { wanted: true } });
  expect(await askHandler(settings, { ...asked, form })).toMatchObject({ to: "/staff/reminders" });
  expect(await askHandler(reminders, asked)).toMatchObject({ data: { wanted: false } });
  expect(await askHandler(settings, { ...asked, form: { key: form.key, wanted: "yes" } })).toMatchObject({
    status: 400,
  });
  expect(
    await askHandler(settings, { ...asked, form: { key: randomUUID(), wanted: "maybe" } }),
  ).toMatchObject({ status: 400 });
});
