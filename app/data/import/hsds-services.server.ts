/** The services of an HSDS file with all that belongs to them, found by their ids. */
import type { AtLocation } from "./hsds-cells.server";
import { hoursOfSchedules } from "./hsds-hours.server";
import { poolsOf } from "./hsds-pools.server";
import { kindOf } from "./hsds-kinds.server";
import type { ServiceKind, Term } from "./hsds-kinds.server";
import { byId, indexed } from "./hsds-tables.server";
import type { HsdsRow, HsdsTables } from "./hsds-tables.server";

type Rows = Map<string, HsdsRow[]>;
type One = Map<string, HsdsRow>;

export type Catalog = {
  organizations: One;
  services: One;
  locations: One;
  units: One;
  /** By service. */
  atLocations: Rows;
  documents: Rows;
  capacities: Rows;
  /** By location. */
  addresses: Rows;
  accessibility: Rows;
  /** By whatever they belong to. */
  terms: Map<string, Term[]>;
  phones: Rows;
  schedules: Rows;
  languages: Rows;
};

const OWNERS = ["service_at_location_id", "location_id", "service_id", "organization_id"];

/** Built once: an aggregator's file holds tens of thousands of rows. */
export function catalogOf(tables: HsdsTables): Catalog {
  return {
    organizations: byId(tables.organizations),
    services: byId(tables.services),
    locations: byId(tables.locations),
    units: byId(tables.units),
    atLocations: indexed([...byId(tables.service_at_locations).values()], "service_id"),
    documents: indexed(tables.required_documents, "service_id"),
    capacities: indexed(tables.service_capacities, "service_id"),
    addresses: indexed(tables.addresses, "location_id"),
    accessibility: indexed(tables.accessibility, "location_id"),
    terms: termsByLink(tables),
    phones: byOwner(tables.phones),
    schedules: byOwner(tables.schedules),
    languages: byOwner(tables.languages),
  };
}

/** Services that are still run, and what each is to us. */
export function kindsOf({ services, organizations, atLocations, terms }: Catalog): Map<string, ServiceKind> {
  const kinds = new Map<string, ServiceKind>();
  for (const [id, service] of services) {
    if (/^(?:inactive|defunct|temporarily closed)$/i.test(service.status ?? "")) continue;
    const links = [
      id,
      service.organization_id ?? "",
      ...(atLocations.get(id) ?? []).map((row) => row.id ?? ""),
    ];
    const said = links.flatMap((link) => terms.get(link) ?? []);
    kinds.set(id, kindOf(service, organizations.get(service.organization_id ?? ""), said));
  }
  return kinds;
}

export function* servicesAtLocations(
  catalog: Catalog,
  kinds: Map<string, ServiceKind>,
  timeZone: string,
): Generator<AtLocation> {
  for (const [serviceId, kind] of kinds) {
    if (kind === "other") continue;
    // A service without a location still says something: that it lacks one, or a hotline.
    const places = catalog.atLocations.get(serviceId) ?? [{ id: serviceId }];
    for (const place of places) yield { kind, ...oneOf(catalog, serviceId, place, timeZone) };
  }
}

function oneOf(
  catalog: Catalog,
  serviceId: string,
  place: HsdsRow,
  timeZone: string,
): Omit<AtLocation, "kind"> {
  const service = catalog.services.get(serviceId)!;
  const { id: key = serviceId, location_id: locationId = "" } = place;
  // What is said of the service beats what is said of the building: a shelter sleeps where a hall is open by day.
  const ids = [key, serviceId, locationId, service.organization_id ?? ""];
  const nearest = (rows: Rows) => ids.map((id) => rows.get(id)).find((found) => found !== undefined) ?? [];
  return {
    key,
    service,
    organization: catalog.organizations.get(service.organization_id ?? ""),
    location: catalog.locations.get(locationId),
    address: catalog.addresses.get(locationId)?.find(isPhysical),
    phones: nearest(catalog.phones),
    accessibility: catalog.accessibility.get(locationId) ?? [],
    documents: catalog.documents.get(serviceId) ?? [],
    languages: nearest(catalog.languages),
    terms: [key, serviceId, locationId].flatMap((id) => catalog.terms.get(id) ?? []),
    pools: poolsOf(catalog, serviceId),
    hours: hoursOfSchedules(nearest(catalog.schedules), timeZone),
  };
}

function byOwner(rows: HsdsRow[]): Rows {
  const merged: Rows = new Map();
  for (const owner of OWNERS) {
    for (const [id, own] of indexed(rows, owner)) merged.set(id, [...(merged.get(id) ?? []), ...own]);
  }
  return merged;
}

function isPhysical({ address_type, type }: HsdsRow): boolean {
  return !/postal|mail|virtual/i.test(address_type ?? type ?? "physical");
}

function termsByLink({ attributes, taxonomy_terms }: HsdsTables): Map<string, Term[]> {
  const terms = byId(taxonomy_terms);
  const termOf = ({ taxonomy_term_id, value, label }: HsdsRow): Term => {
    const term = terms.get(taxonomy_term_id ?? "");
    return { code: term?.code ?? label ?? "", name: term?.name ?? label ?? "", value: value ?? "" };
  };
  return new Map([...indexed(attributes, "link_id")].map(([link, rows]) => [link, rows.map(termOf)]));
}
