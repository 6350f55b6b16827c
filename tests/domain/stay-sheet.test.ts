import { expect, test } from "vitest";
import { balancesOf, paymentsOf, type Account, type Transfer } from "~/domain/stay-sheet";

const moved = (
  what: Transfer["what"],
  fromAccount: Account,
  toAccount: Account,
  amountCents: number,
): Transfer => ({
  what,
  who: "Rosa",
  second: null,
  fromAccount,
  toAccount,
  receipt: `R-${amountCents}`,
  at: new Date("2026-01-20T17:00:00Z"),
  amountCents,
});
const pledged = (cents: number) => moved("pledged", "member", "promised", cents);
const toVendor = (cents: number) => moved("paid", "promised", "vendor", cents);
const toGroup = (cents: number) => moved("paid", "promised", "group", cents);
const out = (cents: number) => moved("paid-out", "group", "vendor", cents);
const refunded = (cents: number) => moved("refunded", "vendor", "group", cents);

test("what was promised, paid and paid out stands in four accounts that come to nothing", () => {
  const held = balancesOf([pledged(20_000), toVendor(5_000), toGroup(10_000), out(8_000)]);
  expect(held).toEqual({ member: -20_000, promised: 5_000, group: 2_000, vendor: 13_000 });
  expect(balancesOf([])).toEqual({ promised: 0, member: 0, group: 0, vendor: 0 });
});

test("each payment to the house pays the deposit first, then night after night; what came back takes them away again", () => {
  const stay = {
    nightCents: 5_000,
    depositCents: 10_000,
    transfers: [pledged(40_000), toVendor(12_000), toGroup(20_000), out(8_000), out(3_000), refunded(5_500)],
  };
  expect(paymentsOf(stay, 3).map(({ by, amountCents, nights }) => [by, amountCents, nights])).toEqual([
    ["member", 12_000, [0, 0]],
    ["group", 8_000, [0, 2]],
    ["group", 3_000, [2, 2]],
    ["group", -5_500, [2, 1]],
  ]);
});

test("more than it costs pays for no more nights than there are; what is free is paid for at once", () => {
  const nightsOf = (nightCents: number, most: number) =>
    paymentsOf({ nightCents, depositCents: 0, transfers: [toVendor(50_000)] }, most)[0]!.nights;
  expect(nightsOf(5_000, 3)).toEqual([0, 3]);
  expect(nightsOf(0, 3)).toEqual([3, 3]);
});
