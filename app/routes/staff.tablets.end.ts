import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endTablet } from "~/data/tablets.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { requireStaff } from "~/http/staff.server";
import { readEnding } from "~/http/team-forms.server";

export function loader() {
  return redirect("/staff/tablets");
}

/** A form that is not ours, or about somebody else's tablet, changes nothing: the list shows how it is. */
export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { token } = await requireStaff(request);
    const ending = readEnding(await request.formData());
    if (ending) await endTablet({ ...ending, token });
    return redirect("/staff/tablets");
  });
}
