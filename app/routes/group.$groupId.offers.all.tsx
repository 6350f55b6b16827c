import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { offersOf } from "~/data/offers.server";
import { headOf, requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { whileThere } from "~/http/refusals.server";
import { AllOffers } from "~/ui/offers-page";

/** What all members offer; for coordinators alone. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId, "coordinator");
    const { groupId } = group;
    return {
      language: languageOf(request),
      name: staff.name,
      group: headOf(group),
      offers: (await offersOf(staff.token, groupId))!,
      now: Date.now() / 1000,
    };
  });
}

export default function EveryOffer() {
  return <AllOffers {...useLoaderData<typeof loader>()} />;
}
