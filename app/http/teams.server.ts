/** The organizations a person manages, with a key for each change that can be made of them. */
import { randomUUID } from "node:crypto";
import { managedOrganizations } from "~/data/tablets.server";
import type { Staff } from "~/http/staff.server";
import type { MemberProblems } from "~/http/team-forms.server";
import type { Language } from "~/text/language";
import { membersWords } from "~/text/members";
import { staffWords } from "~/text/staff";

export async function teamsOf({ token }: Staff) {
  const managed = await managedOrganizations(token);
  if (managed === null) return { kind: "needs-mail" as const };
  if (managed.length === 0) return { kind: "no-manager" as const };
  const withKey = <Of extends object>(of: Of) => ({ ...of, key: randomUUID() });
  const organizations = managed.map(({ tablets, people, ...organization }) => ({
    ...organization,
    tablets: tablets.map(withKey),
    people: people.map(withKey),
  }));
  return { kind: "teams" as const, formKey: randomUUID(), organizations };
}

type NotInvited =
  "yourself" | "shut-out" | "too-many" | "away" | "unknown-organization" | "key-used-otherwise";

/** Why nobody was let in, beside what it is about. */
export function notInvited(kind: NotInvited, language: Language): MemberProblems {
  const words = membersWords[language];
  switch (kind) {
    case "yourself":
      return { email: words.yourself };
    case "shut-out":
      return { email: words.shutOut };
    case "too-many":
      return { form: words.tooMany };
    case "away":
      return { form: staffWords[language].noMail };
    case "unknown-organization":
    case "key-used-otherwise":
      return { form: words.oldForm };
  }
}
