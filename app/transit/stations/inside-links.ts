/** Ways on foot from stop to stop that lead through stations, in the place of straight lines through their walls. */
import { type AllDoorways, type Doorways, type Inside, type Walks } from "~/transit/stations/doorways";
import { type Link, pairKey } from "~/transit/timetable/footpaths";
import { eachWithin, type Grid, within } from "~/transit/timetable/nearby";
import { usualSeconds } from "~/transit/stations/pathways";
import { reached } from "~/transit/timetable/reach";

type Street = { grid: Grid; linkM: number; into: Doorways; out: Doorways };
type Links = Map<number, Link | null>;

/** With and without steps, by pairKey; a pair with null is not linked, one that is not there is walked along the street. */
export function insideLinks(
  inside: Inside,
  doorways: AllDoorways | null,
  street: Pick<Street, "grid" | "linkM">,
): { usual: Links; stepFree: Links } {
  if (!doorways) return { usual: new Map(), stepFree: new Map() };
  const { into, out, stepFreeInto, stepFreeOut } = doorways;
  const usual = linksOf(inside, inside.usual, { ...street, into, out });
  const stepFree = linksOf(inside, inside.stepFree, { ...street, into: stepFreeInto, out: stepFreeOut });
  for (const key of usual.keys()) if (!stepFree.has(key)) stepFree.set(key, null);
  return { usual, stepFree };
}

/** Inside from platform to platform, or out by one entrance, along the street, and in by another. */
function linksOf({ stationOf, entrances }: Inside, walks: Walks, { grid, linkM, into, out }: Street): Links {
  const stops = grid.lat.length;
  const links: Links = new Map();
  const offer = (from: number, to: number, metres: number, fixedS: number) => {
    const known = links.get(pairKey(from, to, stops));
    const link = { metres, fixedS, minS: -1 };
    if (from !== to && !(known && usualSeconds(known) <= usualSeconds(link)))
      links.set(pairKey(from, to, stops), link);
  };
  for (const { from, to, metres, fixedS } of walks.between) offer(from, to, metres, fixedS);
  for (const { entrance, stop, metres, fixedS } of walks.out)
    for (const there of reached(grid, into, entrances[entrance]!, linkM))
      offer(stop, there.stop, metres + there.metres, fixedS + there.fixedS);
  for (const { entrance, stop, metres, fixedS } of walks.into)
    eachWithin(grid, entrances[entrance]!, linkM, (here, far) => {
      if (out.only[here] === 0) offer(here, stop, far + metres, fixedS);
    });
  const close = (from: number, to: number) => {
    const isWalled =
      out.only[from] === 1 ||
      into.only[to] === 1 ||
      (stationOf.has(from) && stationOf.get(from) === stationOf.get(to));
    if (isWalled && from !== to && !links.has(pairKey(from, to, stops)))
      links.set(pairKey(from, to, stops), null);
  };
  for (const stop of stationOf.keys())
    for (const { index } of within(grid, { lat: grid.lat[stop]!, lon: grid.lon[stop]! }, linkM)) {
      close(stop, index);
      close(index, stop);
    }
  return links;
}
