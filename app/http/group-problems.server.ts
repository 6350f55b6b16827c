/** Why a group was not begun, not described, or nobody invited: said beside what it is about. */
import type { GroupField, Problems } from "~/http/group-forms.server";
import { groupPeopleWords } from "~/text/group-people";
import { groupsWords } from "~/text/groups";
import type { Language } from "~/text/language";
import { staffWords } from "~/text/staff";

type NotBegun =
  "unknown-region" | "too-many" | "name-taken" | "yourself" | "away" | "key-used-otherwise" | "out-of-range";

export function notBegun(kind: NotBegun, language: Language): Problems<GroupField> {
  const say = groupsWords[language].beginProblems;
  if (kind === "name-taken") return { name: say["name-taken"] };
  if (kind === "unknown-region") return { region: say.region };
  if (kind === "yourself") return { secondEmail: say.yourself };
  // All else was looked at before: what the database alone does not take is a mail address.
  if (kind === "out-of-range") return { secondEmail: staffWords[language].notAnEmail };
  return { form: say[kind === "key-used-otherwise" ? "old-form" : kind] };
}

type NotDescribed = "name-taken" | "key-used-otherwise" | "out-of-range" | "moved-on" | "too-few";

export function notDescribed(kind: NotDescribed, language: Language): Problems<GroupField> {
  const say = groupsWords[language].beginProblems;
  if (kind === "name-taken") return { name: say["name-taken"] };
  return { form: say["old-form"] };
}

type NotInvited = "too-many" | "yourself" | "in-already" | "away" | "key-used-otherwise" | "out-of-range";

export function notInvitedTo(kind: NotInvited, language: Language): Problems<"name" | "email" | "role"> {
  const say = groupPeopleWords[language].inviteRefused;
  if (kind === "yourself" || kind === "in-already") return { email: say[kind] };
  if (kind === "out-of-range") return { email: staffWords[language].notAnEmail };
  return { form: say[kind === "key-used-otherwise" ? "old-form" : kind] };
}
