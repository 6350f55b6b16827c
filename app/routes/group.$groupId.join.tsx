import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askToJoin, findListedGroup, myGroups } from "~/data/groups.server";
import { requireGroupId, requirePerson, whatCameOf } from "~/http/group.server";
import { readWords } from "~/http/group-forms.server";
import { tellOwn } from "~/http/group-people.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { groupsWords } from "~/text/groups";
import { AskToJoin } from "~/ui/group-forms";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { token, name } = await requirePerson(request, "/join");
    const groupId = requireGroupId(params.groupId);
    const own = (await myGroups(token)).find((group) => group.groupId === groupId && group.entry !== null);
    if (own) throw redirect(own.entry === "in" ? `/group/${groupId}` : "/group");
    const group = await findListedGroup(groupId);
    if (!group) throw notFound();
    return { language: languageOf(request), name, group, formKey: randomUUID() };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { token } = await requirePerson(request, "/join");
    const groupId = requireGroupId(params.groupId);
    const say = groupsWords[languageOf(request)];
    const read = readWords(await request.formData());
    if (read.kind === "unclear") {
      const problem = read.why === "long" ? say.longWords : say.joinRefused["old-form"];
      return data({ typed: read.typed, problem }, { status: 400 });
    }
    const kind = whatCameOf(await askToJoin({ ...read, token, groupId }));
    if (kind === "asked") return tellOwn("asked");
    if (kind === "in" || kind === "in-already") return redirect(`/group/${groupId}`);
    const why = kind === "too-soon" || kind === "too-many" ? kind : "old-form";
    return data({ typed: read.words ?? "", problem: say.joinRefused[why] }, { status: 409 });
  });
}

export default function Joining() {
  const said = useActionData<typeof action>();
  return (
    <AskToJoin
      {...useLoaderData<typeof loader>()}
      typed={said?.typed ?? ""}
      problem={said?.problem ?? null}
    />
  );
}
