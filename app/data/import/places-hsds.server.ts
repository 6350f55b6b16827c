/** A places file in HSDS 3.x JSON: every shelter, warming center and day center at every one of its locations. */
import { draftOfRow } from "./draft-of-row.server";
import type { PlacesFile } from "./drafts.server";
import { cellsOf } from "./hsds-cells.server";
import type { AtLocation } from "./hsds-cells.server";
import { catalogOf, kindsOf, servicesAtLocations } from "./hsds-services.server";
import { hsdsTables } from "./hsds-tables.server";
import type { HsdsTables } from "./hsds-tables.server";
import { keepSafetyShelter, refuseAtSafetyShelters, spotsOf } from "./safety.server";

export function readPlacesHsds(text: string, timeZone: string): PlacesFile {
  const file: PlacesFile = { places: [], safetyShelters: [], refused: [], notes: [] };
  const tables = tablesIn(text);
  if ("reason" in tables) return { ...file, refused: [{ key: null, column: null, ...tables }] };

  const catalog = catalogOf(tables);
  const kinds = kindsOf(catalog);
  const others = [...kinds.values()].filter((kind) => kind === "other").length;
  if (others > 0)
    file.notes.push(`Services passed over, being no shelter, warming center or day center: ${others}.`);
  for (const at of servicesAtLocations(catalog, kinds, timeZone)) readOne(file, at);
  if (tables.service_capacities.some(({ available }) => available)) {
    file.notes.push("Free beds in the file are not taken: a count is what staff say (npm run report).");
  }
  refuseAtSafetyShelters(file);
  return file;
}

function tablesIn(text: string): HsdsTables | { line: number | null; reason: string } {
  try {
    const tables = hsdsTables(JSON.parse(text.replace(/^\uFEFF/, "")));
    return typeof tables === "string" ? { line: null, reason: tables } : tables;
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem;
    const at = /position (\d+)/.exec(problem.message)?.[1];
    const line = at === undefined ? null : text.slice(0, Number(at)).split("\n").length;
    const reason =
      "is not JSON, or not all of it: a comma, a quote or a bracket is missing or too many. Ask for the file anew";
    return { line, reason };
  }
}

function readOne(file: PlacesFile, at: AtLocation): void {
  const { key, hours } = at;
  const cells = cellsOf(at);
  const read = draftOfRow(cells);
  if (hours.notUnderstood > 0) {
    file.notes.push(
      `${cells.name} (${key}): ${hours.notUnderstood} schedules are not weekly hours: hours left unknown.`,
    );
  }
  if (read.kind === "place") {
    const ids = { programKey: at.service.id!, siteKey: at.location?.id ?? key };
    const organizationKey = at.organization?.id ?? read.draft.organizationKey;
    file.places.push({ line: null, draft: { ...read.draft, ...ids, organizationKey } });
  } else if (read.kind === "refused") {
    file.refused.push(...read.faults.map((fault) => ({ line: null, key, ...fault })));
  } else keepSafetyShelter(file, { line: null, key, ...read }, spotsOf(cells.address, cells.lat, cells.lon));
}
