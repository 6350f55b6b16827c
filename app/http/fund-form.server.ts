/** The forms of members who pay for nights: a promise, and taking it back. */
import { z } from "zod";
import { centsIn } from "~/domain/money";
import { PLEDGE_WAYS, type PledgeWay } from "~/domain/stay";
import { typedIn, type Typed } from "~/http/edit/typed.server";
import type { FundProblem } from "~/text/fund";

// The least that the books take: 0025.
const LEAST_CENTS = 100;
const uuid = z.uuid();
const back = z.object({ key: uuid, pledge: uuid });

export type ReadPledge =
  | { kind: "pledge"; key: string; stayId: string; cents: number; way: PledgeWay; typed: Typed }
  | { kind: "unclear"; problem: FundProblem; typed: Typed };

export function readPledge(form: FormData): ReadPledge {
  const typed = typedIn(form);
  const [ours, stay] = [uuid.safeParse(form.get("key")), uuid.safeParse(typed.stay)];
  if (!ours.success || !stay.success) return { kind: "unclear", problem: "old-form", typed };
  const cents = centsIn(typed.amount ?? "");
  if (cents === null || cents < LEAST_CENTS) return { kind: "unclear", problem: "amount", typed };
  const way = PLEDGE_WAYS.find((each) => each === typed.way);
  if (!way) return { kind: "unclear", problem: "way", typed };
  return { kind: "pledge", key: ours.data, stayId: stay.data, cents, way, typed };
}

/** Null: no form of ours. */
export function readTakingBack(form: FormData): { key: string; pledgeId: string } | null {
  const read = back.safeParse(Object.fromEntries(form));
  return read.success ? { key: read.data.key, pledgeId: read.data.pledge } : null;
}
