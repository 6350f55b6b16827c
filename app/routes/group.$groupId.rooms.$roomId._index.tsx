import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRoom } from "~/http/room.server";
import { headOf } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { whileThere } from "~/http/refusals.server";
import { VettingPage } from "~/ui/vetting-page";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group, room } = await requireRoom(request, params);
    const page = {
      language: languageOf(request),
      name: staff.name,
      group: headOf(group),
      room,
      timeZone: group.timeZone,
    };
    return { ...page, stepKey: randomUUID(), now: new Date() };
  });
}

export default function Vetting() {
  return <VettingPage {...useLoaderData<typeof loader>()} />;
}
