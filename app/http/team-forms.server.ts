/** The forms of who manages an organization: a new tablet, one that ends, a person let in, one whose access ends. */
import { z } from "zod";
import { STAFF_ROLES } from "~/domain/staff";
import type { Language } from "~/text/language";
import { membersWords } from "~/text/members";
import { staffWords } from "~/text/staff";

const key = z.uuid();
const id = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
// Control characters are no part of what people write, and some of them no database takes.
export const line = (most: number) =>
  z
    .string()
    .transform((typed) => typed.replaceAll(/[\p{Cc}\s]+/gu, " ").trim())
    .refine((typed) => typed.length > 0 && typed.length <= most);

const LONGEST_TABLET = 40;
const LONGEST_NAME = 100;
const LONGEST_EMAIL = 254;

export type TypedTablet = { organizationId: number | null; name: string };
export type ReadTablet =
  | { kind: "tablet"; key: string; organizationId: number; name: string; typed: TypedTablet }
  | { kind: "unclear"; problem: "noName" | "oldForm"; typed: TypedTablet };

export function readTablet(form: FormData): ReadTablet {
  const organizationId = id.safeParse(form.get("organization")).data ?? null;
  const typed = { organizationId, name: kept(form, "name", LONGEST_TABLET) };
  const ours = key.safeParse(form.get("key"));
  if (!ours.success || organizationId === null) return { kind: "unclear", problem: "oldForm", typed };
  const name = line(LONGEST_TABLET).safeParse(form.get("name"));
  if (!name.success) return { kind: "unclear", problem: "noName", typed };
  return { kind: "tablet", key: ours.data, organizationId, name: name.data, typed };
}

/** Null: no form of ours. */
export function readEnding(form: FormData): { key: string; tabletId: number } | null {
  const read = z.object({ key, tablet: id }).safeParse(Object.fromEntries(form));
  return read.success ? { key: read.data.key, tabletId: read.data.tablet } : null;
}

const member = z.object({
  key,
  organization: id,
  name: line(LONGEST_NAME),
  email: z.string().trim().max(LONGEST_EMAIL).pipe(z.email()),
  role: z.enum(STAFF_ROLES),
});

export type TypedMember = {
  organizationId: number | null;
  name: string;
  email: string;
  role: (typeof STAFF_ROLES)[number] | null;
};
export type MemberProblems = Partial<Record<"name" | "email" | "role" | "form", string>>;
export type ReadMember =
  | { kind: "member"; member: z.infer<typeof member>; typed: TypedMember }
  | { kind: "unclear"; problems: MemberProblems; typed: TypedMember };

export function readMember(form: FormData, language: Language): ReadMember {
  const typed = {
    organizationId: id.safeParse(form.get("organization")).data ?? null,
    name: kept(form, "name", LONGEST_NAME),
    email: kept(form, "email", LONGEST_EMAIL),
    role: member.shape.role.safeParse(form.get("role")).data ?? null,
  };
  const read = member.safeParse(Object.fromEntries(form));
  if (read.success) return { kind: "member", member: read.data, typed };
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
  const words = membersWords[language];
  const problems = {
    ...(wrong.has("name") && { name: words.noName }),
    ...(wrong.has("email") && { email: staffWords[language].notAnEmail }),
    ...(wrong.has("role") && { role: words.noRole }),
    ...((wrong.has("key") || wrong.has("organization")) && { form: words.oldForm }),
  };
  return { kind: "unclear", problems, typed };
}

/** Null: no form of ours. */
export function readLeaving(
  form: FormData,
): { key: string; organizationId: number; personId: number } | null {
  const read = z.object({ key, organization: id, person: id }).safeParse(Object.fromEntries(form));
  if (!read.success) return null;
  return { key: read.data.key, organizationId: read.data.organization, personId: read.data.person };
}

/** As it was typed; a little longer than is taken, so that one sees what to leave out. */
export function kept(form: FormData, name: string, most: number): string {
  const typed = form.get(name);
  return typeof typed === "string" ? typed.slice(0, most + 50) : "";
}
