/** A places file in HSDS 3.x JSON: every shelter, warming center and day center at every one of its locations. */
import { HOUSEHOLDS, UNITS } from "~/domain/pool";
import { draftOfRow } from "./draft-of-row.server";
import type { PlacesFile } from "./drafts.server";
import { cellsOf } from "./hsds-cells.server";
import type { AtLocation } from "./hsds-cells.server";
import { hoursOfSchedules } from "./hsds-hours.server";
import { kindOf } from "./hsds-kinds.server";
import type { ServiceKind, Term } from "./hsds-kinds.server";
import { byId, hsdsTables } from "./hsds-tables.server";
import type { HsdsRow, HsdsTables } from "./hsds-tables.server";
import { keepSafetyShelter, refuseAtSafetyShelters, spotsOf } from "./safety.server";

export function readPlacesHsds(text: string, timeZone: string): PlacesFile {
  const file: PlacesFile = { places: [], safetyShelters: [], refused: [], notes: [] };
  const tables = tablesIn(text);
  if ("reason" in tables) return { ...file, refused: [{ key: null, column: null, ...tables }] };

  const kinds = kindsOf(tables);
  const others = [...kinds.values()].filter((kind) => kind === "other").length;
  if (others > 0)
    file.notes.push(`Services passed over, being no shelter, warming center or day center: ${others}.`);
  for (const at of servicesAtLocations(tables, kinds, timeZone)) readOne(file, at);
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
    return { line, reason: `is not JSON: ${problem.message}` };
  }
}

function kindsOf(tables: HsdsTables): Map<string, ServiceKind> {
  const organizations = byId(tables.organizations);
  const kinds = new Map<string, ServiceKind>();
  for (const [id, service] of byId(tables.services)) {
    const closed = /^(?:inactive|defunct|temporarily closed)$/i.test(service.status ?? "");
    const organization = organizations.get(service.organization_id ?? "");
    const links = [id, ...linkIds(tables, id)];
    if (!closed) kinds.set(id, kindOf(service, organization, termsOf(tables, links)));
  }
  return kinds;
}

function linkIds({ service_at_locations }: HsdsTables, serviceId: string): string[] {
  return service_at_locations.filter((row) => row.service_id === serviceId).flatMap(({ id }) => id ?? []);
}

function* servicesAtLocations(
  tables: HsdsTables,
  kinds: Map<string, ServiceKind>,
  timeZone: string,
): Generator<AtLocation> {
  const services = byId(tables.services);
  const [organizations, locations] = [byId(tables.organizations), byId(tables.locations)];
  for (const [serviceId, kind] of kinds) {
    if (kind === "other") continue;
    const service = services.get(serviceId)!;
    const places = [...byId(tables.service_at_locations).values()].filter(
      (row) => row.service_id === serviceId,
    );
    // A service without a location still says something: that it lacks one, or a hotline.
    for (const { id: placeId = serviceId, location_id } of places.length > 0 ? places : ([{}] as HsdsRow[])) {
      const links = [placeId, serviceId, location_id ?? ""];
      const of = (rows: HsdsRow[]) => nearest(rows, [placeId, location_id ?? "", serviceId]);
      yield {
        key: placeId,
        kind,
        service,
        organization: organizations.get(service.organization_id ?? ""),
        location: locations.get(location_id ?? ""),
        address: tables.addresses.find((row) => row.location_id === location_id && isPhysical(row)),
        phones: nearest(tables.phones, [
          placeId,
          location_id ?? "",
          serviceId,
          service.organization_id ?? "",
        ]),
        accessibility: tables.accessibility.filter((row) => row.location_id === location_id),
        documents: tables.required_documents.filter((row) => row.service_id === serviceId),
        languages: of(tables.languages),
        terms: termsOf(tables, links),
        pools: poolsOf(tables, serviceId),
        hours: hoursOfSchedules(of(tables.schedules), timeZone),
      };
    }
  }
}

/** The rows of the first id that has any: what is said of the service at this location beats what is said of either. */
function nearest(rows: HsdsRow[], ids: string[]): HsdsRow[] {
  const owners = ["service_at_location_id", "location_id", "service_id", "organization_id"];
  for (const id of ids) {
    const own = rows.filter((row) => id !== "" && owners.some((owner) => row[owner] === id));
    if (own.length > 0) return own;
  }
  return [];
}

function isPhysical({ address_type, type }: HsdsRow): boolean {
  return !/postal|mail|virtual/i.test(address_type ?? type ?? "physical");
}

function termsOf({ attributes, taxonomy_terms }: HsdsTables, links: string[]): Term[] {
  const terms = byId(taxonomy_terms);
  return attributes
    .filter(({ link_id }) => link_id && links.includes(link_id))
    .map(({ taxonomy_term_id, value, label }) => {
      const term = terms.get(taxonomy_term_id ?? "");
      return { code: term?.code ?? label ?? "", name: term?.name ?? label ?? "", value: value ?? "" };
    });
}

function poolsOf(tables: HsdsTables, serviceId: string): string {
  const units = byId(tables.units);
  return tables.service_capacities
    .filter(({ service_id, maximum }) => service_id === serviceId && maximum)
    .map(({ id, unit_id, maximum }) => {
      const unitName = units.get(unit_id ?? "")?.name?.toLowerCase() ?? "";
      const unit = UNITS.find((name) => unitName.includes(name)) ?? "bed";
      const said = termsOf(tables, id ? [id] : []);
      const households: readonly string[] = HOUSEHOLDS;
      const household = said.find(
        ({ code, value }) => code === "household" || households.includes(value),
      )?.value;
      const people = said.find(({ code }) => code === "people_per_unit")?.value;
      return `${household ?? "anyone"} ${unit} x${Math.floor(Number(maximum))}${people ? ` of ${people}` : ""}`;
    })
    .join("; ");
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
