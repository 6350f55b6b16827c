import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { extendAlert, stopAlert } from "~/data/room-alerts.server";
import { openedAlert, readKeepForm } from "~/http/alert.server";
import { hasLeft } from "~/http/exit.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";

export function loader() {
  return redirect("/alert");
}

/** The page of the wait says what is so now, whatever came of it. */
export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const form = readKeepForm(await request.formData());
    const own = await openedAlert(request);
    if (!form || !own) return redirect("/alert?said=unclear");
    const change = { key: form.key, alertId: own.alertId };
    const { kind } = await (form.do === "stop" ? stopAlert(change) : extendAlert(change));
    return redirect(kind === "extended" ? "/alert?said=extended" : "/alert");
  });
}
