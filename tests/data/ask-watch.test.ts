import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { AlertWatch } from "~/data/alert-watch.server";
import { isColdTonight, raiseAsks } from "~/data/ask-watch.server";
import * as desk from "~/data/desk.server";
import { findRegion } from "~/data/regions.server";
import { MOTHER, seedAsk } from "../support/asks";
import { testDatabase } from "../support/database";
import { seedGroup, type SeededGroup } from "../support/groups";
import { seedPlace, seedRegion } from "../support/seeds";
import { startSmtpServer, type SmtpServer } from "../support/smtp-server";

const database = testDatabase();
process.env.APP_SECRET = "only-for-tests-and-nothing-else!";
let server: SmtpServer;
let regionId: number;
let group: SeededGroup;
let seeds = 0;

beforeAll(async () => {
  server = await startSmtpServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  vi.stubEnv("SMTP_URL", server.url)
    .stubEnv("MAIL_FROM", "Warmstop <no-reply@warmstop.example>")
    .stubEnv("PUBLIC_URL", "https://warmstop.example")
    .stubEnv("WEATHER", "off");
  server.mails.length = 0;
  await database.owner`update notices set ended_as = 'moot', ended_at = clock_timestamp() where ended_as is null`;
  await database.owner`delete from alert_watch`;
  await database.owner`update asks set waits_since = null`;
  regionId = await seedRegion(database.owner, `asked-${++seeds}`);
  group = await seedGroup(database.owner, regionId, { name: `Group ${seeds}` });
});
afterEach(() => vi.unstubAllEnvs());

const feelsLike = (degrees: number) => database.owner`
  insert into entered_weather (region_id, wind_chill_f, until)
  values (${regionId}, ${degrees}, clock_timestamp() + interval '2 days')`;
const waited = (askId: string, minutes: number) => database.owner`
  update asks set waits_since = clock_timestamp() - ${minutes} * interval '1 minute' where ask_id = ${askId}`;
const mailsTo = ({ email }: { email: string }) => server.mails.filter(({ to }) => to.includes(email));
const risen = async (askId: string) => {
  const [row] = await database.owner<[{ risen: number; told: number }]>`
    select risen, (select count(*)::integer from ask_events where ask_id = ${askId} and what = 'risen') as told
    from asks where ask_id = ${askId}`;
  return row;
};
const round = (watch = new AlertWatch()) => watch.round();

describe("a mail to those on call", () => {
  test("goes out when somebody asks, in their language, and says nothing of the family", async () => {
    await database.owner`update people set language = 'es' where person_id = ${group.rosa.personId}`;
    await seedAsk(group.groupId);
    await round();
    const [mail] = mailsTo(group.rosa);
    expect(mail!.text).toContain(`https://warmstop.example/group/${group.groupId}/desk`);
    expect(mail!.text).toContain("alguien le pide ayuda");
    expect(mailsTo(group.luis)).toEqual([]);
    const whole = JSON.stringify(server.mails.map(({ text, headers }) => [text, [...headers.values()]]));
    for (const secret of [
      MOTHER.area!,
      MOTHER.words!,
      MOTHER.contact!,
      MOTHER.reach!,
      MOTHER.avoid!,
      "6 and 9",
    ])
      expect(whole, secret).not.toContain(secret);
  });

  test("is not sent any more once the family has an answer", async () => {
    const askId = await seedAsk(group.groupId);
    const by = { key: randomUUID(), token: group.luis.token, askId };
    await desk.answerAsk({ ...by, said: null, quick: "read", language: "en" });
    await round();
    expect(mailsTo(group.rosa)).toEqual([]);
  });
});

describe("an ask without an answer", () => {
  test("rises at the desk where no mail can leave", async () => {
    vi.stubEnv("SMTP_URL", "").stubEnv("OUTBOX", "off");
    const askId = await seedAsk(group.groupId);
    await waited(askId, 300);
    const watch = new AlertWatch();
    watch.begin();
    await expect.poll(() => risen(askId), { timeout: 5_000 }).toMatchObject({ told: 1 });
    await watch.end();
    expect(server.mails).toEqual([]);
  });

  test("rises after half an hour of a cold night, to those on call, then to every coordinator", async () => {
    await feelsLike(14);
    const askId = await seedAsk(group.groupId);
    await round();
    await waited(askId, 29);
    await round(new AlertWatch());
    expect(await risen(askId)).toEqual({ risen: 0, told: 0 });
    await waited(askId, 31);
    await database.owner`delete from alert_watch`;
    await round();
    expect(await risen(askId)).toEqual({ risen: 1, told: 1 });
    expect(mailsTo(group.rosa).at(-1)!.text).toContain("nobody has answered");
    expect(mailsTo(group.luis)).toEqual([]);
    await waited(askId, 61);
    await database.owner`delete from alert_watch`;
    await round();
    expect(mailsTo(group.luis)).toHaveLength(1);
  });

  test("has four hours on a mild night", async () => {
    await feelsLike(50);
    const askId = await seedAsk(group.groupId);
    await waited(askId, 239);
    await raiseAsks(new Date());
    expect(await risen(askId)).toMatchObject({ risen: 0 });
    await waited(askId, 241);
    await raiseAsks(new Date());
    expect(await risen(askId)).toMatchObject({ risen: 1 });
  });

  test("rises once, however many processes look at the same time", async () => {
    await feelsLike(14);
    const askIds = await Promise.all([1, 2, 3].map(() => seedAsk(group.groupId)));
    for (const askId of askIds) await waited(askId, 31);
    const raised = await Promise.all(Array.from({ length: 8 }, () => raiseAsks(new Date())));
    expect(raised.reduce((sum, each) => sum + each, 0)).toBe(3);
    for (const askId of askIds) expect(await risen(askId)).toEqual({ risen: 1, told: 1 });
    const notices = await database.owner`
      select from notices where group_id = ${group.groupId} and kind = 'ask-risen'`;
    expect(notices).toHaveLength(1);
  });

  test("rises in winter where nobody knows the weather, and the watch goes on", async () => {
    const region = (await findRegion(`asked-${seeds}`))!;
    expect(await isColdTonight(region, new Date("2026-01-15T18:00:00-06:00"))).toBe(true);
    expect(await isColdTonight(region, new Date("2026-07-15T18:00:00-05:00"))).toBe(false);
    const askId = await seedAsk(group.groupId);
    await waited(askId, 31);
    expect(await raiseAsks(new Date("2026-01-15T18:00:00-06:00"))).toBe(1);
  });

  test("rises early where a program of the region opens in such cold", async () => {
    await feelsLike(38);
    const region = (await findRegion(`asked-${seeds}`))!;
    expect(await isColdTonight(region, new Date())).toBe(false);
    const { placeId } = await seedPlace(database.owner, regionId, { key: `cold-${seeds}` });
    await database.owner`insert into opening_rules (place_id, low_at_or_below_f, decided_at) values (${placeId}, 40, 480)`;
    expect(await isColdTonight(region, new Date())).toBe(true);
  });
});
