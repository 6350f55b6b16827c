import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { answerJoin } from "~/data/groups.server";
import { requireGroupId, requirePerson, whatCameOf } from "~/http/group.server";
import { readJoining, tellGroup } from "~/http/group-people.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";

export function loader() {
  return redirect("/group");
}

/** A yes or no to who asks to come in. */
export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { token } = await requirePerson(request);
    const groupId = requireGroupId(params.groupId);
    const read = readJoining(await request.formData());
    if (!read) return tellGroup(groupId, "old-form");
    const kind = whatCameOf(await answerJoin({ ...read, token, groupId }));
    if (kind === "in" || kind === "moved-on") return tellGroup(groupId, kind);
    return tellGroup(groupId, kind === "ended" ? "turned-down" : "old-form");
  });
}

/** Never drawn: it makes this a page, so that a refusal is one too, and not JSON. */
export default function Nothing() {
  return null;
}
