/** A shared tablet at the desk: whom its locked screen names, and what its managers see of it. */
import type { StaffRole } from "~/domain/staff";

/** On a person's own device: null. */
export type OnTablet = {
  name: string;
  /** Opened by PIN, which is worth what staff may do: managing needs a code by mail. */
  byPin: boolean;
};

export type TabletPerson = { personId: number; name: string; needsMail: boolean };

export type TabletScreen = { name: string; organization: string; people: TabletPerson[] };

export type ManagedTablet = {
  tabletId: number;
  name: string;
  enrolledBy: string;
  enrolledAt: Date;
  lastUsedAt: Date | null;
};

export type Member = { personId: number; name: string; email: string; role: StaffRole };

export type ManagedOrganization = {
  organizationId: number;
  name: string;
  timeZone: string;
  tablets: ManagedTablet[];
  people: Member[];
};

/** Anyone at the desk can read the screen: first names, and as much more as tells two people apart. */
export function namesOnScreen(people: readonly TabletPerson[]): TabletPerson[] {
  const shared = (name: string) =>
    people.filter((other) => firstName(other.name) === firstName(name)).length > 1;
  return people.map((person) => ({
    ...person,
    name: shared(person.name) ? person.name : firstName(person.name),
  }));
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
