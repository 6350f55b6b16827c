import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { makeOffer } from "~/data/offers.server";
import { USUALLY_HELPS } from "~/domain/offer";
import { headOf, requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { offerKind, readOffer } from "~/http/offer-form.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { offersWords } from "~/text/offers";
import { GroupPage } from "~/ui/group-page";
import { OfferForm } from "~/ui/offer-form";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const { groupId } = group;
    const kind = kindIn(request, groupId);
    return {
      language: languageOf(request),
      name: staff.name,
      group: headOf(group),
      kind,
      formKey: randomUUID(),
      typed: Object.fromEntries(USUALLY_HELPS[kind].map((ask) => [`helps-${ask}`, "on"])),
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const { groupId } = group;
    const read = readOffer(await request.formData(), kindIn(request, groupId));
    const { typed } = read;
    if (read.kind === "unclear") return data({ typed, problems: read.problems }, { status: 400 });
    const made = await makeOffer({ key: read.key, token: staff.token, groupId, said: read.said });
    if (made.kind === "made") return redirect(`/group/${groupId}/offers?said=saved`);
    const form = made.kind === "too-many" ? made.kind : ("old-form" as const);
    return data({ typed, problems: { form } }, { status: 409 });
  });
}

function kindIn(request: Request, groupId: number) {
  const kind = offerKind(new URL(request.url).searchParams.get("kind"));
  if (!kind) throw redirect(`/group/${groupId}/offers`);
  return kind;
}

export default function NewOffer() {
  const { language, name, group, kind, formKey, typed } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return (
    <GroupPage language={language} name={name} group={group}>
      <h1>{offersWords[language].kinds[kind]}</h1>
      <OfferForm
        {...{ language, kind, formKey }}
        action={`/group/${group.groupId}/offers/new?kind=${kind}`}
        typed={said?.typed ?? typed}
        problems={said?.problems ?? {}}
        isNew
      />
    </GroupPage>
  );
}
