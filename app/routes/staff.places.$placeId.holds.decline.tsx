import { randomUUID } from "node:crypto";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { declineHold } from "~/data/holds.server";
import { answered, tappedHold } from "~/http/inbox.server";
import { readReason, readTap } from "~/http/inbox-form.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";
import { DeclineAgain, NothingTapped, RefusedTap } from "~/ui/inbox-refused";

// Read after the action too, so it must not lead away: by itself the address is only a way back.
export function loader({ request, params }: LoaderFunctionArgs) {
  return { language: languageOf(request), back: `/staff/places/${params.placeId}/holds` };
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { name, token, ...staff } = await requireStaff(request);
    const place = await requirePlace({ name, token, ...staff }, params.placeId);
    const page = { language: languageOf(request), name, place };
    const form = await request.formData();
    const tap = readTap(form);
    const tapped = tap && (await tappedHold(token, place.placeId, tap));
    if (!tapped) return answered({ kind: "unknown-hold" }, page, undefined);
    const { hold } = tapped;
    const read = readReason(form);
    if (read.kind === "unclear") {
      if (!hold) return answered({ kind: "unknown-hold" }, page, undefined);
      const { problem, typed } = read;
      return data({ ...page, hold, formKey: randomUUID(), problem, typed }, { status: 400 });
    }
    return answered(await declineHold({ ...tap, token, reason: read.text }), page, hold);
  });
}

export default function Decline() {
  const { language, back } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  if (!asked) return <NothingTapped language={language} back={back} />;
  return "refused" in asked ? <RefusedTap {...asked} /> : <DeclineAgain {...asked} />;
}
