import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptHold, arrive, extendHoldByStaff, noShow, takeBackArrival } from "~/data/holds.server";
import type { Step, StepAnswer } from "~/domain/inbox";
import { answered, tappedHold } from "~/http/inbox.server";
import { readTap, type Tap } from "~/http/inbox-form.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";
import { NothingTapped, RefusedTap } from "~/ui/inbox-refused";

type Change = (tap: Tap & { token: string }) => Promise<StepAnswer>;

// Each of these asks for nothing but the hold; a no has a reason, and a route of its own.
const CHANGES: Record<Exclude<Step, "decline">, Change> = {
  accept: acceptHold,
  arrived: arrive,
  "not-in": takeBackArrival,
  "more-time": extendHoldByStaff,
  "did-not-come": noShow,
};

// Read after the action too, so it must not lead away: by itself the address is only a way back.
export function loader({ request, params }: LoaderFunctionArgs) {
  changeCalled(params.step);
  return { language: languageOf(request), back: `/staff/places/${params.placeId}/holds` };
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { name, token, ...staff } = await requireStaff(request);
    const place = await requirePlace({ name, token, ...staff }, params.placeId);
    const change = changeCalled(params.step);
    const page = { language: languageOf(request), name, place };
    const tap = readTap(await request.formData());
    const tapped = tap && (await tappedHold(token, place.placeId, tap));
    if (!tapped) return answered({ kind: "unknown-hold" }, page, undefined);
    return answered(await change({ ...tap, token }), page, tapped.hold);
  });
}

function changeCalled(step = ""): Change {
  if (!Object.hasOwn(CHANGES, step)) throw notFound();
  return CHANGES[step as keyof typeof CHANGES];
}

export default function Tapped() {
  const { language, back } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  return asked ? <RefusedTap {...asked} /> : <NothingTapped language={language} back={back} />;
}
