import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { poolsOf } from "~/data/board.server";
import { callProblems, readCall, refusedCall } from "~/http/inbox-form.server";
import { holdForCaller } from "~/http/inbox.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";
import { PhoneForm } from "~/ui/inbox-phone";

const NOTHING_TYPED = { pool: "", adults: "1", children: "", when: "", contact: "" };

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { name, ...staff } = await requireStaff(request);
    const place = await requirePlace({ name, ...staff }, params.placeId);
    // A crib stands beside a bed, never for itself.
    const pools = (await poolsOf(place.placeId)).filter(({ unit }) => unit !== "crib");
    const made = Math.floor(Date.now() / 1000);
    return { language: languageOf(request), name, place, pools, formKey: randomUUID(), made };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const staff = await requireStaff(request);
    const place = await requirePlace(staff, params.placeId);
    const language = languageOf(request);
    const read = readCall(await request.formData(), Date.now() / 1000, place.timeZone);
    if (read.kind === "not-ours") return redirect(`/staff/places/${place.placeId}/holds/phone`);
    const { typed } = read;
    if (read.kind === "unclear")
      return data({ typed, problems: callProblems(read.problems, language) }, { status: 400 });
    const answer = await holdForCaller(staff.token, place.placeId, read);
    if (answer.kind === "taken")
      return redirect(`/staff/places/${place.placeId}/holds/code/${answer.holdId}`);
    return data({ typed, problems: refusedCall(answer.kind, language) }, { status: 409 });
  });
}

export default function HoldByPhone() {
  const page = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  return <PhoneForm {...page} typed={asked?.typed ?? NOTHING_TYPED} problems={asked?.problems ?? {}} />;
}
