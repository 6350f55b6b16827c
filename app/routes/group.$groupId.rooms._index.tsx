import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { roomsOf } from "~/data/vetting.server";
import { headOf, requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { RoomsPage } from "~/ui/rooms-page";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId, "coordinator");
    const rooms = await roomsOf(staff.token, group.groupId);
    if (!rooms) throw notFound();
    const { name } = staff;
    return {
      language: languageOf(request),
      name,
      group: headOf(group),
      rooms,
      timeZone: group.timeZone,
      now: new Date(),
    };
  });
}

export default function Rooms() {
  return <RoomsPage {...useLoaderData<typeof loader>()} />;
}
