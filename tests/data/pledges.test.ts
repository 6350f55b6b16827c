import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import * as pledges from "~/data/pledges.server";
import { endStay, staysOf, staysToFund } from "~/data/stays.server";
import type { StayMoney } from "~/domain/stay";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, type Seeded, type SeededGroup } from "../support/groups";
import { seedRegion } from "../support/seeds";
import { seedStay } from "../support/stays";

process.env.APP_SECRET = "a secret of at least thirty-two letters";
const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;
let maya: Seeded;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
  maya = await seedMember(database.owner, wyco.groupId);
});

const as = ({ token }: Seeded) => ({ key: randomUUID(), token });
const pledged = async (stayId: string, cents: number, way: "vendor" | "group" = "group", who = maya) =>
  ((await pledges.pledgeTo({ ...as(who), stayId, cents, way })) as { pledgeId: string }).pledgeId;
const moneyOf = async (stayId: string): Promise<StayMoney> =>
  (await staysOf(wyco.rosa.token, wyco.groupId, stayId))![0]!.money;
const ownIn = async (stayId: string, who = maya) =>
  (await staysToFund(who.token, wyco.groupId))!.find((stay) => stay.stayId === stayId)!.own;

test("a promise is paid where it said, bit by bit, never more than was promised; the rest is taken back", async () => {
  const { stayId } = await seedStay(wyco);
  const pledgeId = await pledged(stayId, 20_000, "vendor");
  const paid = (cents: number, who = wyco.rosa) =>
    pledges.notePaid({ ...as(who), pledgeId, cents, receipt: "R-17" });
  expect(await paid(100, maya)).toEqual({ kind: "unknown-pledge" });
  expect(await paid(15_000)).toEqual({ kind: "paid" });
  expect(await paid(5_001)).toEqual({ kind: "too-much", openCents: 5_000 });
  expect(await moneyOf(stayId)).toMatchObject({ promised: 5_000, vendor: 15_000, group: 0 });
  expect(await pledges.takeBackPledge({ ...as(maya), pledgeId })).toEqual({ kind: "taken-back" });
  expect(await moneyOf(stayId)).toMatchObject({ promised: 0, vendor: 15_000 });
  const { transfers } = (await staysOf(wyco.rosa.token, wyco.groupId, stayId))![0]!;
  expect(transfers.map(({ what, receipt, amountCents }) => [what, receipt, amountCents])).toEqual([
    ["pledged", null, 20_000],
    ["paid", "R-17", 15_000],
    ["taken-back", null, 5_000],
  ]);
});

test("who promises learns where to pay, and so where a family sleeps, after another coordinator's yes alone", async () => {
  const { stayId } = await seedStay(wyco);
  const pledgeId = await pledged(stayId, 100, "vendor");
  expect(await ownIn(stayId)).toMatchObject([
    { pledgeId, isAccepted: false, vendor: null, vendorPhone: null },
  ]);
  expect(await pledges.acceptPledge({ ...as(maya), pledgeId })).toEqual({ kind: "second-person" });
  const rosas = await pledged(stayId, 100, "vendor", wyco.rosa);
  expect(await pledges.acceptPledge({ ...as(wyco.rosa), pledgeId: rosas })).toEqual({
    kind: "second-person",
  });
  const stranger = await seedMember(database.owner, wyco.groupId, { name: "Vic" });
  expect(await pledges.acceptPledge({ ...as(stranger), pledgeId })).toEqual({ kind: "unknown-pledge" });
  expect(await pledges.acceptPledge({ ...as(wyco.rosa), pledgeId })).toEqual({ kind: "accepted" });
  expect(await ownIn(stayId)).toMatchObject([
    { isAccepted: true, vendor: "Sample Inn", vendorPhone: "913-555-0100" },
  ]);
  expect(await ownIn(stayId, stranger)).toEqual([]);
});

test("what leaves the group's account needs two coordinators, and is there", async () => {
  const { stayId } = await seedStay(wyco);
  const asked = async (cents: number) =>
    ((await pledges.askPayout({ ...as(wyco.rosa), stayId, cents, receipt: null })) as { payoutId: string })
      .payoutId;
  const decides = (payoutId: string, saysYes = true, who = wyco.luis) =>
    pledges.decidePayout({ ...as(who), payoutId, saysYes });
  const early = await asked(100);
  expect(await decides(early)).toEqual({ kind: "too-much" });
  const pledgeId = await pledged(stayId, 10_000);
  await pledges.notePaid({ ...as(wyco.rosa), pledgeId, cents: 10_000, receipt: null });
  expect(await decides(early, true, wyco.rosa)).toEqual({ kind: "second-person" });
  expect(await decides(early, true, maya)).toEqual({ kind: "unknown-stay" });
  expect(await decides(early)).toEqual({ kind: "paid" });
  expect(await decides(early)).toEqual({ kind: "moved-on" });
  const many = await Promise.all([asked(9_900), asked(9_900), asked(9_900)]);
  const kinds = (await Promise.all(many.map((payoutId) => decides(payoutId)))).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(["paid", "too-much", "too-much"]);
  expect(await moneyOf(stayId)).toMatchObject({ vendor: 10_000, group: 0 });
});

