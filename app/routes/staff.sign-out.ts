import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { endCookie, endSession } from "~/http/staff.server";

export function loader() {
  return redirect("/staff");
}

export async function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  await whileThere(() => endSession(request));
  return redirect("/staff/sign-in", { headers: { "Set-Cookie": endCookie() } });
}
