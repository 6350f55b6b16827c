import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { signOut } from "~/data/people.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { endCookie, findStaff } from "~/http/staff.server";

export function loader() {
  return redirect("/staff");
}

export async function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  await whileThere(async () => {
    const staff = await findStaff(request);
    if (staff) await signOut(staff.token);
  });
  return redirect("/staff/sign-in", { headers: { "Set-Cookie": endCookie() } });
}
