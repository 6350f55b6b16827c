/** When a search may end before its time: what arrives after the last arrival shown at every door changes no answer. */
import type { WarmRoom } from "~/domain/journey";
import { type Approach, latestShown, soonestBy } from "~/transit/search/doors";
import { type Labels, NEVER } from "~/transit/search/labels";
import { stopsLeadingTo } from "~/transit/timetable/reach";
import type { Timetable } from "~/transit/timetable/timetable";
import { walkMetres } from "~/transit/timetable/walking";

type Shown = { timetable: Timetable; rooms: readonly WarmRoom[]; laterS: number };

/**
 * Asked of rising seconds: whether nobody who gets off then or later is shown anywhere. Mostly that is an hour after the
 * last door's first arrival; a door that nobody has come to yet keeps the search going.
 */
export function settlingOf(
  approaches: readonly Approach[],
  { timetable, rooms, laterS }: Shown,
): (labels: Labels, second: number) => boolean {
  const { detour, accessM } = timetable.walking;
  const isNear = (room: WarmRoom, { door }: Approach) => walkMetres(room, door, detour) <= accessM;
  // Without a stop nearby one comes at most out of a warm room that has one.
  const reachable = approaches.filter(
    (approach) =>
      approach.walks.length > 0 ||
      rooms.some((room) => isNear(room, approach) && stopsLeadingTo(timetable, room, accessM).length > 0),
  );
  let settled = 0;
  // What is settled stays so: the doors are looked at one after the other.
  return (labels, second) => {
    while (settled < reachable.length && isSettled(reachable[settled]!, labels, second, laterS)) settled++;
    return settled === reachable.length;
  };
}

function isSettled(approach: Approach, labels: Labels, second: number, laterS: number): boolean {
  const soonest = soonestBy(approach, labels);
  return soonest < NEVER && second > latestShown(approach, soonest, laterS);
}
