/** The ways on foot that lead away from a stop; a timetable keeps those that lead to one. */
import type { Footpaths } from "~/transit/timetable/footpaths";

/** Those from stop s lead to `to`, from first[s] up to first[s + 1]. */
export type LinksAway = { first: Int32Array; to: Int32Array };

const known = new WeakMap<Pick<Footpaths, "first" | "from">, LinksAway>();

export function linksAway(footpaths: Pick<Footpaths, "first" | "from">): LinksAway {
  const links = known.get(footpaths) ?? turnedRound(footpaths);
  known.set(footpaths, links);
  return links;
}

function turnedRound({ first, from }: Pick<Footpaths, "first" | "from">): LinksAway {
  const away = { first: new Int32Array(first.length), to: new Int32Array(from.length) };
  for (const stop of from) away.first[stop + 1]!++;
  for (let stop = 1; stop < first.length; stop++) away.first[stop]! += away.first[stop - 1]!;
  const next = away.first.slice();
  for (let to = 0; to + 1 < first.length; to++)
    for (let link = first[to]!; link < first[to + 1]!; link++) away.to[next[from[link]!]!++] = to;
  return away;
}
