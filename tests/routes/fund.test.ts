import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { acceptPledge, notePaid } from "~/data/pledges.server";
import { endStay, staysOf } from "~/data/stays.server";
import type { OwnPledge, StayToFund } from "~/domain/stay-sheet";
import { action as takeBack } from "~/routes/group.$groupId.fund.back";
import { action as promise, loader as fund } from "~/routes/group.$groupId.fund._index";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "../support/groups";
import { askHandler, type AskedAs, type Told } from "../support/handlers";
import { seedRegion } from "../support/seeds";
import { seedStay } from "../support/stays";

process.env.APP_SECRET = "a secret of at least thirty-two letters";
const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;
let maya: Seeded;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
});

beforeEach(async () => {
  wyco = await seedGroup(database.owner, regionId, { name: `WyCo ${randomUUID()}` });
  maya = await seedMember(database.owner, wyco.groupId);
});

const ask = (handler: unknown, by: Seeded, more: Partial<AskedAs> = {}, group = wyco): Promise<Told> =>
  askHandler(handler, { by: by.token, placeId: 0, params: { groupId: String(group.groupId) }, ...more });
const promises = (stay: string, more: Record<string, string> = {}, by = maya, group = wyco) =>
  ask(promise, by, { form: { key: randomUUID(), stay, amount: "$80", way: "vendor", ...more } }, group);
const pageOf = async (by = maya) =>
  (await ask(fund, by)).data as unknown as { stays: StayToFund[]; past: OwnPledge[] };
const said = (what: string) => `/group/${wyco.groupId}/fund?said=${what}`;
const moneyOf = async (stayId: string) => (await staysOf(wyco.rosa.token, wyco.groupId, stayId))![0]!.money;
const as = ({ token }: Seeded) => ({ key: randomUUID(), token });

