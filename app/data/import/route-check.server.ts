/** What a route entered by hand would change in a region, and what is doubtful about it, before anything is stored. */
import { isDeepStrictEqual } from "node:util";
import { within } from "~/domain/geo";
import type { Region } from "~/domain/region";
import type { LocalDate } from "~/domain/zone";
import type { HandRoute } from "~/transit/timetable/hand-route";

export type CheckedRoute =
  { kind: "elsewhere" } | { kind: "good"; change: "new" | "same" | (keyof HandRoute)[]; doubts: string[] };

export function checkRoute(
  route: HandRoute,
  stored: readonly HandRoute[],
  region: Region,
  today: LocalDate,
): CheckedRoute {
  const outside = route.stops.filter((stop) => !within(stop, region.bounds));
  if (outside.length === route.stops.length) return { kind: "elsewhere" };
  const doubts: string[] = [];
  if (outside.length > 0)
    doubts.push(
      `${outside.length} of its ${route.stops.length} stops lie outside the bounds of ${region.name}: ${outside.map(({ name }) => name).join(", ")}.`,
    );
  if (route.until !== null && route.until < today)
    doubts.push(`It ended on ${route.until}: no bus of it is shown after that day.`);
  if (route.from !== null && route.from > today)
    doubts.push(`It begins on ${route.from}: no bus of it is shown before that day.`);
  if (route.asOf > today) doubts.push(`Its source is dated ${route.asOf}, a day that is yet to come.`);
  return {
    kind: "good",
    change: changeOf(
      route,
      stored.find((other) => isSame(route, other)),
    ),
    doubts,
  };
}

/** One agency's routes are told apart by their numbers. */
export function isSame(one: Pick<HandRoute, "agency" | "route">, other: HandRoute): boolean {
  return one.agency === other.agency && one.route.shortName === other.route.shortName;
}

function changeOf(route: HandRoute, before: HandRoute | undefined): "new" | "same" | (keyof HandRoute)[] {
  if (!before) return "new";
  const facts = Object.keys(route) as (keyof HandRoute)[];
  const changed = facts.filter((fact) => !isDeepStrictEqual(route[fact], before[fact]));
  return changed.length === 0 ? "same" : changed;
}
