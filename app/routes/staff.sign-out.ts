import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { endCookie, endSession } from "~/http/staff.server";
import { tabletToken } from "~/http/tablet.server";

export function loader() {
  return redirect("/staff");
}

export async function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  await whileThere(() => endSession(request));
  // A shared tablet is locked: the next one taps their name.
  const next = tabletToken(request) === null ? "/staff/sign-in" : "/staff";
  return redirect(next, { headers: { "Set-Cookie": endCookie() } });
}
