/** Mutual aid groups: each change is one statement, done once for its key, in the name of whoever's session it is. */
import type { Row } from "postgres";
import type { GroupPerson, GroupRole, GroupSheet, ListedGroup, OwnGroup } from "~/domain/group";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";

type Change = { key: string; token: string; groupId: number };
type NotDone = "signed-out" | "unknown-group" | "key-used-otherwise" | "out-of-range";

/** Whom to write to; null where nobody is: sent before, or shut out by the operator. */
export type Invited = { kind: "invited"; email?: string | null; language?: string };
export type Begun =
  | (Omit<Invited, "kind"> & { kind: "begun"; groupId: number })
  | { kind: NotDone | "unknown-region" | "too-many" | "name-taken" | "yourself" };
export type InvitedOrNot = Invited | { kind: NotDone | "too-many" | "yourself" | "in-already" | "in" };
export type Answered = { kind: NotDone | "in" | "ended" | "moved-on" };
export type AskedToJoin = { kind: NotDone | "asked" | "in" | "in-already" | "too-soon" | "too-many" };
export type Changed = { kind: NotDone | "changed" | "moved-on" | "too-few" | "name-taken" };
export type Left = { kind: NotDone | "ended" | "too-few" };
export type Decided = { kind: NotDone | "open" | "closed" | "moved-on" };

export type ToBegin = {
  key: string;
  token: string;
  regionId: number;
  name: string;
  about: string | null;
  zips: string[];
  second: { name: string; email: string };
};

/** Those that families are told of. */
export async function listedGroups(regionId: number): Promise<ListedGroup[]> {
  return within(sql<ListedGroup[]>`
    select group_id, region_id, name, about, zips::text[] as zips
    from listed_groups
    where region_id = ${regionId}
    order by name`);
}

/** One of them, or none. */
export async function findListedGroup(groupId: number): Promise<ListedGroup | undefined> {
  const [group] = await within(sql<[ListedGroup?]>`
    select group_id, region_id, name, about, zips::text[] as zips
    from listed_groups
    where group_id = ${groupId}`);
  return group;
}

export async function beginGroup({
  key,
  token,
  regionId,
  name,
  about,
  zips,
  second,
}: ToBegin): Promise<Begun> {
  return one(sql`
    select begin_group(
      ${key},
      ${token},
      ${regionId},
      ${name},
      ${about},
      ${zips},
      ${second.name},
      ${second.email}
    ) as answer`);
}

export async function inviteToGroup(
  invited: Change & { email: string; name: string; role: GroupRole },
): Promise<InvitedOrNot> {
  const { key, token, groupId, email, name, role } = invited;
  return one(sql`select invite_to_group(${key}, ${token}, ${groupId}, ${email}, ${name}, ${role}) as answer`);
}

/** By saying yes they say what they are called. */
export async function answerInvitation(
  answer: Change & { saysYes: boolean; name: string | null },
): Promise<Answered> {
  const { key, token, groupId, saysYes, name } = answer;
  return one(sql`select answer_invitation(${key}, ${token}, ${groupId}, ${saysYes}, ${name}) as answer`);
}

export async function askToJoin({
  key,
  token,
  groupId,
  words,
}: Change & { words: string | null }): Promise<AskedToJoin> {
  return one(sql`select ask_to_join(${key}, ${token}, ${groupId}, ${words}) as answer`);
}

export async function answerJoin(answer: Change & { personId: number; saysYes: boolean }): Promise<Answered> {
  const { key, token, groupId, personId, saysYes } = answer;
  return one(sql`select answer_join(${key}, ${token}, ${groupId}, ${personId}, ${saysYes}) as answer`);
}

export async function changeRole(
  change: Change & { personId: number; role: GroupRole; isOnCall: boolean },
): Promise<Changed> {
  const { key, token, groupId, personId, role, isOnCall } = change;
  return one(
    sql`select change_role(${key}, ${token}, ${groupId}, ${personId}, ${role}, ${isOnCall}) as answer`,
  );
}

/** Somebody else, by a coordinator; or themselves. */
export async function leaveGroup({
  key,
  token,
  groupId,
  personId,
}: Change & { personId: number }): Promise<Left> {
  return one(sql`select leave_group(${key}, ${token}, ${groupId}, ${personId}) as answer`);
}

export async function describeGroup(
  change: Change & { name: string; about: string | null; zips: string[] },
): Promise<Changed> {
  const { key, token, groupId, name, about, zips } = change;
  return one(sql`select describe_group(${key}, ${token}, ${groupId}, ${name}, ${about}, ${zips}) as answer`);
}

/** By the operator of the server: lets it in, or ends it. */
export async function decideGroup({
  key,
  token,
  groupId,
  letsIn,
}: Change & { letsIn: boolean }): Promise<Decided> {
  return one(sql`select decide_group(${key}, ${token}, ${groupId}, ${letsIn}) as answer`);
}

export async function myGroups(token: string): Promise<OwnGroup[]> {
  return one(sql`select my_groups(${token}) as answer`);
}

/** Null: not theirs to see. */
export async function groupSheet(token: string, groupId: number): Promise<GroupSheet | null> {
  type Told = Omit<GroupSheet, "people"> & { people: (Omit<GroupPerson, "since"> & { since: string })[] };
  const told = await one<Told | null>(sql`select group_sheet(${token}, ${groupId}) as answer`);
  return (
    told && { ...told, people: told.people.map((person) => ({ ...person, since: new Date(person.since) })) }
  );
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}
