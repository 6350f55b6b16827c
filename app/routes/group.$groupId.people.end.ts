import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { leaveGroup } from "~/data/groups.server";
import { requireGroupId, requirePerson, whatCameOf } from "~/http/group.server";
import { readLeaving, tellGroup, tellOwn } from "~/http/group-people.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";

export function loader() {
  return redirect("/group");
}

/** Ends the access of somebody, be it oneself; takes back an invitation, or what one asked for. */
export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { token, personId: self } = await requirePerson(request);
    const groupId = requireGroupId(params.groupId);
    const read = readLeaving(await request.formData());
    if (!read) return tellGroup(groupId, "old-form");
    const kind = whatCameOf(await leaveGroup({ ...read, token, groupId }));
    if (kind === "too-few") return tellGroup(groupId, kind);
    if (kind !== "ended") return tellGroup(groupId, "old-form");
    return read.personId === self ? tellOwn("left") : tellGroup(groupId, kind);
  });
}

/** Never drawn: it makes this a page, so that a refusal is one too, and not JSON. */
export default function Nothing() {
  return null;
}
