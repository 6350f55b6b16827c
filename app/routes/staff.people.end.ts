import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endAccess } from "~/data/members.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { requireStaff } from "~/http/staff.server";
import { readLeaving } from "~/http/team-forms.server";

export function loader() {
  return redirect("/staff/people");
}

/** A form that is not ours, or about somebody else's team, changes nothing: the list shows how it is. */
export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { token } = await requireStaff(request);
    const leaving = readLeaving(await request.formData());
    if (leaving) await endAccess({ ...leaving, token });
    return redirect("/staff/people");
  });
}
