/** All ways on foot between the stops of a timetable: by distance, through stations, and as transfers.txt has them. */
import { doorwaysOf, type Inside } from "~/transit/stations/doorways";
import type { Footpaths } from "~/transit/timetable/footpaths";
import { generatedPaths } from "~/transit/timetable/generated-paths";
import { insideLinks } from "~/transit/stations/inside-links";
import type { Changes } from "~/transit/timetable/merge-transfers";
import type { Grid } from "~/transit/timetable/nearby";
import { namedRules, ruledLinks, rulesByPair } from "~/transit/timetable/pair-rules";
import type { Timetable } from "~/transit/timetable/timetable";

type Linked = Pick<Timetable, "footpaths" | "stepFreePaths" | "doorways" | "transfers">;

export function linked(
  { inside, changes }: { inside: Inside; changes: Changes },
  { grid, linkM, trips }: { grid: Grid; linkM: number; trips: number },
): Linked {
  const stops = grid.lat.length;
  const street = { grid, linkM };
  const doorways = doorwaysOf(inside, grid);
  const { usual, stepFree } = insideLinks(inside, doorways, street);
  const rules = rulesByPair(changes.rules, stops);
  const links = ruledLinks(rules, { ...street, changed: usual });
  const footpaths = generatedPaths(street, links);
  const stepFreePaths = doorways
    ? generatedPaths(street, ruledLinks(rules, { ...street, changed: stepFree, withSteps: usual }))
    : null;
  const keys = (pairs: [number, number][]) => new Set(pairs.map(([from, to]) => from * trips + to));
  return {
    footpaths,
    stepFreePaths: stepFreePaths && isSame(footpaths, stepFreePaths) ? null : stepFreePaths,
    doorways,
    transfers: { ...namedRules(rules, links, stops), stays: keys(changes.stays), parts: keys(changes.parts) },
  };
}

function isSame(a: Footpaths, b: Footpaths): boolean {
  return (["first", "from", "metres", "fixedS", "minS"] as const).every(
    (column) =>
      a[column].length === b[column].length && a[column].every((value, i) => value === b[column][i]),
  );
}
