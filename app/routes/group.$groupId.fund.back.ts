import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { takeBackPledge } from "~/data/pledges.server";
import { ownPledges } from "~/data/stays.server";
import { readTakingBack } from "~/http/fund-form.server";
import { requireGroup } from "~/http/group.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { group } = await requireGroup(request, params.groupId);
    return redirect(`/group/${group.groupId}/fund`);
  });
}

/** What is not paid of one's own promise. */
export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const at = `/group/${group.groupId}/fund`;
    const read = readTakingBack(await request.formData());
    const own = read && (await ownPledges(staff.token, group.groupId));
    // A coordinator takes back for others on the stay's own page alone.
    if (!read || !own?.some(({ pledgeId }) => pledgeId === read.pledgeId))
      return redirect(`${at}?said=old-form`);
    const { kind } = await takeBackPledge({ ...read, token: staff.token });
    return redirect(`${at}?said=${kind === "taken-back" ? kind : "old-form"}`);
  });
}

/** Never drawn: it makes this a page, so that a refusal is one too, and not JSON. */
export default function Nothing() {
  return null;
}
