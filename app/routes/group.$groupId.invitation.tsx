import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerInvitation, myGroups } from "~/data/groups.server";
import { requireGroupId, requirePerson, whatCameOf } from "~/http/group.server";
import { readAnswer, tellOwn } from "~/http/group-people.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { ownGroupsWords } from "~/text/own-groups";
import { InvitationPage } from "~/ui/invitation";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { token, name } = await requirePerson(request);
    const groupId = requireGroupId(params.groupId);
    const own = (await myGroups(token)).find((group) => group.groupId === groupId && group.entry !== null);
    if (!own) throw notFound();
    if (own.entry !== "invited") throw redirect("/group");
    return { language: languageOf(request), name, group: { ...own, key: randomUUID() } };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { token } = await requirePerson(request);
    const groupId = requireGroupId(params.groupId);
    const read = readAnswer(await request.formData());
    if (read.kind === "unclear" && read.why === "old-form") return tellOwn("old-form");
    const say = ownGroupsWords[languageOf(request)];
    if (read.kind === "unclear") return data({ typed: read.typed, problem: say.noName }, { status: 400 });
    const { key, saysYes, name } = read;
    const kind = whatCameOf(await answerInvitation({ key, token, groupId, saysYes, name }));
    if (kind === "in") return redirect(`/group/${groupId}`);
    if (kind === "ended") return redirect("/group");
    return tellOwn("old-form");
  });
}

export default function Invitation() {
  const said = useActionData<typeof action>();
  return (
    <InvitationPage
      {...useLoaderData<typeof loader>()}
      typed={said?.typed ?? null}
      problem={said?.problem ?? null}
    />
  );
}
