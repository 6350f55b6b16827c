/** Mutual aid groups: who belongs to one, and what it needs before families are told of it. */

export const GROUP_ROLES = ["member", "coordinator"] as const;
export type GroupRole = (typeof GROUP_ROLES)[number];

/** Two coordinators gather, the operator of the server lets it in. */
export type GroupState = "gathering" | "waiting" | "open" | "closed";
export type GroupEntry = "asked" | "invited" | "in" | "ended";

/** A group that families can ask; `zips` empty: the whole region. */
export type ListedGroup = {
  groupId: number;
  regionId: number;
  name: string;
  about: string | null;
  zips: string[];
};

export type OwnGroup = {
  groupId: number;
  name: string;
  region: string;
  state: GroupState;
  /** null: not theirs, only theirs to decide. */
  role: GroupRole | null;
  entry: GroupEntry | null;
  calledYou: string | null;
  isOnCall: boolean;
  /** As the operator. */
  decides: boolean;
  /** How many ask to come in, where that is theirs to answer. */
  asking: number;
};

export type GroupPerson = {
  personId: number;
  name: string;
  /** Coordinators see them. */
  email: string | null;
  role: GroupRole;
  entry: GroupEntry;
  words: string | null;
  isOnCall: boolean;
  since: Date;
};

export type GroupSheet = {
  groupId: number;
  regionId: number;
  region: string;
  timeZone: string;
  name: string;
  about: string | null;
  zips: string[];
  state: GroupState;
  /** False: the operator, who decides about it and is not in it. */
  isMember: boolean;
  isCoordinator: boolean;
  decides: boolean;
  /** Who is looking. */
  personId: number;
  people: GroupPerson[];
};

/** The groups to ask from a ZIP code, those that serve just that part first; without one, or where no part has it, all. */
export function groupsFor(groups: ListedGroup[], zip: string | null): ListedGroup[] {
  const near = groups.filter(({ zips }) => zips.length === 0 || (zip !== null && zips.includes(zip)));
  return (near.length > 0 ? near : groups).toSorted(
    (one, other) =>
      Number(other.zips.length > 0) - Number(one.zips.length > 0) || one.name.localeCompare(other.name),
  );
}
