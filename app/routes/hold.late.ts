import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { extendHold } from "~/data/holds.server";
import { laterArrival } from "~/domain/hold";
import { hasLeft } from "~/http/exit.server";
import { holdAddress } from "~/http/hold-address.server";
import { readLateForm } from "~/http/hold-form.server";
import { ownHold } from "~/http/own-hold.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";

export function loader() {
  return redirect("/hold");
}

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    if (hasLeft(request)) throw redirect("/");
    const form = readLateForm(await request.formData());
    const own = await ownHold(request);
    // A form of an older page is about another hold.
    if (!form || own?.hold.holdId !== form.hold) return redirect(holdAddress(request, "unclear"));

    const { holder, hold } = own;
    const said = hold.arrivesAt && hold.arrivesAt.getTime() / 1000;
    const arrives = laterArrival(said, form.minutes, Math.floor(Date.now() / 1000));
    const late = { key: form.key, holder, holdId: form.hold, arrivesAt: new Date(arrives * 1000) };
    const { kind } = await extendHold(late);
    switch (kind) {
      case "closed":
      case "unknown-hold":
        return redirect(holdAddress(request));
      case "key-used-otherwise":
      case "out-of-range":
        return redirect(holdAddress(request, "unclear"));
      default:
        return redirect(holdAddress(request, kind));
    }
  });
}

/** Never drawn: it makes this a page, so that a refusal is one too, and not JSON. */
export default function Nothing() {
  return null;
}
