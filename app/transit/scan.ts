/**
 * The search: one chronological scan of connections that yields, at every stop, every way of getting there that is best
 * by arrival and outdoor cost, whenever one leaves within the window.
 *
 * Let X(t) be the running integral of the cold weight: being outside from t1 to t2 costs X(t2) - X(t1). A person's
 * outdoor cost o grows exactly as X while they walk or wait and stands still while they ride. So c = o - X(t) is a
 * constant of a person who is outside, and only riding lowers it. Therefore, of two people at a stop now, the one with
 * the smaller c is the better off at every later departure: one number per stop, `minC`, stands for its whole front,
 * and one number per trip, `tripO`, for everyone aboard it.
 *
 * Invariant, before the connections departing at t are scanned: `minC[s]` is the smallest c among all labels that are
 * available at s at or before t; `vC[s]` the smallest among those of them that came to s by vehicle; `tripO[r]` the
 * smallest o among all ways of being aboard r when it departs from the stop before t.
 * - Connections are scanned by departure, so labels are made out of order of arrival: a fast trip that leaves later
 *   arrives earlier. That is why a label waits in the bucket of the second it becomes available, and changes minC and
 *   vC only then. Since k >= 1 s, a label made at t is available after t: its bucket is still to come.
 * - A label is dropped only if one by vehicle, available at its stop strictly earlier than it, has no larger c: that one
 *   boards, walks and reaches every door no later and no dearer. One that came on foot proves nothing: it may not walk
 *   on (one walking link between rides), and the dropped label could have.
 * - At release, a label that does not better vC has such a rival at no later second: it need not be walked onwards.
 */
import type { Footpaths } from "~/transit/footpaths";
import { emptyLabels, type Labels, Releases, winsTie } from "~/transit/labels";
import type { Day } from "~/transit/connections";

/** A service day's connections in this search; `shiftS` turns its seconds into those after leaving. */
export type DayRun = Day & { shiftS: number; next: number; until: number; firstRun: number };

/** All times in seconds after the earliest leaving. */
export type Search = {
  stops: number;
  days: DayRun[];
  footpaths: Pick<Footpaths, "first" | "to">;
  linkS: Int32Array;
  /** From leaving the origin to being at the stop, slack included; -1 where out of reach. */
  accessS: Int32Array;
  /** The last first departure, and the last departure of all. */
  windowS: number;
  endS: number;
  changeS: number;
  penaltyS: number;
  /** X and the weight itself, at each second that can matter to a connection. */
  running: Float64Array;
  weight: Float64Array;
};

export function scan(search: Search): Labels {
  const { days, linkS, accessS, windowS, endS, changeS, penaltyS, running, weight } = search;
  const { first: linkFirst, to: linkTo } = search.footpaths;
  const labels = emptyLabels(
    days.reduce((sum, day) => sum + day.until - day.next, 0),
    search.stops,
  );
  const { c, boarding, rides, leave } = labels;
  const lastDay = days.at(-1);
  const tripO = new Float64Array(lastDay ? lastDay.firstRun + lastDay.trips.length : 0).fill(Infinity);
  const tripBoarding = new Int32Array(tripO.length);
  const minC = new Float64Array(search.stops).fill(Infinity);
  const minLabel = new Int32Array(search.stops);
  const vC = new Float64Array(search.stops).fill(Infinity);
  const vLabel = new Int32Array(search.stops);
  const releases = new Releases(endS);

  for (let t = 0; t <= endS; t++) {
    for (let entry = releases.take(t); entry >= 0; entry = releases.take(t)) {
      const label = releases.label[entry]!;
      const place = releases.place[entry]!;
      const cost = c[label]!;
      const stop = place < 0 ? ~place : place;
      if (place < 0) {
        if (
          cost > vC[stop]! ||
          (cost === vC[stop] && !winsTie(labels, boarding[label]!, boarding[vLabel[stop]!]!))
        )
          continue;
        vC[stop] = cost;
        vLabel[stop] = label;
        for (let link = linkFirst[stop]!; link < linkFirst[stop + 1]!; link++)
          if (cost <= minC[linkTo[link]!]! && t + linkS[link]! <= endS)
            releases.add(t + linkS[link]!, label, linkTo[link]!);
      }
      if (
        cost < minC[stop]! ||
        (cost === minC[stop] && winsTie(labels, boarding[label]!, boarding[minLabel[stop]!]!))
      ) {
        minC[stop] = cost;
        minLabel[stop] = label;
      }
    }
    for (const day of days) {
      for (; day.next < day.until && day.depart[day.next]! + day.shiftS === t; day.next++) {
        const i = day.next;
        const run = day.firstRun + day.run[i]!;
        const from = day.from[i]!;
        if (from >= 0) {
          const ready = accessS[from]!;
          const inTime = ready >= 0 && ready <= t && t <= windowS;
          const fromOrigin = inTime ? running[t]! - running[t - ready]! : Infinity;
          const fromStop = minC[from]! + running[t]! + penaltyS * weight[t]!;
          const estimate = day.halfHeadwayS[day.run[i]!]! * weight[t]!;
          // Where both cost the same, the origin has fewer rides.
          if (fromOrigin <= fromStop && inTime) board(run, day.at[i]!, -1, fromOrigin + estimate, t - ready);
          else if (fromStop < Infinity) board(run, day.at[i]!, minLabel[from]!, fromStop + estimate, 0);
        }
        const to = day.to[i]!;
        if (to < 0 || tripO[run] === Infinity) continue;
        const arrive = day.arrive[i]! + day.shiftS;
        const cost = tripO[run]! - running[arrive]!;
        if (cost > vC[to]!) continue;
        if (cost === vC[to] && !winsTie(labels, tripBoarding[run]!, boarding[vLabel[to]!]!)) continue;
        const label = labels.count++;
        c[label] = cost;
        labels.arrive[label] = arrive;
        labels.alightedAt[label] = day.at[i]! + 1;
        boarding[label] = tripBoarding[run]!;
        labels.before[label] = labels.newest[to]!;
        labels.newest[to] = label;
        if (arrive + changeS <= endS) releases.add(arrive + changeS, label, ~to);
      }
    }
  }
  return labels;

  function board(run: number, at: number, parent: number, cost: number, leaves: number): void {
    if (cost > tripO[run]!) return;
    const next = labels.boardings;
    labels.run[next] = run;
    labels.boardedAt[next] = at;
    labels.parent[next] = parent;
    rides[next] = parent < 0 ? 1 : rides[boarding[parent]!]! + 1;
    leave[next] = parent < 0 ? leaves : leave[boarding[parent]!]!;
    if (cost === tripO[run] && !winsTie(labels, next, tripBoarding[run]!)) return;
    tripO[run] = cost;
    tripBoarding[run] = next;
    labels.boardings++;
  }
}
