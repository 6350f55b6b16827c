import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { settleAsk } from "~/data/desk.server";
import { answerCheckIn } from "~/data/home-search.server";
import { pledgeTo } from "~/data/pledges.server";
import type { StayChange, StaySheet } from "~/domain/stay-sheet";
import { action as plan, loader as planning } from "~/routes/group.$groupId.asks.$askId.stay";
import { action as change, loader as changing } from "~/routes/group.$groupId.stays.$stayId.$change";
import { loader as sheet } from "~/routes/group.$groupId.stays.$stayId._index";
import { loader as letter } from "~/routes/group.$groupId.stays.$stayId.letter";
import { loader as list } from "~/routes/group.$groupId.stays._index";
import { seedAsk } from "../support/asks";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "../support/groups";
import { askHandler, type AskedAs, type Told } from "../support/handlers";
import { seedRegion } from "../support/seeds";
import { daysFromNow, seedStay } from "../support/stays";

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

const ask = (handler: unknown, by: Seeded, { params, ...more }: Partial<AskedAs> = {}): Promise<Told> =>
  askHandler(handler, {
    by: by.token,
    placeId: 0,
    params: { groupId: String(wyco.groupId), ...params },
    ...more,
  });
/** A form on the page of a stay, sent with a key of its own. */
const send = (what: StayChange, stayId: string, form: Record<string, string> = {}, by = wyco.rosa) =>
  ask(change, by, { params: { stayId, change: what }, form: { key: randomUUID(), ...form } });
const pageOf = async (stayId: string, by = wyco.rosa) =>
  (await ask(sheet, by, { params: { stayId } })).data as unknown as { stay: StaySheet };
const promised = async (stayId: string, cents: number, way: "vendor" | "group", by = maya) => {
  const made = await pledgeTo({ key: randomUUID(), token: by.token, stayId, cents, way });
  return (made as { pledgeId: string }).pledgeId;
};
const form = (more: Record<string, string> = {}) => ({
  key: randomUUID(),
  kind: "motel",
  vendor: "Sample  Inn",
  phone: "913-555-0100",
  address: "1 Sample Ave",
  arrives: daysFromNow(0),
  nights: "7",
  until: "11:00",
  night: "$85.50",
  deposit: "1,000",
  ...more,
});
const at = (stayId: string, done: string, part = "") =>
  `/group/${wyco.groupId}/stays/${stayId}?done=${done}${part}`;

