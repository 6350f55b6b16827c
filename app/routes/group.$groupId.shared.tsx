import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sharedAsks } from "~/data/desk.server";
import { headOf, requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { SharedAsks } from "~/ui/shared-asks";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const asks = await sharedAsks(staff.token, group.groupId);
    if (!asks) throw notFound();
    const { timeZone, people } = group;
    return {
      language: languageOf(request),
      name: staff.name,
      group: headOf(group),
      timeZone,
      coordinators: people
        .filter(({ role, entry }) => role === "coordinator" && entry === "in")
        .map((person) => person.name),
      asks,
      now: new Date(),
    };
  });
}

export default function Shared() {
  return <SharedAsks {...useLoaderData<typeof loader>()} />;
}
