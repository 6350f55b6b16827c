import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { callsToMake, takeCall } from "~/data/calls.server";
import { readTaking } from "~/http/call-form.server";
import { headOf, requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { CallsPage } from "~/ui/calls-page";

const SAID = z.enum(["thanks", "noted", "taken", "counted", "not-yours", "moved-on", "old-form"]);

/** Places whose count is old; whoever has taken a call is led to it, unless they come back from it. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const { groupId } = group;
    const query = new URL(request.url).searchParams;
    const { own, calls } = (await callsToMake(staff.token, groupId))!;
    if (own && query.get("list") === null) throw redirect(`/group/${groupId}/calls/${own.placeId}`);
    return {
      language: languageOf(request),
      name: staff.name,
      group: headOf(group),
      calls: [...(own ? [own] : []), ...calls].map((call) => ({ ...call, key: randomUUID() })),
      said: SAID.safeParse(query.get("said")).data ?? null,
      now: Date.now() / 1000,
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const at = `/group/${group.groupId}/calls`;
    const taking = readTaking(await request.formData());
    if (!taking) return redirect(`${at}?list=1&said=old-form`);
    const { key, place: placeId } = taking;
    const { kind } = await takeCall({ key, token: staff.token, groupId: group.groupId, placeId });
    if (kind === "yours") return redirect(`${at}/${placeId}`);
    return redirect(`${at}?list=1&said=${kind === "taken" || kind === "counted" ? kind : "old-form"}`);
  });
}

export default function Calls() {
  return <CallsPage {...useLoaderData<typeof loader>()} />;
}
