import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireGroup } from "~/http/group.server";
import { HOST_DEEDS, sayAsHost, type HostDeed } from "~/http/host-match.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { HostMatchRefused } from "~/ui/host-match-refused";

// Read after the action too, so it must not lead away: by itself the address is only a way back.
export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    deedCalled(params.deed);
    const { staff, group } = await requireGroup(request, params.groupId);
    const page = { language: languageOf(request), name: staff.name, groupId: group.groupId };
    return { ...page, formKey: randomUUID() };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const deed = deedCalled(params.deed);
    const { staff, group } = await requireGroup(request, params.groupId);
    const refused = await sayAsHost(deed, staff.token, await request.formData());
    if (refused?.why === "unknown-match") throw notFound();
    return refused ? data(refused, { status: 409 }) : redirect(`/group/${group.groupId}/rooms/mine`);
  });
}

function deedCalled(called = ""): HostDeed {
  const deed = HOST_DEEDS.find((each) => each === called);
  if (!deed) throw notFound();
  return deed;
}

export default function HostSaid() {
  const refused = useActionData<typeof action>();
  const { why = "key-used-otherwise", words = "", matchId = null } = refused ?? {};
  return <HostMatchRefused {...useLoaderData<typeof loader>()} why={why} words={words} matchId={matchId} />;
}
