/** One stay as its group sees it: all of its money and people; and the little that members see of it. */
import type { HomeStep } from "~/domain/home-search";
import type { CheckIn, PledgeWay, Stay, StayMoney } from "~/domain/stay";

export const ACCOUNTS = ["promised", "member", "group", "vendor"] as const;
export type Account = (typeof ACCOUNTS)[number];

export type Transfer = {
  what: "pledged" | "taken-back" | "paid" | "paid-out" | "refunded";
  who: string;
  /** Who let it go, of what left the group's account. */
  second: string | null;
  fromAccount: Account;
  toAccount: Account;
  receipt: string | null;
  at: Date;
  amountCents: number;
};

export type PledgeTold = {
  pledgeId: string;
  who: string;
  amountCents: number;
  way: PledgeWay;
  openCents: number;
  madeAt: Date;
  isAccepted: boolean;
  isOwn: boolean;
};

export type Payout = {
  payoutId: string;
  amountCents: number;
  receipt: string | null;
  askedBy: number;
  who: string;
  isPaid: boolean | null;
};

export type StaySheet = Stay & {
  askId: string | null;
  /** Who is looking. */
  personId: number;
  keptBy: { personId: number; name: string };
  nightCents: number;
  depositCents: number;
  money: StayMoney;
  /** The next of the search. */
  nextStep: Pick<HomeStep, "words" | "kind" | "dueOn"> | null;
  pledges: PledgeTold[];
  payouts: Payout[];
  transfers: Transfer[];
  checkIns: CheckIn[];
  events: { what: StayEvent; who: string | null; leavesOn: string; at: Date }[];
};

export type StayEvent =
  | "planned"
  | "began"
  | "extended"
  | "shortened"
  | "handed-over"
  | "wants-out"
  | "ended"
  | "ended-early"
  | "called-off"
  | "alarm";

/** For members: never where, nor for whom; the vendor only to whoever pays it, after a coordinator's yes. */
export type StayToFund = {
  stayId: string;
  arrivesOn: string;
  leavesOn: string;
  nights: number;
  /** It stands there for what is promised and not paid. */
  isOver: boolean;
  money: StayMoney;
  own: {
    pledgeId: string;
    amountCents: number;
    way: PledgeWay;
    openCents: number;
    isAccepted: boolean;
    vendor: string | null;
    vendorPhone: string | null;
  }[];
};

/** A promise of one's own, wherever it went. */
export type OwnPledge = {
  pledgeId: string;
  stayId: string;
  amountCents: number;
  way: PledgeWay;
  madeAt: Date;
  openCents: number;
  paidCents: number;
  receipts: string[];
};

export const STAY_CHANGES = [
  "begin",
  "move",
  "end",
  "hand",
  "accept",
  "back",
  "paid",
  "payout",
  "decide",
  "refund",
] as const;
export type StayChange = (typeof STAY_CHANGES)[number];

/** Why a form changed nothing. */
export type StayProblem =
  | "old-form"
  | "moved-on"
  | "over"
  | "day"
  | "amount"
  | "receipt"
  | "too-much"
  | "second-person"
  | "unknown-person";

/** What each account holds after all of it; together always nothing. */
export function balancesOf(transfers: readonly Transfer[]): Record<Account, number> {
  const held: Record<Account, number> = { promised: 0, member: 0, group: 0, vendor: 0 };
  for (const { fromAccount, toAccount, amountCents } of transfers) {
    held[fromAccount] -= amountCents;
    held[toAccount] += amountCents;
  }
  return held;
}

/** A payment to the vendor, or what came back of it, and which whole nights are paid for once it has come. */
export type Payment = {
  at: Date;
  by: "member" | "group";
  /** Below nothing: given back. */
  amountCents: number;
  receipt: string | null;
  /** Nights before and after it, counted from the first. */
  nights: [before: number, after: number];
};

/** In the order they came: the deposit first, as in `paid_nights`, then night by night. */
export function paymentsOf(
  stay: Pick<StaySheet, "transfers" | "nightCents" | "depositCents">,
  most: number,
): Payment[] {
  const { transfers, nightCents, depositCents } = stay;
  const nightsFor = (cents: number) =>
    nightCents === 0 ? most : Math.min(most, Math.max(0, Math.floor((cents - depositCents) / nightCents)));
  const payments: Payment[] = [];
  let sum = 0;
  for (const { fromAccount, toAccount, amountCents, at, receipt } of transfers) {
    if (fromAccount !== "vendor" && toAccount !== "vendor") continue;
    const moved = toAccount === "vendor" ? amountCents : -amountCents;
    const by = fromAccount === "promised" ? "member" : "group";
    payments.push({ at, by, amountCents: moved, receipt, nights: [nightsFor(sum), nightsFor(sum + moved)] });
    sum += moved;
  }
  return payments;
}
