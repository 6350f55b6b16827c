import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { keepOffer, myOffers } from "~/data/offers.server";
import { headOf, requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { readKeeping } from "~/http/offer-form.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { OffersPage } from "~/ui/offers-page";

const PROBLEM = z.enum(["old-form", "closed"]);

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const { groupId } = group;
    const said = new URL(request.url).searchParams.get("said");
    const offers = (await myOffers(staff.token, groupId))!;
    return {
      language: languageOf(request),
      name: staff.name,
      group: headOf(group),
      offers: offers.map((offer) => ({ ...offer, key: randomUUID() })),
      isSaved: said === "saved",
      problem: PROBLEM.safeParse(said).data ?? null,
      now: Date.now() / 1000,
    };
  });
}

/** It stands, rests, or is over. */
export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const at = `/group/${group.groupId}/offers`;
    const kept = readKeeping(await request.formData());
    if (!kept) return redirect(`${at}?said=old-form`);
    const { key, offer: offerId, do: as } = kept;
    const { kind } = await keepOffer({ key, token: staff.token, offerId, as });
    return redirect(`${at}?said=${kind === "changed" ? "saved" : "old-form"}`);
  });
}

export default function OwnOffers() {
  return <OffersPage {...useLoaderData<typeof loader>()} />;
}
