import { randomUUID } from "node:crypto";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { describeGroup } from "~/data/groups.server";
import { requireGroup, whatCameOf } from "~/http/group.server";
import { readAbout } from "~/http/group-forms.server";
import { tellGroup } from "~/http/group-people.server";
import { notDescribed } from "~/http/group-problems.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { AboutGroup } from "~/ui/group-forms";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId, "coordinator");
    const { groupId, name, isCoordinator, about, zips } = group;
    return {
      language: languageOf(request),
      name: staff.name,
      group: { groupId, name, isCoordinator, about, zips },
      formKey: randomUUID(),
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId, "coordinator");
    const language = languageOf(request);
    const read = readAbout(await request.formData(), language);
    const { typed } = read;
    if (read.kind === "unclear") return data({ typed, problems: read.problems }, { status: 400 });
    const { groupId } = group;
    const kind = whatCameOf(await describeGroup({ ...read.group, token: staff.token, groupId }));
    if (kind === "changed") return tellGroup(groupId, kind);
    return data({ typed, problems: notDescribed(kind, language) }, { status: 409 });
  });
}

export default function About() {
  const said = useActionData<typeof action>();
  return (
    <AboutGroup
      {...useLoaderData<typeof loader>()}
      typed={said?.typed ?? null}
      problems={said?.problems ?? {}}
    />
  );
}
