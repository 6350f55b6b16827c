/** Changing where transfers.txt has rules for single routes and trips: every label is asked for itself. */
import { type Labels, winsTie } from "~/transit/search/labels";
import type { DayRun } from "~/transit/search/scan";
import { changeSeconds } from "~/transit/timetable/transfers";
import type { Timetable } from "~/transit/timetable/timetable";

export type Changes = {
  transfers: Timetable["transfers"];
  trips: Timetable["trips"];
  stops: number;
  days: DayRun[];
  linkS: Int32Array;
};

/** Boarding `run` at `from`, second `t`, by way `link` from stop `before`. */
type Change = { before: number; from: number; link: number; run: number; t: number };

/** The cheapest label of the stop before that may board, or -1. */
export function cheapestOf(changes: Changes, labels: Labels, change: Change): number {
  const { before, from, link, run, t } = change;
  const rules = changes.transfers.named.get(before * changes.stops + from);
  const to = rideOf(changes, run);
  let best = -1;
  for (let label = labels.vLabel[before]!; label >= 0; label = labels.bettered[label]!) {
    if (best >= 0 && !isCheaper(labels, label, best)) continue;
    const by = rideOf(changes, labels.run[labels.boarding[label]!]!);
    if (labels.arrive[label]! + changeSeconds(rules, by, to, changes.linkS[link]!) <= t) best = label;
  }
  return best;
}

function isCheaper(labels: Labels, a: number, b: number): boolean {
  const [cA, cB] = [labels.c[a]!, labels.c[b]!];
  return cA < cB || (cA === cB && winsTie(labels, labels.boarding[a]!, labels.boarding[b]!));
}

/** The trip and route of a run, which counts through the days of the search. */
export function rideOf({ days, trips }: Pick<Changes, "days" | "trips">, run: number) {
  const day = days.findLast(({ firstRun }) => firstRun <= run)!;
  const trip = day.trips[run - day.firstRun]!;
  return { day, trip, route: trips.route[trip]! };
}