test("the database takes no lines that do not come to nothing, whoever writes", async () => {
  const { stayId } = await seedStay(wyco);
  const lines = (amount: number) => database.owner`
    with made as (
      insert into transfers (stay_id, what, by_person) values (${stayId}, 'paid', ${wyco.rosa.personId}) returning transfer_id
    )
    insert into transfer_lines (transfer_id, account, amount_cents)
    select transfer_id, account, amount from made, (values ('group', 500), ('vendor', ${amount}::integer)) as line (account, amount)`;
  await expect(lines(-499)).rejects.toThrow(/does not come to nothing/);
  await expect(lines(-500)).resolves.toBeDefined();
  await expect(database.owner`
    insert into transfers (stay_id, what, by_person, approved_by)
    values (${stayId}, 'paid-out', ${wyco.rosa.personId}, ${wyco.rosa.personId})`).rejects.toThrow(
    /out_by_two/,
  );
});

test("nothing is promised to a stay that is over, by a stranger, or in amounts that are none", async () => {
  const { stayId } = await seedStay(wyco);
  for (const cents of [0, -500, 99, 10_000_001])
    expect(await pledges.pledgeTo({ ...as(maya), stayId, cents, way: "group" })).toEqual({
      kind: "out-of-range",
    });
  const other = await seedGroup(database.owner, regionId, { name: "Other" });
  const pledge = { stayId, cents: 500, way: "group" as const };
  expect(await pledges.pledgeTo({ ...as(other.rosa), ...pledge })).toEqual({ kind: "unknown-stay" });
  await endStay({ ...as(wyco.rosa), stayId, as: "called-off" });
  expect(await pledges.pledgeTo({ ...as(maya), ...pledge })).toEqual({ kind: "over" });
});

type Step =
  | { do: "pledge"; cents: number; way: "vendor" | "group" }
  | { do: "pay" | "back"; nth: number; cents: number }
  | { do: "ask-out"; cents: number }
  | { do: "refund"; cents: number }
  | { do: "decide"; nth: number; yes: boolean; same: boolean };

const cents = fc.integer({ min: -200, max: 3_000 });
const nth = fc.nat({ max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("pledge" as const),
    cents,
    way: fc.constantFrom("vendor" as const, "group" as const),
  }),
  fc.record({ do: fc.constantFrom("pay" as const, "back" as const), nth, cents }),
  fc.record({ do: fc.constant("ask-out" as const), cents }),
  fc.record({ do: fc.constant("refund" as const), cents }),
  fc.record({ do: fc.constant("decide" as const), nth, yes: fc.boolean(), same: fc.boolean() }),
);

test("after any steps, many of them at once, the ledger comes to nothing and no account holds less than nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const { stayId } = await seedStay(wyco);
      const [own, outs] = [[] as string[], [] as string[]];
      const takes = async (one: Step) => {
        if (one.do === "pledge") {
          const answer = await pledges.pledgeTo({ ...as(maya), stayId, cents: one.cents, way: one.way });
          if (answer.kind === "pledged") own.push(answer.pledgeId);
        } else if (one.do === "ask-out") {
          const answer = await pledges.askPayout({
            ...as(wyco.rosa),
            stayId,
            cents: one.cents,
            receipt: null,
          });
          if (answer.kind === "asked") outs.push(answer.payoutId);
        } else if (one.do === "refund") {
          await pledges.noteRefund({ ...as(wyco.rosa), stayId, cents: one.cents, receipt: null });
        } else if (one.do === "decide") {
          const payoutId = outs[one.nth] ?? randomUUID();
          await pledges.decidePayout({ ...as(one.same ? wyco.rosa : wyco.luis), payoutId, saysYes: one.yes });
        } else {
          const pledgeId = own[one.nth] ?? randomUUID();
          if (one.do === "back") await pledges.takeBackPledge({ ...as(maya), pledgeId });
          else await pledges.notePaid({ ...as(wyco.rosa), pledgeId, cents: one.cents, receipt: null });
        }
      };
      // The first half one after the other, so that there is something to fight about.
      const half = Math.ceil(steps.length / 2);
      for (const one of steps.slice(0, half)) await takes(one);
      await Promise.all(steps.slice(half).map(takes));
      const rows = await database.owner<{ account: string; cents: number }[]>`
        select account, sum(amount_cents)::integer as cents
        from transfers join transfer_lines using (transfer_id)
        where stay_id = ${stayId}
        group by account`;
      expect(rows.reduce((sum, row) => sum + row.cents, 0)).toBe(0);
      for (const row of rows.filter(({ account }) => account !== "member"))
        expect(row.cents).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 30 },
  );
});
