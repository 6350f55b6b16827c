/** Nights that a group bought for a family: the money for them, the days that are left, and how it goes. */
import type { HomeSearch } from "~/domain/home-search";

export const VENDOR_KINDS = ["motel", "apartment", "other"] as const;
export type VendorKind = (typeof VENDOR_KINDS)[number];
export type StayState = "planned" | "under-way" | "ended" | "ended-early" | "called-off";
export const CHECK_IN_ANSWERS = ["all-right", "call-me", "want-out"] as const;
export type CheckInAnswer = (typeof CHECK_IN_ANSWERS)[number];
export type CheckInTime = "arrival" | "two-hours" | "morning" | "daily";
export const PLEDGE_WAYS = ["vendor", "group"] as const;
export type PledgeWay = (typeof PLEDGE_WAYS)[number];

/** Cents: what it costs, what is promised and not yet paid, what the vendor has, what lies in the group's account. */
export type StayMoney = { cost: number; promised: number; vendor: number; group: number };

export type Stay = {
  stayId: string;
  vendor: string;
  vendorKind: VendorKind;
  vendorPhone: string | null;
  vendorAddress: string | null;
  /** Local dates, YYYY-MM-DD: the first night, and the day they leave. */
  arrivesOn: string;
  leavesOn: string;
  /** Minutes of the region's clock. */
  leavesAt: number;
  endsAt: Date;
  state: StayState;
  /** Of its nights, those the vendor was paid for. */
  paidNights: number;
  wantsOutAt: Date | null;
};

/** As the family sees it. `checkIn`: what is asked of them now; `who` looks after it. */
export type OwnStay = Stay & { who: string; checkIn: { dueAt: Date; what: CheckInTime } | null };
export type OwnSearch = HomeSearch & { stays: OwnStay[] };

export type CheckIn = {
  dueAt: Date;
  what: CheckInTime;
  answer: CheckInAnswer | null;
  answeredAt: Date | null;
};

/** What nobody has promised yet; never below nothing. */
export function missing({ cost, promised, vendor, group }: StayMoney): number {
  return Math.max(0, cost - promised - vendor - group);
}

/** What was promised and paid beyond what it costs. */
export function tooMuch({ cost, promised, vendor, group }: StayMoney): number {
  return Math.max(0, promised + vendor + group - cost);
}

/** What the vendor has still to get; below nothing: they got too much. */
export function owed({ cost, vendor }: StayMoney): number {
  return cost - vendor;
}

export type DaysLeft =
  | { kind: "over" }
  /** The last day, or less than a day. */
  | { kind: "hours"; hours: number }
  | { kind: "days"; days: number };

const HOUR_MS = 3_600_000;

/** Rounded down: nobody is told that there is more time than there is. */
export function daysLeft({ endsAt }: Pick<Stay, "endsAt">, now: Date): DaysLeft {
  const hours = Math.floor((endsAt.getTime() - now.getTime()) / HOUR_MS);
  if (endsAt <= now) return { kind: "over" };
  return hours < 24 ? { kind: "hours", hours } : { kind: "days", days: Math.floor(hours / 24) };
}

export function nights({ arrivesOn, leavesOn }: Pick<Stay, "arrivesOn" | "leavesOn">): number {
  return Math.round(
    (Date.parse(`${leavesOn}T00:00:00Z`) - Date.parse(`${arrivesOn}T00:00:00Z`)) / (24 * HOUR_MS),
  );
}

/** What must not wait: nobody has ended it, or the last day comes near. The same hours as in `watch_stays`. */
export type Alarm = "past" | "one-day" | "three-days";

export function alarmOf({ endsAt }: Pick<Stay, "endsAt">, now: Date): Alarm | null {
  const hours = (endsAt.getTime() - now.getTime()) / HOUR_MS;
  if (hours <= 0) return "past";
  return hours < 24 ? "one-day" : hours < 72 ? "three-days" : null;
}

// As long as an answer may take before somebody is told; the same hour as in `watch_stays`.
const SILENT_MS = HOUR_MS;

/** How the family is, by what they said last, or by their silence. */
export type Care =
  | { kind: "want-out" | "call-me" | "all-right"; at: Date }
  | { kind: "silent"; since: Date }
  /** Nothing is asked yet, or not for long. */
  | { kind: "unasked" };

export function careOf(stay: Pick<Stay, "wantsOutAt"> & { checkIns: CheckIn[] }, now: Date): Care {
  if (stay.wantsOutAt) return { kind: "want-out", at: stay.wantsOutAt };
  const silent = stay.checkIns.find(
    ({ answer, dueAt }) => answer === null && now.getTime() - dueAt.getTime() >= SILENT_MS,
  );
  if (silent) return { kind: "silent", since: silent.dueAt };
  const last = stay.checkIns
    .filter(({ answeredAt }) => answeredAt !== null)
    .toSorted((one, other) => other.answeredAt!.getTime() - one.answeredAt!.getTime())[0];
  return last ? { kind: last.answer!, at: last.answeredAt! } : { kind: "unasked" };
}

/** What comes first: who wants to leave, whom to call, what ends soon; the rest by its last day. */
export function byPressure<Of extends Pick<Stay, "wantsOutAt" | "endsAt"> & { checkIns: CheckIn[] }>(
  stays: readonly Of[],
  now: Date,
): Of[] {
  const weight = (stay: Of) => {
    const { kind } = careOf(stay, now);
    if (kind === "want-out") return 3;
    if (kind === "call-me" || kind === "silent") return 2;
    return alarmOf(stay, now) ? 1 : 0;
  };
  return stays.toSorted(
    (one, other) => weight(other) - weight(one) || one.endsAt.getTime() - other.endsAt.getTime(),
  );
}
