import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test, vi } from "vitest";
import { askContactCode, confirmContact } from "~/data/contacts.server";
import { sayAtDoor } from "~/data/door.server";
import { forgetAll, keepForgetting } from "~/data/forgetting.server";
import { arrive, cancelHold, declineHold, findHold, holdByPhone, takeHold } from "~/data/holds.server";
import { outboxMessages } from "~/data/mail.server";
import { testDatabase } from "../support/database";
import { dumpOf, letPassEverywhere } from "../support/dump";
import { aHash, MOTHER_AND_TWO, requested } from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let placeId: number;
let poolId: number;
let token: string;

beforeAll(async () => {
  vi.stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!")
    .stubEnv("SMTP_URL", "")
    .stubEnv("OUTBOX", "on");
  ({ placeId } = await seedPlace(database.owner, await seedRegion(database.owner), { key: "hope-house" }));
  poolId = await seedPool(database.owner, placeId, { capacity: 40, counted: true });
  ({ token } = await seedStaff(database.owner, placeId));
});

const dump = () => dumpOf(database.owner);
const letAllPass = (hours: number) => letPassEverywhere(database.owner, hours);

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

test("three days later no row of any table says who it was, though nobody took a hold since", async () => {
  const secrets: string[] = ["childAges", "107-X", "no bus for them", "913-555-0177"];
  for (const end of ["lapsed", "cancelled", "declined", "arrived", "confirmed"] as const) {
    const address = aHash();
    const contact = `${end}-${randomUUID()}@example.org`;
    const journey = { by: "bus", lines: ["107-X"] };
    const hold = requested(poolId, { address, contact, journey });
    expect(await takeHold(hold)).toMatchObject({ kind: "taken" });
    await askContactCode({ device: hold.device, address, contact }, "en");
    const mail = outboxMessages().find(({ to }) => to === contact)!;
    const code = /\d{3} \d{3}/.exec(mail.text)![0];
    const asked = { key: randomUUID(), device: hold.device, address, contact };
    await confirmContact({ ...asked, code: end === "confirmed" ? code : "12" });
    const by = { key: randomUUID(), holdId: hold.holdId };
    if (end === "cancelled") await cancelHold({ ...by, holder: hold.codeHash });
    if (end === "declined") await declineHold({ ...by, token, reason: "no bus for them" });
    if (end === "arrived") await arrive({ ...by, token });
    const guess = aHash();
    await findHold(guess, address);
    await sayAtDoor({ key: randomUUID(), voice: hold.device, placeId, word: "full" });
    secrets.push(contact, hex(hold.device), hex(hold.codeHash), hex(address));
    // Two voices at the door make one call first: each family here asks before them.
    await database.owner.unsafe(
      "alter table door_reports disable trigger user; update door_reports set word = 'got-in'; alter table door_reports enable trigger user",
    );
  }
  const call = { key: randomUUID(), token, holdId: randomUUID(), codeHash: aHash(), poolId, units: 1 };
  await holdByPhone({ ...call, party: MOTHER_AND_TWO, contact: "913-555-0177" });
  secrets.push(hex(call.codeHash));

  const before = await dump();
  for (const secret of secrets) expect(before, secret).toContain(secret);

  // What it stands on its own until then, and what it needs to be opened by, is kept.
  await letAllPass(60);
  await forgetAll();
  expect(await dump()).toContain("913-555-0177");

  await letAllPass(16);
  await forgetAll();
  const after = await dump();
  for (const secret of secrets) expect(after.includes(secret), secret).toBe(false);
  const left = Object.fromEntries(
    await Promise.all(
      ["idempotency_keys", "code_guesses", "hold_requests", "contact_codes", "contact_attempts"].map(
        async (table) => [table, (await database.owner.unsafe(`select from ${table}`)).length] as const,
      ),
    ),
  );
  expect(left).toEqual({
    idempotency_keys: 0,
    code_guesses: 0,
    hold_requests: 0,
    contact_codes: 0,
    contact_attempts: 0,
  });
});

test("a change's answer is kept for three days, and no longer", async () => {
  const hold = requested(poolId);
  await database.owner`select 1`;
  await takeHold(hold);
  const kept = async () =>
    (await database.owner`select from idempotency_keys where idempotency_key = ${hold.key}`).length;
  await letAllPass(71);
  await forgetAll();
  expect(await kept()).toBe(1);
  await letAllPass(2);
  await forgetAll();
  expect(await kept()).toBe(0);
});

test("thousands of old rows go in one call, in steps that hold no lock for long", async () => {
  await database.owner`
    insert into idempotency_keys (idempotency_key, who, change, body_sha256, answer, kept_since)
    select gen_random_uuid(), 'device x', 'take_hold', sha256('x'), '{}', clock_timestamp() - interval '73 hours'
    from generate_series(1, 4500)`;
  expect(await forgetAll()).toBe(true);
  expect((await database.owner`select from idempotency_keys where who = 'device x'`).length).toBe(0);
});

test("one at a time does it, and who comes meanwhile has nothing to do", async () => {
  const { owner } = database;
  const busy = await owner.reserve();
  await busy`select pg_advisory_lock(hashtextextended('forgetting', 16))`;
  const [row] = await owner`select forget_what_is_over() as answer`;
  expect(row!.answer).toEqual({ kind: "busy" });
  expect(await forgetAll()).toBe(true);
  await busy`select pg_advisory_unlock_all()`;
  busy.release();
});

test("it runs by itself, at the start and again and again", async () => {
  const add = async () => {
    const address = aHash();
    await database.owner`
      insert into code_guesses (address_hash, missed, at)
      values (${address}, true, clock_timestamp() - interval '61 minutes')`;
    return address;
  };
  const isThere = async (address: Uint8Array) =>
    (await database.owner`select from code_guesses where address_hash = ${address}`).length;
  const first = await add();
  const stop = keepForgetting(50);
  await expect.poll(() => isThere(first), { timeout: 5000 }).toBe(0);
  const second = await add();
  await expect.poll(() => isThere(second), { timeout: 5000 }).toBe(0);
  stop();
  // One that has begun still ends.
  await sleep(500);
  const third = await add();
  await sleep(300);
  expect(await isThere(third)).toBe(1);
});
