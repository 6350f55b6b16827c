import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { endAsk, ownAsk } from "~/data/asks.server";
import * as search from "~/data/home-search.server";
import * as stays from "~/data/stays.server";
import { seedAsk } from "../support/asks";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "../support/groups";
import { seedRegion } from "../support/seeds";
import { daysFromNow, seedStay, toPlan } from "../support/stays";

process.env.APP_SECRET = "a secret of at least thirty-two letters";
const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
});

const by = ({ token }: Seeded, stayId: string) => ({ key: randomUUID(), token, stayId });
const sheet = async (stayId: string, who = wyco.rosa) =>
  (await stays.staysOf(who.token, wyco.groupId, stayId))![0]!;
const watch = async () => {
  const [{ told }] = await database.owner<[{ told: number }]>`select watch_stays() as told`;
  return told;
};
const mails = (stayId: string, kind: string) => database.owner<{ name: string }[]>`
  select name from notices join people using (person_id)
  where stay_id = ${stayId} and kind = ${kind}
  order by made_at, name`;
const began = async () => {
  const stay = await seedStay(wyco);
  await stays.beginStay(by(wyco.rosa, stay.stayId));
  return stay;
};

describe("nights for a family", () => {
  test("a coordinator buys them for an ask; the family reads where and until when, and the search has begun", async () => {
    const { askId, stayId } = await seedStay(wyco);
    expect(await sheet(stayId)).toMatchObject({
      ...toPlan(),
      askId,
      keptBy: { name: "Rosa" },
      state: "planned",
      money: { cost: 7 * 5_000 + 10_000, promised: 0, vendor: 0, group: 0 },
    });
    const own = (await search.staysOfAsk(askId))!;
    expect(own).toMatchObject({
      search: "going-on",
      steps: [],
      stays: [{ stayId, vendor: "Sample Inn", checkIn: null }],
    });
    expect(JSON.stringify(own)).not.toContain("Cents");
    // 11 am in Kansas City.
    expect(own.stays[0]!.endsAt.toISOString()).toMatch(/T1[67]:00:00.000Z$/);
  });

  test.each<[string, Partial<stays.ToPlan>]>([
    ["that end before they begin", { leavesOn: daysFromNow(0) }],
    ["for two years", { leavesOn: daysFromNow(800) }],
    ["of last month", { arrivesOn: daysFromNow(-40), leavesOn: daysFromNow(-30) }],
    ["at a price below nothing", { nightCents: -1 }],
    ["on a day that is none", { arrivesOn: "2026-02-31" }],
    ["of nobody", { vendor: " " }],
  ])("nights %s are not bought", async (_what, said) => {
    const askId = await seedAsk(wyco.groupId);
    const plan = { key: randomUUID(), token: wyco.rosa.token, askId, said: { ...toPlan(), ...said } };
    expect(await stays.planStay(plan)).toEqual({ kind: "out-of-range" });
  });

  test("longer, shorter, from hand to hand, and over; every change has its person", async () => {
    const { stayId } = await began();
    expect(await stays.moveStay({ ...by(wyco.luis, stayId), leavesOn: daysFromNow(10) })).toEqual({
      kind: "moved",
    });
    expect(await stays.moveStay({ ...by(wyco.rosa, stayId), leavesOn: daysFromNow(5) })).toEqual({
      kind: "moved",
    });
    expect(await stays.handOverStay({ ...by(wyco.rosa, stayId), to: wyco.luis.personId })).toEqual({
      kind: "handed-over",
    });
    expect(await stays.endStay({ ...by(wyco.luis, stayId), as: "called-off" })).toEqual({
      kind: "out-of-range",
    });
    expect(await stays.endStay({ ...by(wyco.luis, stayId), as: "ended-early" })).toEqual({ kind: "over" });
    const told = await sheet(stayId);
    expect(told.events.map(({ what, who }) => [what, who])).toEqual([
      ["planned", "Rosa"],
      ["began", "Rosa"],
      ["extended", "Luis"],
      ["shortened", "Rosa"],
      ["handed-over", "Rosa"],
      ["ended-early", "Luis"],
    ]);
    expect(told.keptBy.name).toBe("Luis");
    expect(await stays.moveStay({ ...by(wyco.rosa, stayId), leavesOn: daysFromNow(9) })).toEqual({
      kind: "over",
    });
  });

  test("members, other groups and strangers see and change nothing", async () => {
    const { askId, stayId } = await seedStay(wyco);
    const other = await seedGroup(database.owner, regionId, { name: "Other" });
    const maya = await seedMember(database.owner, wyco.groupId);
    for (const who of [other.rosa, maya, await seedPerson(database.owner)]) {
      expect(await stays.staysOf(who.token, wyco.groupId)).toBeNull();
      expect(await search.searchOf(who.token, askId)).toBeNull();
      expect(await stays.beginStay(by(who, stayId))).toEqual({ kind: "unknown-stay" });
      expect(await stays.moveStay({ ...by(who, stayId), leavesOn: daysFromNow(9) })).toEqual({
        kind: "unknown-stay",
      });
      expect(await stays.endStay({ ...by(who, stayId), as: "called-off" })).toEqual({ kind: "unknown-stay" });
    }
    const seen = JSON.stringify(await stays.staysToFund(maya.token, wyco.groupId));
    expect(seen).toContain(stayId);
    for (const secret of ["Sample Inn", "913-555-0100", "Sample Ave"]) expect(seen).not.toContain(secret);
  });
});

