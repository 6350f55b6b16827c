import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeOffer, myOffers } from "~/data/offers.server";
import { headOf, requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { readOffer, typedOffer } from "~/http/offer-form.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { offersWords } from "~/text/offers";
import { GroupPage } from "~/ui/group-page";
import { OfferForm } from "~/ui/offer-form";

/** One's own offer in other words. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group, offer } = await ownOffer(request, params);
    return {
      language: languageOf(request),
      name: staff.name,
      group: headOf(group),
      offerId: offer.offerId,
      kind: offer.kind,
      formKey: randomUUID(),
      typed: typedOffer(offer),
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { staff, group, offer } = await ownOffer(request, params);
    const read = readOffer(await request.formData(), offer.kind);
    const { typed } = read;
    if (read.kind === "unclear") return data({ typed, problems: read.problems }, { status: 400 });
    const { key, said } = read;
    const { kind } = await changeOffer({ key, token: staff.token, offerId: offer.offerId, said });
    if (kind === "changed") return redirect(`/group/${group.groupId}/offers?said=saved`);
    const form = kind === "closed" ? kind : ("old-form" as const);
    return data({ typed, problems: { form } }, { status: 409 });
  });
}

async function ownOffer(request: Request, params: LoaderFunctionArgs["params"]) {
  const { staff, group } = await requireGroup(request, params.groupId);
  const offers = (await myOffers(staff.token, group.groupId))!;
  const offer = offers.find(({ offerId }) => offerId === params.offerId);
  if (!offer) throw notFound();
  return { staff, group, offer };
}

export default function ChangeOffer() {
  const { language, name, group, offerId, kind, formKey, typed } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return (
    <GroupPage language={language} name={name} group={group}>
      <h1>{offersWords[language].kinds[kind]}</h1>
      <OfferForm
        {...{ language, kind, formKey }}
        action={`/group/${group.groupId}/offers/${offerId}`}
        typed={said?.typed ?? typed}
        problems={said?.problems ?? {}}
        isNew={false}
      />
    </GroupPage>
  );
}
