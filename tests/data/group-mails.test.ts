import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { AlertWatch } from "~/data/alert-watch.server";
import * as groups from "~/data/groups.server";
import { testDatabase } from "../support/database";
import { seedGroup, seedPerson, type Seeded } from "../support/groups";
import { seedRegion } from "../support/seeds";
import { startSmtpServer, type SmtpServer } from "../support/smtp-server";

const database = testDatabase();
let server: SmtpServer;
let regionId: number;
let seeds = 0;

beforeAll(async () => {
  server = await startSmtpServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  vi.stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!")
    .stubEnv("SMTP_URL", server.url)
    .stubEnv("MAIL_FROM", "Warmstop <no-reply@warmstop.example>")
    .stubEnv("PUBLIC_URL", "https://warmstop.example")
    .stubEnv("WEATHER", "off");
  server.mails.length = 0;
  await database.owner`update notices set ended_as = 'moot', ended_at = clock_timestamp() where ended_as is null`;
  regionId = await seedRegion(database.owner, `mails-${++seeds}`);
});
afterEach(() => vi.unstubAllEnvs());

const round = async () => {
  await database.owner`delete from alert_watch`;
  await new AlertWatch().round();
};
const mailsTo = ({ email }: Seeded) => server.mails.filter(({ to }) => to.includes(email));
const asksIn = (who: Seeded, groupId: number) =>
  groups.askToJoin({ key: randomUUID(), token: who.token, groupId, words: "canary: I live on 10th." });

test("every coordinator is told that somebody wants to come in, not who, and once for several", async () => {
  const { groupId, rosa, luis } = await seedGroup(database.owner, regionId, { name: "Sample Neighbors" });
  for (const name of ["Ida", "Noor"])
    expect(await asksIn(await seedPerson(database.owner, { name }), groupId)).toEqual({ kind: "asked" });
  await round();
  for (const coordinator of [rosa, luis]) {
    const [mail, ...more] = mailsTo(coordinator);
    expect(more).toEqual([]);
    expect(mail!.text.trim()).toMatch(new RegExp(`: https://warmstop.example/group/${groupId}$`));
    for (const secret of ["canary", "Ida", "Noor"]) expect(mail!.text).not.toContain(secret);
  }
});

test("nobody is told of who has had an answer by then", async () => {
  const { groupId, rosa } = await seedGroup(database.owner, regionId, { name: "Sample Neighbors" });
  const ida = await seedPerson(database.owner, { name: "Ida" });
  await asksIn(ida, groupId);
  const answer = { key: randomUUID(), token: rosa.token, groupId, personId: ida.personId, saysYes: true };
  expect(await groups.answerJoin(answer)).toEqual({ kind: "in" });
  await round();
  expect(server.mails).toEqual([]);
});

test("the operator is told once a group has its two coordinators, in their language", async () => {
  const { owner } = database;
  const [operator, rosa, omar] = [
    await seedPerson(owner, { name: "Olga", isOperator: true }),
    await seedPerson(owner),
    await seedPerson(owner, { name: "Omar" }),
  ];
  await owner`update people set language = 'es' where person_id = ${operator.personId}`;
  const begun = await groups.beginGroup({
    key: randomUUID(),
    token: rosa.token,
    regionId,
    name: "Vecinos de la 10",
    about: null,
    zips: [],
    second: { name: "Omar", email: omar.email },
  });
  if (begun.kind !== "begun") throw new Error(begun.kind);
  await round();
  expect(mailsTo(operator)).toEqual([]);
  const { groupId } = begun;
  await groups.answerInvitation({ key: randomUUID(), token: omar.token, groupId, saysYes: true, name: null });
  await round();
  const [mail, ...more] = mailsTo(operator);
  expect(more).toEqual([]);
  expect(mail!.text).toMatch(/Vecinos de la 10 ya tiene dos coordinadores/);
  expect(mail!.text.trim()).toMatch(/: https:\/\/warmstop\.example\/group$/);
});
