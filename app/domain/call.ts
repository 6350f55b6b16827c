/** Calls to places whose count is old: what a volunteer has to know, and what came of it. */
import type { Household, Unit } from "~/domain/pool";

export const CALL_RESULTS = ["counted", "no-answer", "wrong-number", "will-not-say"] as const;
export type CallResult = (typeof CALL_RESULTS)[number];

export type CalledPool = {
  poolId: number;
  household: Household;
  unit: Unit;
  peoplePerUnit: number | null;
  /** What can be used at all: more is not free. */
  capacity: number;
};

export type Call = {
  placeId: number;
  name: string;
  phone: string;
  /** The oldest count of its pools; null: one of them was never counted. */
  countedAt: Date | null;
  pools: CalledPool[];
  lastTry: { result: CallResult; at: Date } | null;
};

/** `until`: after that somebody else may take it. */
export type OwnCall = Call & { until: Date };
