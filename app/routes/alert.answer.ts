import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { answerOffer } from "~/data/room-alerts.server";
import { openedAlert, readAnswerForm } from "~/http/alert.server";
import { openedCookie } from "~/http/device.server";
import { hasLeft } from "~/http/exit.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";

export function loader() {
  return redirect("/alert");
}

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const form = readAnswerForm(await request.formData());
    const own = await openedAlert(request);
    if (!form || !own) return redirect("/alert?said=unclear");
    const { alertId } = own;
    const answer = { key: form.key, alertId, holdId: form.hold, saysYes: form.say === "yes" };
    const answered = await answerOffer(answer);
    switch (answered.kind) {
      case "taken":
        return redirect("/hold", { headers: { "Set-Cookie": openedCookie(answered.holdId) } });
      case "passed":
      case "gone":
        return redirect(`/alert?said=${answered.kind}`);
      default:
        return redirect("/alert?said=unclear");
    }
  });
}