describe("alarms before checkout", () => {
  test("three days before, and the day before; once each, and anew where the stay was made longer", async () => {
    const { stayId } = await seedStay(wyco, { leavesOn: daysFromNow(6) });
    await watch();
    expect(await mails(stayId, "stay-ends")).toEqual([]);
    await stays.moveStay({ ...by(wyco.rosa, stayId), leavesOn: daysFromNow(2) });
    await watch();
    await watch();
    expect((await mails(stayId, "stay-ends")).map(({ name }) => name)).toEqual(["Rosa"]);
    await database.owner`
      update stays set arrives_on = leaves_on - 7, leaves_on = (clock_timestamp() at time zone 'America/Chicago' + interval '13 hours')::date
      where stay_id = ${stayId}`;
    await database.owner`update stay_events set leaves_on = (select leaves_on from stays where stay_id = ${stayId}) where what = 'alarm' and stay_id = ${stayId}`;
    await watch();
    await watch();
    expect(await mails(stayId, "stay-ends")).toHaveLength(2);
    await stays.moveStay({ ...by(wyco.rosa, stayId), leavesOn: daysFromNow(2) });
    await watch();
    expect(await mails(stayId, "stay-ends")).toHaveLength(3);
  });
});

describe("how it goes", () => {
  test("the family is asked at arrival, two hours later, the next morning, and daily until they leave", async () => {
    const { stayId } = await began();
    const due = await database.owner<{ what: string; hour: number }[]>`
      select what, extract(hour from due_at at time zone 'America/Chicago')::integer as hour
      from check_ins where stay_id = ${stayId} order by due_at`;
    const last = due.slice(-6);
    expect(due.map(({ what }) => what).slice(0, 3)).toEqual(["arrival", "two-hours", "morning"]);
    expect(last.every(({ what, hour }) => what === "daily" && hour === 10)).toBe(true);
  });

  test("one tap answers all that was asked; nobody is told where all is right", async () => {
    const { askId, stayId } = await began();
    expect((await search.staysOfAsk(askId))!.stays[0]!.checkIn).toMatchObject({ what: "arrival" });
    const answer = { key: randomUUID(), askId, stayId, answer: "all-right" as const };
    expect(await search.answerCheckIn(answer)).toEqual({ kind: "answered" });
    expect((await search.staysOfAsk(askId))!.stays[0]!.checkIn).toBeNull();
    expect((await sheet(stayId)).checkIns).toMatchObject([{ what: "arrival", answer: "all-right" }]);
    expect(await mails(stayId, "no-check-in")).toEqual([]);
  });

  test("no answer within the hour goes to whoever keeps the stay and those on call, once", async () => {
    const { stayId } = await began();
    await database.owner`update check_ins set due_at = due_at - interval '61 minutes' where stay_id = ${stayId} and what = 'arrival'`;
    await watch();
    await watch();
    expect((await mails(stayId, "no-check-in")).map(({ name }) => name)).toEqual(["Rosa"]);
  });

  test("we want to leave: one tap, no reason, every coordinator; the ask waits for a word again", async () => {
    const { askId, stayId } = await began();
    await search.answerCheckIn({ key: randomUUID(), askId, stayId, answer: "want-out" });
    expect((await mails(stayId, "wants-out")).map(({ name }) => name).toSorted()).toEqual(["Luis", "Rosa"]);
    expect((await sheet(stayId)).wantsOutAt).toBeInstanceOf(Date);
    expect((await ownAsk(askId))!.waitsSince).toBeInstanceOf(Date);
  });

  test("another family's stay is not theirs to speak of", async () => {
    const [{ stayId }, strange] = [await began(), await seedAsk(wyco.groupId)];
    const answer = { key: randomUUID(), askId: strange, stayId, answer: "want-out" as const };
    expect(await search.answerCheckIn(answer)).toEqual({ kind: "over" });
    expect((await sheet(stayId)).wantsOutAt).toBeNull();
  });
});

