import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { planRound } from "~/data/rounds.server";
import { localTime } from "~/domain/zone";
import { readRound } from "~/http/drive-form.server";
import { firstDay } from "~/http/first-day.server";
import { headOf, requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { drivesWords } from "~/text/drives";
import { RoundForm } from "~/ui/drive-forms";
import { GroupPage } from "~/ui/group-page";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId, "coordinator");
    return {
      language: languageOf(request),
      name: staff.name,
      group: headOf(group),
      formKey: randomUUID(),
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId, "coordinator");
    const { groupId, timeZone } = group;
    const today = localTime(Date.now() / 1000, timeZone).date;
    const sent = await request.formData();
    const read = readRound(sent, await firstDay(sent, today));
    const { typed } = read;
    if (read.kind === "unclear") return data({ typed, problems: read.problems }, { status: 400 });
    const { kind } = await planRound({
      key: read.key,
      token: staff.token,
      groupId,
      said: read.said,
      place: read.place,
    });
    if (kind === "done") return redirect(`/group/${groupId}/drives?said=saved`);
    const form = kind === "too-many" ? kind : ("old-form" as const);
    return data({ typed, problems: { form } }, { status: 409 });
  });
}

export default function NewRound() {
  const { language, formKey, ...page } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return (
    <GroupPage {...page} language={language}>
      <h1>{drivesWords[language].newRound}</h1>
      <RoundForm
        {...{ language, formKey }}
        action={`/group/${page.group.groupId}/drives/round`}
        typed={said?.typed ?? {}}
        problems={said?.problems ?? {}}
      />
    </GroupPage>
  );
}
