import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { whileThere } from "~/http/refusals.server";
import { frameOf, requireStay } from "~/http/stay.server";
import { StayLetter } from "~/ui/stay-letter";

/** To be printed: who paid for which nights. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { inGroup, stay } = await requireStay(request, params);
    const { vendor, vendorKind, vendorPhone, vendorAddress, arrivesOn, leavesOn, events, money } = stay;
    const { transfers, nightCents, depositCents, paidNights, stayId, state } = stay;
    // Who promised it, and what was asked, are no part of the letter, nor of its page.
    const told = { vendor, vendorKind, vendorPhone, vendorAddress, arrivesOn, leavesOn, money, state };
    const ended = events.find(({ what }) => what === "ended-early")?.at ?? null;
    return {
      ...frameOf(request, inGroup),
      stay: { ...told, transfers, nightCents, depositCents, paidNights, stayId },
      endedEarlyAt: ended,
    };
  });
}

export default function Letter() {
  return <StayLetter {...useLoaderData<typeof loader>()} />;
}