describe("the search goes on", () => {
  test("step by step, read by the family, until there is a home; a month later somebody asks once more", async () => {
    const { askId } = await seedStay(wyco);
    const step = {
      token: wyco.rosa.token,
      askId,
      kind: "apply" as const,
      words: "Applied at KCKHA",
      dueOn: daysFromNow(3),
    };
    const added = await search.addStep({ key: randomUUID(), ...step });
    expect(added).toMatchObject({ kind: "added" });
    const { stepId } = added as { stepId: number };
    const result = "On the list, number 41";
    expect(await search.finishStep({ key: randomUUID(), token: wyco.luis.token, stepId, result })).toEqual({
      kind: "done",
    });
    expect((await search.staysOfAsk(askId))!.steps).toMatchObject([
      { words: "Applied at KCKHA", result, doneAt: expect.any(Date) },
    ]);
    expect(
      await search.settleSearch({ key: randomUUID(), token: wyco.rosa.token, askId, as: "has-a-home" }),
    ).toEqual({ kind: "settled" });
    expect(await search.searchOf(wyco.rosa.token, askId)).toMatchObject({
      search: "has-a-home",
      steps: [{ kind: "follow-up", dueOn: expect.any(String) }, { kind: "apply" }],
    });
    const maya = await seedMember(database.owner, wyco.groupId);
    expect(await search.addStep({ key: randomUUID(), ...step, token: maya.token })).toEqual({
      kind: "unknown-ask",
    });
    expect(await search.finishStep({ key: randomUUID(), token: maya.token, stepId, result: null })).toEqual({
      kind: "unknown-ask",
    });
  });

  test("while somebody sleeps by it an ask is not forgotten; afterwards the books say nothing of whose nights they were", async () => {
    const { askId, stayId } = await began();
    await endAsk({ key: randomUUID(), askId, as: "helped" });
    await database.owner`update asks set closed_at = clock_timestamp() - interval '80 hours' where ask_id = ${askId}`;
    await database.owner`select forget_asks(100)`;
    expect(await ownAsk(askId)).not.toBeNull();
    await stays.endStay({ ...by(wyco.rosa, stayId), as: "ended" });
    await database.owner`select forget_asks(100)`;
    expect(await ownAsk(askId)).toBeNull();
    expect(await sheet(stayId)).toMatchObject({ askId: null, state: "ended", checkIns: [] });
  });
});
