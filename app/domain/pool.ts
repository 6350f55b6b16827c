/** The beds and rooms of a place for one household type, and what the public is told of them. */
import type { Worth } from "~/domain/freshness";

export const HOUSEHOLDS = ["anyone", "families", "adults", "women", "men", "couples", "youth"] as const;
export type Household = (typeof HOUSEHOLDS)[number];

export const UNITS = ["room", "bed", "mat", "crib"] as const;
export type Unit = (typeof UNITS)[number];

/** By what way a report came in. */
export const REPORT_WAYS = ["web", "sms", "phone", "import", "command", "sample"] as const;
export type ReportWay = (typeof REPORT_WAYS)[number];

export type Pool = {
  poolId: number;
  household: Household;
  unit: Unit;
  peoplePerUnit: number;
  capacity: number;
  occupied: number;
  held: number;
  outOfService: number;
  /** The newest report, if there ever was one; without it no number is known. */
  lastReport: { at: Date; way: ReportWay } | null;
};

/** What the public may read of a pool: never more than its worth allows. */
export type Count = {
  poolId: number;
  household: Household;
  unit: Unit;
  peoplePerUnit: number;
  worth: Worth;
  way: ReportWay | null;
};
