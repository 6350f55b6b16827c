import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { changeRole } from "~/data/groups.server";
import { requireGroupId, requirePerson, whatCameOf } from "~/http/group.server";
import { readChanging, tellGroup } from "~/http/group-people.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";

export function loader() {
  return redirect("/group");
}

/** What a person is in the group, and whether they are on call. */
export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { token } = await requirePerson(request);
    const groupId = requireGroupId(params.groupId);
    const read = readChanging(await request.formData());
    if (!read) return tellGroup(groupId, "old-form");
    const kind = whatCameOf(await changeRole({ ...read, token, groupId }));
    if (kind === "changed" || kind === "too-few" || kind === "moved-on") return tellGroup(groupId, kind);
    return tellGroup(groupId, "old-form");
  });
}

/** Never drawn: it makes this a page, so that a refusal is one too, and not JSON. */
export default function Nothing() {
  return null;
}