describe("nights for a family", () => {
  test("are planned from its ask, sent twice once, and stand in the list", async () => {
    const askId = await seedAsk(wyco.groupId);
    const params = { askId };
    expect((await ask(planning, wyco.rosa, { params })).data).toMatchObject({
      isClosed: false,
      stays: [],
      typed: { kind: "motel", arrives: daysFromNow(0), until: "11:00" },
    });
    const sent = form();
    const first = await ask(plan, wyco.rosa, { params, form: sent });
    expect(first).toMatchObject({ status: 302, to: expect.stringMatching(/\/stays\/[0-9a-f-]{36}$/) });
    expect(await ask(plan, wyco.rosa, { params, form: sent })).toEqual(first);
    const { stays } = (await ask(list, wyco.luis)).data as { stays: StaySheet[] };
    expect(stays).toMatchObject([
      {
        askId,
        vendor: "Sample Inn",
        vendorKind: "motel",
        arrivesOn: daysFromNow(0),
        leavesOn: daysFromNow(7),
        money: { cost: 7 * 8_550 + 100_000 },
        paidNights: 0,
        nextStep: null,
      },
    ]);
    expect((await ask(planning, wyco.rosa, { params })).data).toMatchObject({ stays: [{ askId }] });
  });

  test.each<[string, Record<string, string>, string[]]>([
    ["a name", { vendor: " " }, ["vendor"]],
    ["a number to dial", { phone: "front desk" }, ["phone"]],
    ["nights below none", { nights: "-3" }, ["nights"]],
    ["half a night", { nights: "1.5" }, ["nights"]],
    ["two years", { nights: "800" }, ["nights"]],
    ["a day that is none", { arrives: "2026-02-31" }, ["arrives"]],
    ["last month", { arrives: daysFromNow(-30) }, ["arrives"]],
    ["an hour that is none", { until: "25:00" }, ["until"]],
    ["a price below nothing", { night: "-80" }, ["night"]],
    ["a price that could be two", { night: "1.250" }, ["night"]],
    ["a huge price", { night: "99999999999" }, ["night"]],
    ["several at once", { vendor: "", night: "x", deposit: "y" }, ["vendor", "night", "deposit"]],
  ])("ask again for %s, with what was typed", async (_what, typed, problems) => {
    const params = { askId: await seedAsk(wyco.groupId) };
    const told = await ask(plan, wyco.rosa, { params, form: form(typed) });
    expect(told).toMatchObject({ status: 400, data: { problems, typed: { address: "1 Sample Ave" } } });
    expect((await ask(planning, wyco.rosa, { params })).data).toMatchObject({ stays: [] });
  });

  test("are not planned by an old form, nor for an ask that is over; what was typed stays", async () => {
    const askId = await seedAsk(wyco.groupId);
    const params = { askId };
    expect(await ask(plan, wyco.rosa, { params, form: form({ key: "old" }) })).toMatchObject({
      status: 409,
      data: { refused: "old-form", typed: { night: "$85.50" } },
    });
    await settleAsk({ key: randomUUID(), token: wyco.rosa.token, askId, as: "elsewhere", of: null });
    expect(await ask(plan, wyco.rosa, { params, form: form() })).toMatchObject({
      status: 409,
      data: { refused: "closed" },
    });
    expect((await ask(planning, wyco.rosa, { params })).data).toMatchObject({ isClosed: true });
  });
});

describe("a stay's days", () => {
  test("begins, is made longer and shorter, handed over, and ends; what cannot be says why", async () => {
    const { stayId } = await seedStay(wyco);
    expect(await send("end", stayId, { as: "ended" })).toMatchObject({
      data: { problem: { why: "moved-on" } },
    });
    expect(await send("begin", stayId)).toMatchObject({ to: at(stayId, "begin") });
    // The other coordinator's page shows it as planned still.
    expect(await send("begin", stayId, {}, wyco.luis)).toMatchObject({
      status: 409,
      data: { problem: { change: "begin", why: "moved-on" } },
    });
    expect(await send("move", stayId, { day: daysFromNow(12) })).toMatchObject({ to: at(stayId, "move") });
    for (const day of [daysFromNow(0), daysFromNow(900), "soon", ""])
      expect(await send("move", stayId, { day })).toMatchObject({
        status: 409,
        data: { problem: { change: "move", why: "day" }, typed: { day } },
      });
    expect(await send("hand", stayId, { to: String(wyco.luis.personId) })).toMatchObject({ status: 302 });
    expect(await send("hand", stayId, { to: String(maya.personId) })).toMatchObject({
      data: { problem: { why: "unknown-person" } },
    });
    const { stay } = await pageOf(stayId);
    expect(stay).toMatchObject({ state: "under-way", leavesOn: daysFromNow(12), keptBy: { name: "Luis" } });
    expect(await send("end", stayId, { as: "ended-early" })).toMatchObject({ to: at(stayId, "end") });
    expect(await send("end", stayId, { as: "ended" }, wyco.luis)).toMatchObject({ status: 302 });
    expect(await send("move", stayId, { day: daysFromNow(14) })).toMatchObject({
      data: { problem: { why: "over" } },
    });
    expect((await pageOf(stayId)).stay.state).toBe("ended-early");
  });

  test("a word of the family that nobody asked for stands on its page, until all is well again", async () => {
    const { askId, stayId } = await seedStay(wyco);
    const says = (answer: "call-me" | "all-right") =>
      answerCheckIn({ key: randomUUID(), askId, stayId, answer });
    await says("call-me");
    expect((await pageOf(stayId)).stay.checkIns).toMatchObject([{ answer: "call-me" }]);
    await says("all-right");
    expect((await pageOf(stayId)).stay.checkIns.map(({ answer }) => answer)).toEqual([
      "call-me",
      "all-right",
    ]);
  });

  test("what nobody ended is over three days after its last day, or its ask could never be forgotten", async () => {
    const [{ stayId }, planned] = [await seedStay(wyco), await seedStay(wyco)];
    await send("begin", stayId);
    const ago = (id: string, days: number) => database.owner`
      update stays
      set arrives_on = current_date - ${days + 2}::integer, leaves_on = current_date - ${days}::integer,
        made_at = clock_timestamp() - interval '9 days'
      where stay_id = ${id}`;
    for (const id of [stayId, planned.stayId]) await ago(id, 2);
    await database.owner`select watch_stays()`;
    expect((await pageOf(stayId)).stay.state).toBe("under-way");
    for (const id of [stayId, planned.stayId]) await ago(id, 5);
    await database.owner`select watch_stays()`;
    expect((await pageOf(stayId)).stay).toMatchObject({ state: "ended" });
    expect((await pageOf(planned.stayId)).stay).toMatchObject({ state: "called-off" });
  });
});

