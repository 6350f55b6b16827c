/** Which of several journeys a family is shown: the warmest, the soonest, the next, the one with fewer buses, the last. */
import type { Journey, Way } from "~/domain/journey";

// Nobody rides out and back for an hour and a half to be outside eight minutes less: an hour of an evening with tired
// children is worth what one change more is, five minutes in the cold (the boarding penalty of the search).
const COLD_MINUTES_AN_HOUR_LATER = 5;

/** What a journey costs a family: its cold-minutes, and a little for each hour later; only differences mean anything. */
export function hardship({ coldMinutes, enters }: Pick<Journey, "coldMinutes" | "enters">): number {
  return coldMinutes + (COLD_MINUTES_AN_HOUR_LATER * enters) / 3600;
}

/** The warmest journey, where a warmer one that is hours later has to save its hours; of equals, the earliest. */
export function warmest(journeys: readonly [Journey, ...Journey[]]): Journey {
  return journeys.reduce((best, next) => {
    const less = hardship(next) - hardship(best);
    return less < 0 || (less === 0 && next.enters < best.enters) ? next : best;
  });
}

/** The journey that is there first; of two, the warmer one. */
export function soonest(journeys: readonly [Journey, ...Journey[]]): Journey {
  return journeys.reduce((best, next) =>
    next.enters < best.enters || (next.enters === best.enters && next.coldMinutes < best.coldMinutes)
      ? next
      : best,
  );
}

/** For who misses `best`: the warmest that leaves later, among those there within half an hour of the next one. */
export function laterThan(best: Journey, way: Way | undefined): Journey | null {
  const later = ridesIn(way).filter(({ leaveBy, enters }) => leaveBy > best.leaveBy && enters > best.enters);
  const soon = Math.min(...later.map(({ enters }) => enters)) + 1800;
  const [first, ...others] = later.filter(({ enters }) => enters <= soon);
  return first ? warmest([first, ...others]) : null;
}

/**
 * For who would rather change less: of those with the fewest vehicles the warmest, where `best` takes more of them and
 * it is there at most an hour and a half later. Walking all the way is no bus less.
 */
export function fewerBusesThan(best: Journey, way: Way | undefined): Journey | null {
  const fewer = ridesIn(way).filter(
    ({ boardings, enters }) => boardings < best.boardings && enters <= best.enters + LONGEST_DETOUR_S,
  );
  const fewest = Math.min(...fewer.map(({ boardings }) => boardings));
  const [first, ...others] = fewer.filter(({ boardings }) => boardings === fewest);
  return first ? warmest([first, ...others]) : null;
}

// Longer than this nobody waits to change once less.
const LONGEST_DETOUR_S = 5400;

/**
 * The one that leaves last; null where there is none to count on. When the last vehicle of a line without exact times comes
 * nobody knows: it may be gone, so that the last one to count on is a whole headway before it.
 */
export function lastToLeave(way: Way | undefined): Journey | null {
  const journeys = way?.kind === "journeys" ? way.journeys : [];
  const sure = journeys.filter(({ leaveBy, estimateS }) => {
    const isGuessed = estimateS > 0;
    return !isGuessed || journeys.some((other) => other.leaveBy >= leaveBy + 2 * estimateS);
  });
  return sure.reduce<Journey | null>(
    (last, next) => (last && last.leaveBy >= next.leaveBy ? last : next),
    null,
  );
}

function ridesIn(way: Way | undefined): Journey[] {
  return way?.kind === "journeys" ? way.journeys.filter(({ boardings }) => boardings > 0) : [];
}
