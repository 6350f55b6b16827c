/** Who runs what. */
import { sql, within } from "./database.server";

export type Organization = { organizationId: number; name: string };

/** All of them, by name. */
export async function findOrganizations(): Promise<Organization[]> {
  return within(sql<Organization[]>`
    select organization_id, name
    from organizations
    order by name, organization_id`);
}