describe("a stay's money", () => {
  test("is promised, paid where it said, paid out by two, and given back; the books come to nothing", async () => {
    const { stayId } = await seedStay(wyco);
    const [straight, pooled] = [
      await promised(stayId, 20_000, "vendor"),
      await promised(stayId, 40_000, "group"),
    ];
    expect(await send("accept", stayId, { pledge: straight })).toMatchObject({
      to: at(stayId, "accept", "#money"),
    });
    const paid = (pledge: string, amount: string, receipt = "") =>
      send("paid", stayId, { pledge, amount, receipt });
    for (const amount of ["", "-5", "0", "1.250", "12,5", "99999999999"])
      expect(await paid(straight, amount)).toMatchObject({
        status: 409,
        data: { problem: { change: "paid", why: "amount" }, typed: { amount, pledge: straight } },
      });
    expect(await paid(straight, "$200.01")).toMatchObject({ data: { problem: { why: "too-much" } } });
    expect(await paid(straight, "150", "x".repeat(61))).toMatchObject({
      data: { problem: { why: "receipt" } },
    });
    expect(await paid(straight, "150.00", "R-17")).toMatchObject({ status: 302 });
    expect(await paid(pooled, "400")).toMatchObject({ status: 302 });

    expect(await send("payout", stayId, { amount: "250", receipt: "R-18" })).toMatchObject({ status: 302 });
    const [payout] = (await pageOf(stayId)).stay.payouts;
    const decide = (say: string, by = wyco.luis) =>
      send("decide", stayId, { payout: payout!.payoutId, say }, by);
    expect(await decide("yes", wyco.rosa)).toMatchObject({ data: { problem: { why: "second-person" } } });
    expect(await decide("yes")).toMatchObject({ status: 302 });
    expect(await decide("no")).toMatchObject({ data: { problem: { why: "moved-on" } } });
    expect(await send("back", stayId, { pledge: straight })).toMatchObject({ status: 302 });
    expect(await send("refund", stayId, { amount: "400.01" })).toMatchObject({
      data: { problem: { change: "refund", why: "too-much" } },
    });
    expect(await send("refund", stayId, { amount: "50", receipt: "B-1" })).toMatchObject({ status: 302 });

    const { stay } = await pageOf(stayId);
    expect(stay.money).toEqual({ cost: 45_000, promised: 0, vendor: 35_000, group: 20_000 });
    // The deposit of $100 first, then nights of $50.
    expect(stay.paidNights).toBe(5);
    expect(
      stay.transfers.map(({ what, who, second, fromAccount, toAccount, amountCents }) =>
        [what, who, second ?? "", `${fromAccount}-${toAccount}`, amountCents].join(" "),
      ),
    ).toEqual([
      "pledged Maya  member-promised 20000",
      "pledged Maya  member-promised 40000",
      "paid Rosa  promised-vendor 15000",
      "paid Rosa  promised-group 40000",
      "paid-out Rosa Luis group-vendor 25000",
      "taken-back Rosa  promised-member 5000",
      "refunded Rosa  vendor-group 5000",
    ]);
  });

  test("a coordinator's own promise is not theirs to say yes to", async () => {
    const { stayId } = await seedStay(wyco);
    const pledge = await promised(stayId, 500, "vendor", wyco.rosa);
    expect(await send("accept", stayId, { pledge })).toMatchObject({
      data: { problem: { why: "second-person" } },
    });
    expect(await send("accept", stayId, { pledge }, wyco.luis)).toMatchObject({ status: 302 });
  });

  test("the letter says who paid which nights, with receipts, and nothing of the family or who promised", async () => {
    const { stayId } = await seedStay(wyco);
    const params = { stayId };
    const pledge = await promised(stayId, 30_000, "vendor");
    await send("paid", stayId, { pledge, amount: "300", receipt: "R-17" });
    const told = await ask(letter, wyco.luis, { params });
    expect(told.data).toMatchObject({
      stay: { vendor: "Sample Inn", paidNights: 4, nightCents: 5_000 },
      endedEarlyAt: null,
    });
    const said = JSON.stringify(told);
    expect(said).toContain("R-17");
    for (const secret of [
      "Too cold",
      "7th and Minnesota",
      "913-555-0142",
      "Every shelter",
      "childAges",
      pledge,
    ])
      expect(said).not.toContain(secret);
    await send("begin", stayId);
    await send("end", stayId, { as: "ended-early" });
    expect((await ask(letter, wyco.luis, { params })).data).toMatchObject({ endedEarlyAt: expect.any(Date) });
  });
});

