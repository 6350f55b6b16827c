import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { AlertWatch } from "~/data/alert-watch.server";
import { answerMatchCheckIn } from "~/data/own-match.server";
import { MOTHER } from "../support/asks";
import { testDatabase } from "../support/database";
import { seedGroup, type Seeded, type SeededGroup } from "../support/groups";
import { familySays, hostSays, minutesPass, proposed, seedPair } from "../support/matches";
import { NEBRASKA } from "../support/rooms";
import { seedRegion } from "../support/seeds";
import { startSmtpServer, type SmtpServer } from "../support/smtp-server";

const database = testDatabase();
process.env.APP_SECRET = "only-for-tests-and-nothing-else!";
let server: SmtpServer;
let regionId: number;
let group: SeededGroup;

beforeAll(async () => {
  server = await startSmtpServer();
  vi.stubEnv("SMTP_URL", server.url)
    .stubEnv("MAIL_FROM", "Warmstop <no-reply@warmstop.example>")
    .stubEnv("PUBLIC_URL", "https://warmstop.example")
    .stubEnv("WEATHER", "off");
  regionId = await seedRegion(database.owner);
  group = await seedGroup(database.owner, regionId);
});
afterEach(() => void (server.mails.length = 0));
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const watch = new AlertWatch();
const subjectsTo = ({ email }: Seeded) =>
  server.mails
    .filter(({ to }) => to.includes(email))
    .map(({ text, headers }) => `${headers.get("subject")} ${text}`);

test("mails lead to the pages, are sent while they are needed, and say nothing of a family, a host or an address", async () => {
  const those = await seedPair(database.owner, group, regionId);
  const matchId = await proposed(those);
  await watch.round();
  expect(subjectsTo(those.host).join()).toContain(
    `https://warmstop.example/group/${group.groupId}/rooms/mine`,
  );
  await hostSays(those, matchId);
  await familySays(those, matchId);
  await answerMatchCheckIn({ key: randomUUID(), askId: those.askId, matchId, answer: "here" });
  await answerMatchCheckIn({ key: randomUUID(), askId: those.askId, matchId, answer: "want-out" });
  await minutesPass(database.owner, matchId, 125);
  await watch.round();
  for (const coordinator of [group.rosa, group.luis]) {
    const [mail] = subjectsTo(coordinator).filter((words) => words.includes("wants to leave now"));
    expect(mail).toContain(`https://warmstop.example/group/${group.groupId}/desk`);
  }
  const whole = JSON.stringify(server.mails.map(({ text, headers }) => [text, [...headers.values()]]));
  for (const secret of [MOTHER.area!, MOTHER.words!, MOTHER.contact!, NEBRASKA.address, those.askId, matchId])
    expect(whole, secret).not.toContain(secret);
});

test("a host is not written to about a family that was asked about another room meanwhile", async () => {
  const those = await seedPair(database.owner, group, regionId, { host: "Bea" });
  const matchId = await proposed(those);
  await familySays(those, matchId, false);
  await watch.round();
  expect(subjectsTo(those.host)).toEqual([]);
});
