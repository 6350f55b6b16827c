import { expect, test } from "vitest";
import { readAgencies, readRoutes } from "~/transit/gtfs/read-routes";
import { rowsOf, said } from "./rows";

const TWO =
  "agency_id,agency_name,agency_url,agency_timezone\na,One,http://a,America/Chicago\nb,Two,http://b,America/Denver\n";

function routes(agencyText: string, text: string) {
  const { agencies, ids } = readAgencies(rowsOf(agencyText, "agency.txt").rows);
  const { rows, faults } = rowsOf(text, "routes.txt");
  return { ...readRoutes(rows, agencies, ids).routes, faults: said(faults) };
}

test("a route has its names, and colors as the agency prints them", () => {
  const { names } = routes(
    "agency_name,agency_timezone\nOne,America/Chicago\n",
    "route_id,route_short_name,route_long_name,route_type,route_color,route_text_color\n1,101,State,3,00AAff,\n2,,Red,1,red,\n",
  );
  expect(names).toEqual([
    { shortName: "101", longName: "State", color: "#00aaff", textColor: "#000000" },
    { shortName: "", longName: "Red", color: "#ffffff", textColor: "#000000" },
  ]);
});

test("belongs to its agency, or to the only one", () => {
  expect([...routes(TWO, "route_id,agency_id,route_type\n1,b,3\n2,a,3\n").agency]).toEqual([1, 0]);
  expect([...routes("agency_name,agency_timezone\nOne,UTC\n", "route_id,route_type\n1,3\n").agency]).toEqual([
    0,
  ]);
});

test("an unknown agency is a fault, and no agency where there are several", () => {
  expect(routes(TWO, "route_id,agency_id,route_type\n1,c,3\n2,,3\n").faults).toEqual([
    'routes.txt:2 agency_id: "c" is not in agency.txt',
    "routes.txt:3 agency_id: agency_id is blank, and there are several agencies",
  ]);
});
