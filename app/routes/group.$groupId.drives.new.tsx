import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { startDrive } from "~/data/drives.server";
import { localTime } from "~/domain/zone";
import { readDrive } from "~/http/drive-form.server";
import { firstDay } from "~/http/first-day.server";
import { headOf, requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { drivesWords } from "~/text/drives";
import { DriveForm } from "~/ui/drive-forms";
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
    const read = readDrive(sent, await firstDay(sent, today));
    const { typed } = read;
    if (read.kind === "unclear") return data({ typed, problems: read.problems }, { status: 400 });
    const { kind } = await startDrive({ key: read.key, token: staff.token, groupId, said: read.said });
    if (kind === "done") return redirect(`/group/${groupId}/drives?said=saved`);
    const form = kind === "too-many" ? kind : ("old-form" as const);
    return data({ typed, problems: { form } }, { status: 409 });
  });
}

export default function NewDrive() {
  const { language, formKey, ...page } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return (
    <GroupPage {...page} language={language}>
      <h1>{drivesWords[language].newDrive}</h1>
      <DriveForm
        {...{ language, formKey }}
        action={`/group/${page.group.groupId}/drives/new`}
        typed={said?.typed ?? {}}
        problems={said?.problems ?? {}}
      />
    </GroupPage>
  );
}
