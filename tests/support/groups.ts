/** Groups to begin a test with: people who have signed in, and an open group of two coordinators. */
import type { Sql } from "~/data/connection.server";

export type Seeded = { personId: number; email: string; token: string };

/** Somebody who has signed in on a device of their own. */
export async function seedPerson(
  owner: Sql,
  { name = "Rosa", isOperator = false }: { name?: string; isOperator?: boolean } = {},
): Promise<Seeded> {
  const token = crypto.randomUUID();
  const email = `${name.toLowerCase().replaceAll(" ", ".")}-${token.slice(0, 8)}@example.org`;
  const [{ personId }] = await owner<[{ personId: number }]>`
    insert into people (name, email, is_operator) values (${name}, ${email}, ${isOperator})
    returning person_id`;
  await owner`
    insert into sessions (person_id, token_sha256)
    values (${personId}, sha256(convert_to(${token}, 'UTF8')))`;
  return { personId, email, token };
}

export type SeededGroup = { groupId: number; rosa: Seeded; luis: Seeded };

/** An open group; Rosa and Luis coordinate it, Rosa is on call. */
export async function seedGroup(
  owner: Sql,
  regionId: number,
  { name = "WyCo Mutual Aid", zips = [] }: { name?: string; zips?: string[] } = {},
): Promise<SeededGroup> {
  const rosa = await seedPerson(owner);
  const luis = await seedPerson(owner, { name: "Luis" });
  const [{ groupId }] = await owner<[{ groupId: number }]>`
    insert into groups (region_id, name, zips, state, begun_by, decided_by, decided_at)
    values (
      ${regionId},
      ${name},
      string_to_array(${zips.join(" ")}, ' '),
      'open',
      ${rosa.personId},
      ${rosa.personId},
      clock_timestamp()
    )
    returning group_id`;
  await joinGroup(owner, groupId, rosa, "coordinator", true);
  await joinGroup(owner, groupId, luis, "coordinator");
  return { groupId, rosa, luis };
}

export async function joinGroup(
  owner: Sql,
  groupId: number,
  { personId }: Seeded,
  role: "member" | "coordinator" = "member",
  onCall = false,
): Promise<void> {
  await owner`
    insert into group_people (group_id, person_id, role, entry, on_call)
    values (${groupId}, ${personId}, ${role}, 'in', ${onCall})`;
}

/** Somebody who has signed in and is in the group. */
export async function seedMember(
  owner: Sql,
  groupId: number,
  { name = "Maya" }: { name?: string } = {},
): Promise<Seeded> {
  const member = await seedPerson(owner, { name });
  await joinGroup(owner, groupId, member);
  return member;
}
