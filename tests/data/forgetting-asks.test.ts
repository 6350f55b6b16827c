import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { changeAsk, endAsk, findAsk, ownAsk, sayInAsk } from "~/data/asks.server";
import { codeOf, codeWords, hashOfCode } from "~/data/codes.server";
import * as desk from "~/data/desk.server";
import { forgetAll } from "~/data/forgetting.server";
import { askHelp } from "~/data/asks.server";
import { sendNotices } from "~/data/notices.server";
import { asking, seedAsk } from "../support/asks";
import { runScript } from "../support/command";
import { testDatabase } from "../support/database";
import { dumpOf, letPassEverywhere } from "../support/dump";
import { seedGroup, type SeededGroup } from "../support/groups";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
let group: SeededGroup;

beforeAll(async () => {
  vi.stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!")
    .stubEnv("SMTP_URL", "")
    .stubEnv("OUTBOX", "on");
  group = await seedGroup(database.owner, await seedRegion(database.owner));
});

const CANARIES = {
  area: "Canary Street",
  words: "canary words",
  contact: "canary@example.org",
  reach: "canary reach",
  avoid: "canary avoid",
};
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const key = () => randomUUID();

/** An ask in which everything was used that is there; what a dump must not say of it later. */
async function wholeAsk(end: "helped" | "elsewhere" | "duplicate"): Promise<string[]> {
  const form = asking(group.groupId, {
    ...CANARIES,
    party: { ...asking(0).said.party!, childAges: [3, 11] },
  });
  const asked = await askHelp(form);
  if (asked.kind !== "asked") throw new Error(asked.kind);
  const { askId } = asked;
  const by = () => ({ key: key(), token: group.rosa.token, askId });
  const codeHash = hashOfCode("ask", codeOf("ask", askId));
  await sendNotices();
  await findAsk(codeHash, form.address);
  await findAsk(randomBytes(32), form.address);
  await sayInAsk({ key: key(), askId, said: "canary said", quick: null, language: "es" });
  await changeAsk({ key: key(), askId, ...CANARIES, isShared: true });
  await desk.askSheet(group.luis.token, askId);
  await desk.claimAsk({ ...by(), from: null });
  await desk.answerAsk({ ...by(), said: "canary answer", quick: null, language: "en" });
  await desk.noteOnAsk({ ...by(), words: "canary note" });
  await desk.handOverAsk({ ...by(), to: group.luis.personId });
  if (end === "helped") await endAsk({ key: key(), askId, as: end });
  else {
    const of = end === "duplicate" ? await seedAsk(group.groupId) : null;
    await desk.settleAsk({ ...by(), as: end, of });
  }
  return [hex(codeHash), hex(form.device), hex(form.address), '"childAges": [3, 11]', ...codeWordsOf(askId)];
}
const codeWordsOf = (askId: string) => [codeWords(codeOf("ask", askId), "en").join(" ")];

test("three days after asks were over, a dump of every table says of none who asked, what was said, or who helped", async () => {
  const secrets: string[] = [];
  for (const end of ["helped", "elsewhere", "duplicate"] as const) secrets.push(...(await wholeAsk(end)));
  const before = await dumpOf(database.owner);
  // The words of an ask are nowhere at any time; all else is, while it is needed.
  for (const secret of secrets)
    expect(before.includes(secret), secret).toBe(!/^[a-z]+( [a-z]+){4}$/.test(secret));
  for (const words of [...Object.values(CANARIES), "canary said", "canary answer", "canary note"])
    expect(before, words).toContain(words);

  await letPassEverywhere(database.owner, 71);
  await forgetAll();
  expect(await dumpOf(database.owner)).toContain("canary note");

  await letPassEverywhere(database.owner, 2);
  await forgetAll();
  const after = await dumpOf(database.owner);
  expect(after.toLowerCase()).not.toContain("canary");
  for (const secret of secrets) expect(after.includes(secret), secret).toBe(false);
  const [helped] = await database.owner`
    select count(*)::integer as asks, count(claimed_by)::integer as told from asks where closed_as = 'helped'`;
  expect(helped).toEqual({ asks: 1, told: 0 });
});

describe("npm run forget", () => {
  test("does it by hand, and says of each kind how many", async () => {
    const askId = await seedAsk(group.groupId, CANARIES);
    await endAsk({ key: key(), askId, as: "withdrawn" });
    await letPassEverywhere(database.owner, 73);
    const ran = await runScript("forget", [], database.ownerUrl);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toMatch(/^Holds .*: 0$/m);
    expect(ran.out).toMatch(/^Asks that no longer say who asked, .*: 1$/m);
    expect(ran.out).toMatch(/^Answers to changes .*: \d+$/m);
    expect(await ownAsk(askId)).toBeNull();
    expect((await dumpOf(database.owner)).toLowerCase()).not.toContain("canary");
  });

  test("takes nothing", async () => {
    const ran = await runScript("forget", ["everything"], database.ownerUrl);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("this command takes nothing");
  });
});
