import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { AlertWatch } from "~/data/alert-watch.server";
import { setReminders, wantsReminders } from "~/data/reminders.server";
import { openTonight } from "~/data/reports.server";
import { localTime } from "~/domain/zone";
import { noAlerts } from "../support/alerts";
import { testDatabase } from "../support/database";
import { CHICAGO } from "../support/hours";
import { seedPlace, seedRegion, seedStaff } from "../support/seeds";
import { startSmtpServer, type SmtpServer } from "../support/smtp-server";

const database = testDatabase();
let server: SmtpServer;
let coldHouse: number;
let ana: Awaited<ReturnType<typeof seedStaff>>;
let beto: Awaited<ReturnType<typeof seedStaff>>;
let seeds = 0;

beforeAll(async () => {
  server = await startSmtpServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  vi.stubEnv("SMTP_URL", server.url);
  vi.stubEnv("MAIL_FROM", "Warmstop <no-reply@warmstop.example>");
  vi.stubEnv("PUBLIC_URL", "https://warmstop.example");
  server.mails.length = 0;
  const { owner } = database;
  await noAlerts(owner);
  await owner`delete from opening_rules`;
  const regionId = await seedRegion(owner, `cold-${++seeds}`);
  ({ placeId: coldHouse } = await seedPlace(owner, regionId, { key: `cold-house-${seeds}` }));
  ana = await seedStaff(owner, coldHouse);
  beto = await seedStaff(owner, coldHouse, { name: "Beto" });
  await owner`update people set language = 'es' where person_id = ${beto.personId}`;
  await owner`
    insert into schedules (place_id, use, days, opens, closes)
    values (${coldHouse}, 'operating', '{1,2,3,4,5,6,7}', 1080, 1079)`;
});
afterEach(() => vi.unstubAllEnvs());

/** The hour by which it is decided, so many minutes from now; of an hour that midnight does not part. */
async function decidedIn(minutes: number): Promise<boolean> {
  const wall = localTime(Date.now() / 1000, CHICAGO).minutes + minutes;
  if (wall < 0 || wall > 1439) return false;
  await database.owner`
    insert into opening_rules (place_id, low_at_or_below_f, decided_at) values (${coldHouse}, 25, ${wall})
    on conflict (place_id) do update set decided_at = excluded.decided_at`;
  return true;
}

const to = () => server.mails.flatMap((mail) => mail.to).toSorted();
const both = () => [ana.email, beto.email].toSorted();
async function rounds(watch = new AlertWatch()): Promise<void> {
  await database.owner`delete from alert_watch`;
  for (let round = 0; round < 3; round++) await watch.round();
}

test("staff are told once before the hour and once at it, each in their language, however many watch", async () => {
  if (!(await decidedIn(20))) return;
  await rounds();
  await rounds();
  expect(to()).toEqual(both());
  const [forAna, forBeto] = both().map((email) => server.mails.find((mail) => mail.to.includes(email))!);
  expect(forAna!.text).toContain(`https://warmstop.example/staff/places/${coldHouse}`);
  expect(forAna!.text).toMatch(/Hello Ana/);
  expect(forBeto!.text).toMatch(/Hola, Beto/);

  await decidedIn(-1);
  await rounds();
  await rounds();
  expect(to()).toEqual([...both(), ...both()].toSorted());
});

test("nobody is told what is decided, even where the mail was on its way", async () => {
  if (!(await decidedIn(20))) return;
  server.answer("MAIL", "451 4.3.0 later");
  await rounds();
  server.answer("MAIL", null);
  const night = localTime(Date.now() / 1000, CHICAGO).date;
  await openTonight({ key: randomUUID(), token: ana.token, placeId: coldHouse, night, open: true });
  await database.owner`update notices set next_try_at = clock_timestamp()`;
  await rounds();
  expect(to()).toEqual([]);
  const [row] = await database.owner`select distinct ended_as from notices`;
  expect(row).toEqual({ endedAs: "moot" });
});

test("who turned reminders off, or may sign in no more, gets none", async () => {
  if (!(await decidedIn(20))) return;
  expect(await wantsReminders(ana.token)).toBe(true);
  const key = randomUUID();
  expect(await setReminders({ key, token: ana.token, wanted: false })).toEqual({ kind: "set" });
  expect(await setReminders({ key, token: ana.token, wanted: false })).toEqual({ kind: "set" });
  expect(await wantsReminders(ana.token)).toBe(false);
  expect(await wantsReminders(beto.token)).toBe(true);
  await database.owner`update people set disabled_at = clock_timestamp() where person_id = ${beto.personId}`;
  await rounds();
  expect(to()).toEqual([]);
  expect(await setReminders({ key: randomUUID(), token: "nobody", wanted: true })).toEqual({
    kind: "signed-out",
  });
  await setReminders({ key: randomUUID(), token: ana.token, wanted: true });
  await rounds();
  expect(to()).toEqual([ana.email]);
});

test("the app may remind at no other time, of no other night and no other place", async () => {
  const { owner } = database;
  const night = localTime(Date.now() / 1000, CHICAGO).date;
  const remind = async (place: number, on: string, stage: string) =>
    (await owner`select remind(${place}, ${on}, ${stage}) as answer`)[0]!.answer.kind as string;
  expect(await remind(coldHouse, night, "soon")).toBe("not-now");
  if (!(await decidedIn(20))) return;
  expect(await remind(coldHouse, night, "now")).toBe("not-now");
  expect(await remind(coldHouse, "2026-01-01", "soon")).toBe("not-now");
  expect(await remind(coldHouse, night, "always")).toBe("not-now");
  expect(await remind(987_654, night, "soon")).toBe("not-now");
  expect(await remind(coldHouse, night, "soon")).toBe("reminded");
});