describe("a member", () => {
  test("sees how many nights need how much, and nothing of whom or where", async () => {
    const { askId, stayId } = await seedStay(wyco);
    const told = await ask(fund, maya);
    expect(told.data).toMatchObject({
      stays: [{ stayId, nights: 7, isOver: false, money: { cost: 45_000 }, own: [] }],
      past: [],
    });
    for (const secret of ["Sample Inn", "913-555-0100", "Sample Ave", askId, "Minnesota", "Rosa"])
      expect(JSON.stringify(told.data)).not.toContain(secret);
  });

  test("promises once however often it is sent, reads where to pay after a yes, and what became of it", async () => {
    const { stayId } = await seedStay(wyco);
    const key = randomUUID();
    for (let times = 0; times < 3; times++)
      expect(await promises(stayId, { key })).toMatchObject({ status: 302, to: said("promised") });
    expect(await moneyOf(stayId)).toMatchObject({ promised: 8_000 });
    const [{ pledgeId }] = (await pageOf()).past as [OwnPledge];
    expect(JSON.stringify(await pageOf())).not.toContain("Sample Inn");
    await acceptPledge({ ...as(wyco.rosa), pledgeId });
    expect((await pageOf()).stays[0]!.own).toMatchObject([
      { vendor: "Sample Inn", vendorPhone: "913-555-0100" },
    ]);
    await notePaid({ ...as(wyco.luis), pledgeId, cents: 5_000, receipt: "R-17" });
    const back = { form: { key: randomUUID(), pledge: pledgeId } };
    expect(await ask(takeBack, maya, back)).toMatchObject({ to: said("taken-back") });
    expect((await pageOf()).past).toMatchObject([
      { amountCents: 8_000, openCents: 0, paidCents: 5_000, receipts: ["R-17"], madeAt: expect.any(Date) },
    ]);
    expect(await moneyOf(stayId)).toMatchObject({ promised: 0, vendor: 5_000 });
  });

  test("is answered as before where the form comes again after the stay was paid and over; a new one is not taken", async () => {
    const { stayId } = await seedStay(wyco);
    const key = randomUUID();
    await promises(stayId, { key });
    const [{ pledgeId }] = (await pageOf()).past as [OwnPledge];
    await acceptPledge({ ...as(wyco.rosa), pledgeId });
    await notePaid({ ...as(wyco.luis), pledgeId, cents: 8_000, receipt: null });
    await endStay({ ...as(wyco.rosa), stayId, as: "called-off" });
    expect((await pageOf()).stays).toEqual([]);
    const before = await moneyOf(stayId);
    expect(await promises(stayId, { key })).toMatchObject({ status: 302, to: said("promised") });
    expect(await promises(stayId)).toMatchObject({ status: 409, data: { problem: "over" } });
    expect(await moneyOf(stayId)).toEqual(before);
  });

  test.each<[string, Record<string, string>, number, string]>([
    ["no amount", { amount: "" }, 400, "amount"],
    ["an amount below nothing", { amount: "-80" }, 400, "amount"],
    ["less than a dollar", { amount: "0.99" }, 400, "amount"],
    ["a huge one", { amount: "100,000.01" }, 400, "amount"],
    ["one that could be two", { amount: "1.250" }, 400, "amount"],
    ["no way to pay", { way: "card" }, 400, "way"],
    ["an old form", { key: "old" }, 409, "old-form"],
    ["a stay that is none", { stay: randomUUID() }, 409, "over"],
  ])("is asked again for %s, with what was typed", async (_what, typed, status, problem) => {
    const { stayId } = await seedStay(wyco);
    expect(await promises(stayId, typed)).toMatchObject({
      status,
      data: { problem, typed: { amount: typed.amount ?? "$80" } },
    });
    expect(await moneyOf(stayId)).toMatchObject({ promised: 0 });
  });

  test.each([
    ["1,250.50", 125_050],
    ["$80", 8_000],
    ["80 $", 8_000],
  ])("may write %s", async (amount, cents) => {
    const { stayId } = await seedStay(wyco);
    expect(await promises(stayId, { amount })).toMatchObject({ to: said("promised") });
    expect(await moneyOf(stayId)).toMatchObject({ promised: cents });
  });

  test("whose promise was not paid when the nights ended reads so, and takes it back", async () => {
    const { stayId } = await seedStay(wyco);
    await promises(stayId);
    await endStay({ ...as(wyco.rosa), stayId, as: "called-off" });
    expect((await pageOf()).stays).toMatchObject([{ isOver: true, own: [{ openCents: 8_000 }] }]);
    expect(await promises(stayId)).toMatchObject({ status: 409, data: { problem: "over" } });
    const [{ pledgeId }] = (await pageOf()).past as [OwnPledge];
    await ask(takeBack, maya, { form: { key: randomUUID(), pledge: pledgeId } });
    expect((await pageOf()).stays).toEqual([]);
  });
});

test("nobody takes back what another promised here, not even a coordinator; nobody pays into another group's stay", async () => {
  const { stayId } = await seedStay(wyco);
  await promises(stayId);
  const [{ pledgeId }] = (await pageOf()).past as [OwnPledge];
  const noor = await seedMember(database.owner, wyco.groupId, { name: "Noor" });
  for (const by of [noor, wyco.rosa])
    expect(await ask(takeBack, by, { form: { key: randomUUID(), pledge: pledgeId } })).toMatchObject({
      to: said("old-form"),
    });
  expect(await moneyOf(stayId)).toMatchObject({ promised: 8_000 });
  expect((await pageOf(noor)).past).toEqual([]);
  const other = await seedGroup(database.owner, regionId, { name: `Other ${randomUUID()}` });
  expect(await promises(stayId, {}, other.rosa, other)).toMatchObject({
    status: 409,
    data: { problem: "over" },
  });
  for (const by of [other.rosa, await seedPerson(database.owner)]) {
    expect(await ask(fund, by)).toMatchObject({ status: 404 });
    expect(await promises(stayId, {}, by)).toMatchObject({ status: 404 });
  }
  expect(await moneyOf(stayId)).toMatchObject({ promised: 8_000 });
});
