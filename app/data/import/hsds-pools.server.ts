/** HSDS service capacities as the line of pools a CSV would hold. */
import { HOUSEHOLDS, UNITS } from "~/domain/pool";
import type { Catalog } from "./hsds-services.server";

/** One capacity is one household and unit; the household stands in an attribute of it. */
export function poolsOf({ capacities, units, terms }: Catalog, serviceId: string): string {
  const households: readonly string[] = HOUSEHOLDS;
  return (capacities.get(serviceId) ?? [])
    .filter(({ maximum }) => maximum)
    .map(({ id, unit_id, maximum }) => {
      const unitName = units.get(unit_id ?? "")?.name?.toLowerCase() ?? "";
      const unit = UNITS.find((name) => unitName.includes(name)) ?? "bed";
      const said = terms.get(id ?? "") ?? [];
      const household = said.find(({ code, value }) => code === "household" || households.includes(value));
      const people = said.find(({ code }) => code === "people_per_unit")?.value;
      const of = people ? ` of ${people}` : "";
      return `${household?.value ?? "anyone"} ${unit} x${Math.floor(Number(maximum))}${of}`;
    })
    .join("; ");
}
