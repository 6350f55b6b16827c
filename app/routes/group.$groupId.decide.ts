import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { decideGroup } from "~/data/groups.server";
import { requireGroupId, requirePerson, whatCameOf } from "~/http/group.server";
import { readDeciding, tellGroup, tellOwn } from "~/http/group-people.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";

export function loader() {
  return redirect("/group");
}

/** By who runs this server: lets a group in, or ends it. */
export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { token } = await requirePerson(request);
    const groupId = requireGroupId(params.groupId);
    const read = readDeciding(await request.formData());
    if (!read) return tellGroup(groupId, "old-form");
    const kind = whatCameOf(await decideGroup({ ...read, token, groupId }));
    if (kind === "open") return tellGroup(groupId, "opened");
    if (kind === "closed") return tellOwn(kind);
    return tellOwn(kind === "moved-on" ? kind : "old-form");
  });
}

/** Never drawn: it makes this a page, so that a refusal is one too, and not JSON. */
export default function Nothing() {
  return null;
}
