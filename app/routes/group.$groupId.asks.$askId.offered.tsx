import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useOffer } from "~/data/offers.server";
import type { Offered } from "~/domain/offer";
import { requireAsk } from "~/http/desk.server";
import { readOffered } from "~/http/offer-form.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";

/** A coordinator has offered to the family what a member offers. */
export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { inGroup, ask } = await requireAsk(request, params);
    const read = readOffered(await request.formData());
    const used = read && (await useOffer({ ...read, token: inGroup.staff.token, askId: ask.askId }));
    switch (used?.kind) {
      case "used":
        return shown(params, "used");
      case "closed":
      case "unknown-offer":
        return shown(params, "closed");
      case "signed-out":
      case "unknown-ask":
        throw notFound();
      default:
        return shown(params, "old-form");
    }
  });
}

/** Reloaded, or opened from a history: the ask itself. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/group/${params.groupId}/asks/${params.askId}#offers`);
}

function shown({ groupId, askId }: LoaderFunctionArgs["params"], came: Offered) {
  return redirect(`/group/${groupId}/asks/${askId}?offered=${came}#offers`);
}

/** Never drawn: it makes this a page, so that a refusal is one too, and not JSON. */
export default function Nothing() {
  return null;
}
