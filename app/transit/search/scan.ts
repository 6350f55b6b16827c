/**
 * The search: one chronological scan of connections that yields, at every stop, every way of getting there that is best
 * by arrival and outdoor cost, whenever one leaves within the window.
 *
 * Let X(t) be the running integral of the cold weight: being outside from t1 to t2 costs X(t2) - X(t1). A person's
 * outdoor cost o grows exactly as X while they walk or wait, and stands still while they ride. So c = o - X(t) is a
 * constant of a person who is outside; only riding lowers it. Of two people at a stop, both able to board, the one with
 * the smaller c is the better off at every later departure. One number per stop stands for its whole front, and one
 * number per trip, `tripO`, for everyone aboard it.
 *
 * Invariant, before the connections departing at t are scanned:
 * - `vC[s]` is the smallest c of the labels at s, which all came by vehicle, with arrival + k <= t; `vLabel[s]` is that
 *   label, and following `bettered` from it gives vC as it was at every earlier second.
 * - minC[s], the smallest c with which one can board at s now, is therefore the least of vC[s] and, for each walking
 *   link from a stop y, of vC[y] as it was `link` seconds ago. It is looked up where it could matter, never stored: a
 *   trip that is aboard at a smaller cost already asks for none of it.
 * - `tripO[r]` is the smallest o of all ways of being aboard r when it departs from the stop before t.
 *
 * Why it holds. Connections are scanned by departure, so labels are made out of order of arrival: a fast trip that
 * leaves later arrives earlier. That is why a label waits in the bucket of its release, arrival + k, and changes vC only
 * then. Since k >= 1 s and arrival >= departure >= t, that bucket is still to come. A label is dropped, when made or at
 * release, only if one that came by vehicle and is released no later at the same stop has no larger c (and, c being
 * equal, is not a better tie): that one boards, walks on and reaches every door no later and no dearer. A person who
 * came on foot proves nothing here, for they may not walk on (one link between rides), and is never compared with.
 */
import type { Day } from "~/transit/timetable/connections";
import type { Footpaths } from "~/transit/timetable/footpaths";
import { type Labels, labelsFor, winsTie } from "~/transit/search/labels";

/** A service day's connections in this search; `shiftS` turns its seconds into those after leaving. */
export type DayRun = Day & { shiftS: number; next: number; until: number; firstRun: number };

/** All times in seconds after the earliest leaving. */
export type Search = {
  stops: number;
  days: DayRun[];
  footpaths: Pick<Footpaths, "first" | "from">;
  linkS: Int32Array;
  /** From leaving the origin to being able to board at the stop, slack included; -1 where out of reach. */
  accessS: Int32Array;
  /** The last first departure, the last departure of all, and the last arrival there can be. */
  windowS: number;
  endS: number;
  lastArrivalS: number;
  penaltyS: number;
  /** X and the weight itself, at each second up to the last arrival. */
  running: Float64Array;
  weight: Float64Array;
  used: Labels | undefined;
};

export function scan(search: Search): Labels {
  const { days, linkS, accessS, windowS, endS, lastArrivalS, penaltyS, running, weight } = search;
  const { first: linkFirst, from: linkFrom } = search.footpaths;
  const labels = emptyLabels(search);
  const { c, arrive, boarding, bettered, stop, nextInBucket, bucket, vC, vLabel, tripO, tripBoarding } =
    labels;

  for (let t = 0; t <= lastArrivalS + 1; t++) {
    for (let label = bucket[t]!; label >= 0; label = nextInBucket[label]!) {
      const at = stop[label]!;
      if (isBettered(labels, at, c[label]!, boarding[label]!)) continue;
      if (vLabel[at]! < 0) labels.soonest[at] = arrive[label]!;
      bettered[label] = vLabel[at]!;
      vLabel[at] = label;
      vC[at] = c[label]!;
    }
    if (t > endS) continue;
    for (const day of days) {
      for (; day.next < day.until && day.depart[day.next]! + day.shiftS === t; day.next++) {
        const i = day.next;
        const run = day.firstRun + day.run[i]!;
        const from = day.from[i]!;
        if (from >= 0) {
          const estimate = day.halfHeadwayS[day.run[i]!]! * weight[t]!;
          const ready = accessS[from]!;
          if (ready >= 0 && ready <= t && t <= windowS)
            board(labels, run, day.at[i]!, running[t]! - running[t - ready]! + estimate, -1, t - ready);
          const change = running[t]! + penaltyS * weight[t]! + estimate;
          for (let link = linkFirst[from]!; link < linkFirst[from + 1]!; link++) {
            if (vC[linkFrom[link]!]! + change > tripO[run]!) continue;
            let label = vLabel[linkFrom[link]!]!;
            while (label >= 0 && arrive[label]! + linkS[link]! > t) label = bettered[label]!;
            if (label >= 0) board(labels, run, day.at[i]!, c[label]! + change, label, 0);
          }
        }
        const to = day.to[i]!;
        if (to < 0 || tripO[run] === Infinity) continue;
        const arrival = day.arrive[i]! + day.shiftS;
        const cost = tripO[run]! - running[arrival]!;
        if (isBettered(labels, to, cost, tripBoarding[run]!)) continue;
        const label = labels.count++;
        c[label] = cost;
        arrive[label] = arrival;
        labels.alightedAt[label] = day.at[i]! + 1;
        boarding[label] = tripBoarding[run]!;
        stop[label] = to;
        nextInBucket[label] = bucket[arrival + 1]!;
        bucket[arrival + 1] = label;
      }
    }
  }
  return labels;
}

/** Whether a label at this stop is no better than the newest released there: dearer, or as dear and not a better tie. */
function isBettered(labels: Labels, stop: number, c: number, boarding: number): boolean {
  const known = labels.vC[stop]!;
  return c > known || (c === known && !winsTie(labels, boarding, labels.boarding[labels.vLabel[stop]!]!));
}

/** Gets on the run at this stop time, from a label or (-1) the origin, where that is cheaper than being aboard already. */
function board(labels: Labels, run: number, at: number, o: number, parent: number, leaves: number): void {
  if (o > labels.tripO[run]!) return;
  const rides = parent < 0 ? 1 : labels.rides[labels.boarding[parent]!]! + 1;
  const leave = parent < 0 ? leaves : labels.leave[labels.boarding[parent]!]!;
  const aboard = labels.tripBoarding[run]!;
  if (o === labels.tripO[run]) {
    const [known, knownLeave] = [labels.rides[aboard]!, labels.leave[aboard]!];
    if (rides > known || (rides === known && leave <= knownLeave)) return;
  }
  // A boarding of this very connection has no label yet and is written over, so one connection makes at most one.
  const fresh = labels.tripO[run]! < Infinity && labels.boardedAt[aboard] === at;
  const boarding = fresh ? aboard : labels.boardings++;
  labels.run[boarding] = run;
  labels.boardedAt[boarding] = at;
  labels.parent[boarding] = parent;
  labels.rides[boarding] = rides;
  labels.leave[boarding] = leave;
  labels.tripO[run] = o;
  labels.tripBoarding[run] = boarding;
}

function emptyLabels({ days, stops, lastArrivalS, used }: Search): Labels {
  const last = days.at(-1);
  const connections = days.reduce((sum, day) => sum + day.until - day.next, 0);
  const runs = last ? last.firstRun + last.trips.length : 0;
  return labelsFor({ connections, stops, seconds: lastArrivalS + 2, runs }, used);
}
