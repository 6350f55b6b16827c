import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { callsToMake, sayCall } from "~/data/calls.server";
import { readCallSaid } from "~/http/call-form.server";
import { headOf, requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { clockOf } from "~/text/say";
import { CallPage } from "~/ui/calls-page";

/** The call that whoever looks has taken: the number, what to say, what came of it. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const { groupId, timeZone } = group;
    const { own } = (await callsToMake(staff.token, groupId))!;
    if (!own || String(own.placeId) !== params.placeId)
      throw redirect(`/group/${groupId}/calls?list=1&said=not-yours`);
    return {
      language: languageOf(request),
      name: staff.name,
      group: headOf(group),
      timeZone,
      call: own,
      formKey: randomUUID(),
      now: Date.now() / 1000,
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const { groupId } = group;
    if (!/^\d{1,15}$/.test(params.placeId ?? "")) throw notFound("place");
    const read = readCallSaid(await request.formData());
    const { typed } = read;
    if (read.kind === "unclear") return data({ typed, problem: read.problem }, { status: 400 });
    const { key, result, free } = read;
    const placeId = Number(params.placeId);
    const { kind } = await sayCall({ key, token: staff.token, groupId, placeId, result, free });
    const at = `/group/${groupId}/calls?list=1&said=`;
    if (kind === "said") return redirect(at + (result === "counted" ? "thanks" : "noted"));
    if (kind === "moved-on" || kind === "not-yours") return redirect(at + kind);
    const problem = kind === "out-of-range" ? kind : ("old-form" as const);
    return data({ typed, problem }, { status: 400 });
  });
}

export default function ThisCall() {
  const { timeZone, ...page } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { typed = {}, problem = null } = said ?? {};
  return <CallPage {...page} {...{ typed, problem }} clock={clockOf(page.language, timeZone)} />;
}
