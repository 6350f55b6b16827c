import { randomUUID } from "node:crypto";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beginByMail } from "~/data/group-invitations.server";
import { regions } from "~/data/regions.server";
import { requirePerson, whatCameOf } from "~/http/group.server";
import { readBegin } from "~/http/group-forms.server";
import { tellGroup } from "~/http/group-people.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { notBegun } from "~/http/group-problems.server";
import { BeginGroup } from "~/ui/group-forms";

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { name } = await requirePerson(request, "/join");
    const known = (await regions()).map(({ regionId, name: called }) => ({ regionId, name: called }));
    return { language: languageOf(request), name, regions: known, formKey: randomUUID() };
  });
}

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { token, name: by } = await requirePerson(request, "/join");
    const language = languageOf(request);
    const read = readBegin(await request.formData(), language);
    const { typed } = read;
    if (read.kind === "unclear") return data({ typed, problems: read.problems }, { status: 400 });
    const { region: regionId, secondName, secondEmail, ...group } = read.group;
    const second = { name: secondName, email: secondEmail };
    const address = new URL("/group", request.url).href;
    const answer = await beginByMail({ ...group, token, regionId, second, by, address });
    if (answer.kind === "begun") return tellGroup(answer.groupId, "begun");
    return data({ typed, problems: notBegun(whatCameOf(answer), language) }, { status: 409 });
  });
}

export default function Begin() {
  const said = useActionData<typeof action>();
  return (
    <BeginGroup
      {...useLoaderData<typeof loader>()}
      typed={said?.typed ?? null}
      problems={said?.problems ?? {}}
    />
  );
}
