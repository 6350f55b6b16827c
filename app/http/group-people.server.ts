/** The forms about the people of a group, and what the page is told of a tap. */
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { GROUP_ROLES, type GroupRole } from "~/domain/group";
import { email, id, key, personName, type Problems } from "~/http/group-forms.server";
import { kept } from "~/http/team-forms.server";
import { groupPeopleWords } from "~/text/group-people";
import type { Language } from "~/text/language";
import { GROUP_SAID, type GroupSaid } from "~/text/own-groups";
import { staffWords } from "~/text/staff";

const said = z.enum(GROUP_SAID);
const yesOrNo = z.enum(["yes", "no"]).transform((word) => word === "yes");

export function groupSaid(request: Request): GroupSaid | null {
  return said.safeParse(new URL(request.url).searchParams.get("said")).data ?? null;
}

/** To a group's page, or to all of one's groups, with what a tap has done. */
export function tellGroup(groupId: number, what: GroupSaid) {
  return redirect(`/group/${groupId}?said=${what}`);
}

export function tellOwn(what: GroupSaid) {
  return redirect(`/group?said=${what}`);
}

const joining = z.object({ key, person: id, say: yesOrNo });
const leaving = z.object({ key, person: id });
const deciding = z.object({ key, say: yesOrNo });
const CHANGES = {
  member: { role: "member", isOnCall: false },
  coordinator: { role: "coordinator", isOnCall: false },
  "on-call": { role: "coordinator", isOnCall: true },
} satisfies Record<string, { role: GroupRole; isOnCall: boolean }>;
const changing = z.object({ key, person: id, to: z.enum(["member", "coordinator", "on-call"]) });

/** Null, here and below: no form of ours. */
export function readJoining(form: FormData) {
  const { data } = joining.safeParse(Object.fromEntries(form));
  return data ? { key: data.key, personId: data.person, saysYes: data.say } : null;
}

export function readLeaving(form: FormData) {
  const { data } = leaving.safeParse(Object.fromEntries(form));
  return data ? { key: data.key, personId: data.person } : null;
}

export function readDeciding(form: FormData) {
  const { data } = deciding.safeParse(Object.fromEntries(form));
  return data ? { key: data.key, letsIn: data.say } : null;
}

export function readChanging(form: FormData) {
  const { data } = changing.safeParse(Object.fromEntries(form));
  return data ? { key: data.key, personId: data.person, ...CHANGES[data.to] } : null;
}

export type ReadAnswer =
  | { kind: "answer"; key: string; saysYes: boolean; name: string | null }
  | { kind: "unclear"; why: "name" | "old-form"; typed: string };

/** To an invitation. By saying yes they say what they are called. */
export function readAnswer(form: FormData): ReadAnswer {
  const typed = kept(form, "name", 100);
  const read = deciding.safeParse(Object.fromEntries(form));
  if (!read.success) return { kind: "unclear", why: "old-form", typed };
  const { key: ours, say: saysYes } = read.data;
  if (!saysYes) return { kind: "answer", key: ours, saysYes, name: null };
  const name = personName.safeParse(form.get("name"));
  if (!name.success) return { kind: "unclear", why: "name", typed };
  return { kind: "answer", key: ours, saysYes, name: name.data };
}

const invitation = z.object({ key, name: personName, email, role: z.enum(GROUP_ROLES) });

export type TypedInvitation = { name: string; email: string; role: GroupRole | null };
export type ReadInvitation =
  | { kind: "invitation"; invitation: z.infer<typeof invitation>; typed: TypedInvitation }
  | { kind: "unclear"; problems: Problems<"name" | "email" | "role">; typed: TypedInvitation };

export function readInvitation(form: FormData, language: Language): ReadInvitation {
  const typed = {
    name: kept(form, "name", 100),
    email: kept(form, "email", 254),
    role: invitation.shape.role.safeParse(form.get("role")).data ?? null,
  };
  const read = invitation.safeParse(Object.fromEntries(form));
  if (read.success) return { kind: "invitation", invitation: read.data, typed };
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
  const say = groupPeopleWords[language];
  const problems = {
    ...(wrong.has("name") && { name: groupPeopleWords[language].noName }),
    ...(wrong.has("email") && { email: staffWords[language].notAnEmail }),
    ...(wrong.has("role") && { role: say.noRole }),
    ...(wrong.has("key") && { form: say.inviteRefused["old-form"] }),
  };
  return { kind: "unclear", problems, typed };
}
