/** Which runs are one vehicle's, so that who is aboard at the end of one stays aboard to the next. */
import { grouped } from "./grouped";
import type { Run, TransferRow } from "./asked";

export function goesOnAs(runs: Run[], transfers: TransferRow[]): Map<Run, Set<Run>> {
  const next = new Map<Run, Set<Run>>(runs.map((run) => [run, new Set()]));
  const single = runs.filter((run) => !run.repeated);
  const rows = (type: number) => transfers.filter((row) => row.type === type);
  for (const vehicle of ofOneBlock(single))
    vehicle.slice(1).forEach((to, i) => {
      const from = vehicle[i]!;
      if (from.calls.at(-1)!.stop === to.calls[0]!.stop) next.get(from)!.add(to);
    });
  for (const { fromTrip, toTrip } of rows(4))
    for (const from of single.filter(({ trip }) => trip === fromTrip))
      for (const to of single.filter(({ trip }) => trip === toTrip))
        if (from !== to && from.day === to.day) next.get(from)!.add(to);
  for (const [from, followers] of next)
    for (const to of followers) {
      const denied = rows(5).some(({ fromTrip, toTrip }) => from.trip === fromTrip && to.trip === toTrip);
      if (denied || ends(from) > starts(to)) followers.delete(to);
    }
  return next;
}

/** The runs of each block and day in the order they start; of two that start at once, the one that ends first. */
function ofOneBlock(runs: Run[]): Run[][] {
  const inBlocks = runs.filter(({ block }) => block !== null);
  const groups = grouped(inBlocks, ({ block, day }) => `${block} on ${day}`);
  return [...groups.values()].map((group) =>
    group.toSorted((a, b) => starts(a) - starts(b) || ends(a) - ends(b) || (a.trip < b.trip ? -1 : 1)),
  );
}

const starts = (run: Run) => run.calls[0]!.depart;
const ends = (run: Run) => run.calls.at(-1)!.arrive;