describe("who may", () => {
  test("see and change a stay: its group's coordinators alone; everybody else reads 404 and changes nothing", async () => {
    const { askId, stayId } = await seedStay(wyco);
    const other = await seedGroup(database.owner, regionId, { name: `Other ${randomUUID()}` });
    const elsewhere = { groupId: String(other.groupId) };
    const before = JSON.stringify((await pageOf(stayId)).stay);
    for (const by of [maya, other.rosa, await seedPerson(database.owner)]) {
      for (const handler of [list, sheet, letter, planning])
        expect(await ask(handler, by, { params: { stayId, askId } })).toMatchObject({ status: 404 });
      for (const what of ["begin", "move", "end", "hand", "accept", "paid", "payout"] as const)
        expect(await send(what, stayId, { as: "called-off", amount: "1" }, by)).toMatchObject({
          status: 404,
        });
      expect(await ask(plan, by, { params: { askId }, form: form() })).toMatchObject({ status: 404 });
    }
    for (const handler of [sheet, letter])
      expect(await ask(handler, other.rosa, { params: { ...elsewhere, stayId } })).toMatchObject({
        status: 404,
      });
    expect(JSON.stringify((await pageOf(stayId)).stay)).toBe(before);
  });

  test("no thing of another stay by this one's address, no change that is none, no other site's form", async () => {
    const [{ stayId }, another] = [await seedStay(wyco), await seedStay(wyco)];
    const pledge = await promised(another.stayId, 500, "group");
    expect(await send("paid", stayId, { pledge, amount: "5" })).toMatchObject({ status: 404 });
    expect(await send("decide", stayId, { payout: randomUUID(), say: "yes" })).toMatchObject({ status: 404 });
    for (const handler of [change, changing])
      for (const called of ["constructor", "forget", ""])
        expect(
          await ask(handler, wyco.rosa, { params: { stayId, change: called }, form: { key: randomUUID() } }),
        ).toMatchObject({ status: 404 });
    const foreign = { params: { stayId, change: "begin" }, form: { key: randomUUID() }, site: "cross-site" };
    expect(await ask(change, wyco.rosa, foreign)).toMatchObject({ status: 403 });
    for (const handler of [sheet, letter])
      expect(await ask(handler, wyco.rosa, { params: { stayId: "1 or 1=1" } })).toMatchObject({
        status: 404,
      });
  });
});
