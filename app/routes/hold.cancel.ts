import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { cancelHold } from "~/data/holds.server";
import { hasLeft } from "~/http/exit.server";
import { holdAddress } from "~/http/hold-address.server";
import { readCancelForm } from "~/http/hold-form.server";
import { ownHold } from "~/http/own-hold.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";

export function loader() {
  return redirect("/hold");
}

/** The page of the hold says what is so now, whatever came of it. */
export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const form = readCancelForm(await request.formData());
    const own = await ownHold(request);
    // A form of an older page is about another hold.
    if (form && own?.hold.holdId === form.hold) {
      await cancelHold({ key: form.key, holder: own.holder, holdId: form.hold });
    }
    return redirect(holdAddress(request));
  });
}

/** Never drawn: it makes this a page, so that a refusal is one too, and not JSON. */
export default function Nothing() {
  return null;
}
