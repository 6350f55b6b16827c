import { randomUUID } from "node:crypto";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { inviteByMail } from "~/data/group-invitations.server";
import { requireGroup, whatCameOf } from "~/http/group.server";
import { groupSaid, readInvitation, tellGroup } from "~/http/group-people.server";
import { notInvitedTo } from "~/http/group-problems.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { GroupPeople } from "~/ui/group-people";

/** The people of a group: for its coordinators to change, for its members to see who coordinates, for the operator to decide. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId, "decider");
    return {
      language: languageOf(request),
      name: staff.name,
      said: groupSaid(request),
      formKey: randomUUID(),
      group: {
        ...group,
        people: group.people.map(({ since: _since, ...person }) => ({ ...person, key: randomUUID() })),
      },
    };
  });
}

/** Invites somebody. */
export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId, "coordinator");
    const language = languageOf(request);
    const read = readInvitation(await request.formData(), language);
    const { typed } = read;
    if (read.kind === "unclear") return data({ typed, problems: read.problems }, { status: 400 });
    const { groupId, name: called } = group;
    const address = new URL("/group", request.url).href;
    const { token, name: by } = staff;
    const answer = await inviteByMail({ ...read.invitation, token, groupId, group: called, by, address });
    const kind = whatCameOf<typeof answer.kind>(answer);
    if (kind === "invited" || kind === "in") return tellGroup(groupId, kind);
    return data({ typed, problems: notInvitedTo(kind, language) }, { status: 409 });
  });
}

export default function People() {
  const said = useActionData<typeof action>();
  return (
    <GroupPeople
      {...useLoaderData<typeof loader>()}
      typed={said?.typed ?? null}
      problems={said?.problems ?? {}}
    />
  );
}
