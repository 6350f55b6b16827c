/** agency.txt and routes.txt: who runs which line, and by what name and color people know it. */
import type { RouteName } from "~/domain/journey";
import type { CsvRows } from "~/transit/gtfs/csv";
import type { Agency, Routes } from "~/transit/gtfs/feed";
import { Ids } from "~/transit/gtfs/ids";
import { isTimeZone } from "~/transit/timetable/service-day";

export function readAgencies(rows: CsvRows): { agencies: Agency[]; ids: Ids } {
  const [id, name, zone] = [
    rows.column("agency_id"),
    rows.required("agency_name"),
    rows.required("agency_timezone"),
  ];
  const ids = new Ids();
  const agencies: Agency[] = [];
  while (rows.next()) {
    if (rows.add(id, ids) < 0) rows.fault(id, `${rows.shown(id)} is there twice`);
    const timeZone = rows.text(zone);
    if (!isTimeZone(timeZone)) rows.fault(zone, `${rows.shown(zone)} is not a time zone`);
    agencies.push({ agencyId: rows.text(id), name: rows.name(name), timeZone });
  }
  rows.refuseEmpty(agencies.length, "agency");
  return { agencies, ids };
}

export function readRoutes(rows: CsvRows, agencies: Agency[], agencyIds: Ids): { routes: Routes; ids: Ids } {
  const id = rows.required("route_id");
  const agency = rows.column("agency_id");
  const ids = new Ids();
  const names: RouteName[] = [];
  const agencyOf: number[] = [];
  const nameOf = routeNames(rows);
  while (rows.next()) {
    if (!rows.addOwn(id, ids)) continue;
    names.push(nameOf());
    const found = rows.find(agency, agencyIds);
    if (found < 0 && rows.trusts("agency.txt")) refuseAgency(rows, agency, agencies);
    agencyOf.push(Math.max(found, 0));
  }
  rows.refuseEmpty(names.length, "route");
  return { routes: { ids: ids.texts(), names, agency: Int32Array.from(agencyOf) }, ids };
}

function refuseAgency(rows: CsvRows, agency: number, agencies: Agency[]): void {
  if (!rows.blank(agency)) rows.fault(agency, `${rows.shown(agency)} is not in agency.txt`);
  else if (agencies.length > 1) rows.fault(agency, "agency_id is blank, and there are several agencies");
}

function routeNames(rows: CsvRows): () => RouteName {
  const [short, long] = [rows.column("route_short_name"), rows.column("route_long_name")];
  const [color, textColor] = [rows.column("route_color"), rows.column("route_text_color")];
  rows.required("route_type");
  return () => ({
    shortName: rows.name(short),
    longName: rows.name(long),
    color: colorOf(rows.text(color), "#ffffff"),
    textColor: colorOf(rows.text(textColor), "#000000"),
  });
}

function colorOf(text: string, otherwise: string): string {
  return /^[0-9a-f]{6}$/i.test(text) ? `#${text.toLowerCase()}` : otherwise;
}
