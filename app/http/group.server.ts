/** The pages of a mutual aid group: who is signed in, and what they are there. */
import { redirect } from "@remix-run/node";
import { groupSheet } from "~/data/groups.server";
import type { GroupRole, GroupSheet } from "~/domain/group";
import { onwardCookie } from "~/http/onward.server";
import { notFound } from "~/http/refusals.server";
import { endCookie, findStaff, type Staff } from "~/http/staff.server";
import { tabletToken } from "~/http/tablet.server";

export type InGroup = { staff: Staff; group: GroupSheet };

/**
 * Somebody signed in on a device of their own; by PIN on a shared tablet nobody opens a group. Nobody is led to sign in, or
 * to where new people come in, and from there back.
 */
export async function requirePerson(
  request: Request,
  signIn: "/staff/sign-in" | "/join" = "/staff/sign-in",
): Promise<Staff> {
  const staff = await findStaff(request);
  if (!staff && tabletToken(request) === null) {
    const headers = new Headers({ "Set-Cookie": endCookie() });
    headers.append("Set-Cookie", onwardCookie(request));
    throw redirect(signIn, { headers });
  }
  if (!staff || staff.tablet?.byPin) throw redirect("/staff");
  return staff;
}

/**
 * Throws 404 for a group that is not theirs, be it there or not; and for a member where a coordinator is needed. The operator
 * of the server, who decides about groups, sees of one they are not in only who belongs to it.
 */
export async function requireGroup(
  request: Request,
  id: string | undefined,
  as: GroupRole | "decider" = "member",
) {
  const staff = await requirePerson(request);
  const group = await groupSheet(staff.token, requireGroupId(id));
  if (!group || !(as === "coordinator" ? group.isCoordinator : group.isMember || as === "decider"))
    throw notFound();
  return { staff, group } satisfies InGroup;
}

/** What a page of the group needs of it: of its people nothing. */
export function headOf({ groupId, name, isCoordinator }: GroupSheet) {
  return { groupId, name, isCoordinator };
}

export function requireGroupId(id = ""): number {
  if (!/^\d{1,15}$/.test(id)) throw notFound();
  return Number(id);
}

type NotTheirs = "signed-out" | "unknown-group";

/** What came of a change; throws where nobody is signed in any more, or the group is none of theirs. */
export function whatCameOf<Kind extends string>({ kind }: { kind: Kind }): Exclude<Kind, NotTheirs> {
  if (kind === "signed-out") throw redirect("/staff/sign-in");
  if (kind === "unknown-group") throw notFound();
  return kind as Exclude<Kind, NotTheirs>;
}
