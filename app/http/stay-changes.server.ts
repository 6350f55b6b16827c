/** The forms on the page of a stay, read and done: what is refused comes back with why, and as it was typed. */
import { z } from "zod";
import {
  acceptPledge,
  askPayout,
  decidePayout,
  notePaid,
  noteRefund,
  takeBackPledge,
} from "~/data/pledges.server";
import { beginStay, endStay, handOverStay, moveStay } from "~/data/stays.server";
import { centsIn } from "~/domain/money";
import type { StayChange, StayProblem, StaySheet } from "~/domain/stay-sheet";
import { typedIn, type Typed } from "~/http/edit/typed.server";

export type ChangedStay =
  | { kind: "done" }
  /** Gone meanwhile, or not theirs any more. */
  | { kind: "gone" }
  | { kind: "refused"; problem: StayProblem; typed: Typed };

type Doing = { key: string; token: string; stay: StaySheet; typed: Typed };
type Answer = { kind: string } | { problem: StayProblem };

const LONGEST_RECEIPT = 60;
const uuid = z.uuid();
const day = z.iso.date();

export async function changeStayBy(
  change: StayChange,
  form: FormData,
  by: Pick<Doing, "token" | "stay">,
): Promise<ChangedStay> {
  const typed = typedIn(form);
  const ours = uuid.safeParse(form.get("key"));
  if (!ours.success) return { kind: "refused", problem: "old-form", typed };
  const answer = await DOING[change]({ ...by, key: ours.data, typed });
  if ("problem" in answer) return { kind: "refused", problem: answer.problem, typed };
  if (DONE.has(answer.kind)) return { kind: "done" };
  if (GONE.has(answer.kind)) return { kind: "gone" };
  return { kind: "refused", problem: whyNot(answer.kind, change), typed };
}

const DOING: Record<StayChange, (doing: Doing) => Promise<Answer>> = {
  begin: ({ key, token, stay }) => beginStay({ key, token, stayId: stay.stayId }),
  async move({ key, token, stay, typed }) {
    const leavesOn = day.safeParse(typed.day).data;
    if (leavesOn === undefined) return { problem: "day" };
    return moveStay({ key, token, stayId: stay.stayId, leavesOn });
  },
  async end({ key, token, stay, typed }) {
    const as = (["ended", "ended-early", "called-off"] as const).find((each) => each === typed.as);
    if (!as) return { problem: "old-form" };
    const answer = await endStay({ key, token, stayId: stay.stayId, as });
    // Over is what was wanted, by whomever it was said first.
    return answer.kind === "over" ? { kind: "ended" } : answer;
  },
  async hand({ key, token, stay, typed }) {
    if (!/^\d{1,15}$/.test(typed.to ?? "")) return { problem: "unknown-person" };
    return handOverStay({ key, token, stayId: stay.stayId, to: Number(typed.to) });
  },
  accept: (doing) => withPledge(doing, acceptPledge),
  back: (doing) => withPledge(doing, takeBackPledge),
  paid: (doing) => withMoney(doing, (money) => withPledge(doing, (of) => notePaid({ ...of, ...money }))),
  payout: (doing) => withMoney(doing, (money) => askPayout({ ...ofStay(doing), ...money })),
  refund: (doing) => withMoney(doing, (money) => noteRefund({ ...ofStay(doing), ...money })),
  async decide({ key, token, stay, typed }) {
    const payout = stay.payouts.find(({ payoutId }) => payoutId === typed.payout);
    if (!payout) return { kind: "unknown-stay" };
    if (typed.say !== "yes" && typed.say !== "no") return { problem: "old-form" };
    return decidePayout({ key, token, payoutId: payout.payoutId, saysYes: typed.say === "yes" });
  },
};

const DONE = new Set(
  "under-way moved ended handed-over accepted taken-back paid asked refused refunded".split(" "),
);
const GONE = new Set(["signed-out", "unknown-stay", "unknown-pledge"]);
const SAME = new Set<string>(["moved-on", "over", "too-much", "second-person", "unknown-person"]);

function whyNot(kind: string, change: StayChange): StayProblem {
  if (SAME.has(kind)) return kind as StayProblem;
  if (kind !== "out-of-range") return "old-form";
  if (change === "move") return "day";
  // It began, or was called off, while this page was open.
  if (change === "end") return "moved-on";
  return change === "paid" || change === "payout" || change === "refund" ? "amount" : "old-form";
}

function ofStay({ key, token, stay }: Doing) {
  return { key, token, stayId: stay.stayId };
}

type OfPledge = { key: string; token: string; pledgeId: string };

async function withPledge(
  { key, token, stay, typed }: Doing,
  change: (of: OfPledge) => Promise<Answer>,
): Promise<Answer> {
  const pledge = stay.pledges.find(({ pledgeId }) => pledgeId === typed.pledge);
  return pledge ? change({ key, token, pledgeId: pledge.pledgeId }) : { kind: "unknown-pledge" };
}

async function withMoney(
  { typed }: Doing,
  change: (money: { cents: number; receipt: string | null }) => Promise<Answer>,
): Promise<Answer> {
  const cents = centsIn(typed.amount ?? "");
  const receipt = (typed.receipt ?? "").replaceAll(/\s+/g, " ");
  if (cents === null || cents === 0) return { problem: "amount" };
  if ([...receipt].length > LONGEST_RECEIPT) return { problem: "receipt" };
  return change({ cents, receipt: receipt || null });
}
