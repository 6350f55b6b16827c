import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { matchesOfHost } from "~/data/matches.server";
import { roomPoint } from "~/data/room-point.server";
import { addressOf, applyRoom, changeRoom, ownRoom } from "~/data/rooms.server";
import { typedRoom } from "~/domain/room";
import { headOf, requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { readRoom, type ReadRoom } from "~/http/room-form.server";
import { RoomPage } from "~/ui/room-page";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const room = await ownRoom(staff.token, group.groupId);
    const offered = room?.endedAt === null ? room : null;
    return {
      language: languageOf(request),
      name: staff.name,
      group: headOf(group),
      timeZone: group.timeZone,
      room,
      matches: await matchesOfHost(staff.token, group.groupId),
      stepKey: randomUUID(),
      form: {
        formKey: randomUUID(),
        typed: typedRoom(offered),
        problems: [],
        coordinators: group.people
          .filter(
            (one) => one.role === "coordinator" && one.entry === "in" && one.personId !== group.personId,
          )
          .map(({ personId, name }) => ({ personId, name })),
        now: offered && {
          roomId: offered.roomId,
          address: await addressOf(staff.token, offered.roomId),
          hasArea: offered.hasArea,
        },
      },
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { staff, group } = await requireGroup(request, params.groupId);
    const { groupId, regionId } = group;
    const read = readRoom(await request.formData());
    if (read.kind !== "room") return again(read);
    const { key, roomId, said, address, corner } = read;
    const place = address && { address, at: await roomPoint(regionId, address, corner) };
    const base = { key, token: staff.token, regionId, said };
    const { kind } = roomId
      ? await changeRoom({ ...base, roomId, place: place || null })
      : await applyRoom({ ...base, groupId, place: place || { address: "", at: null } });
    switch (kind) {
      case "applied":
      case "changed":
        return redirect(`/group/${groupId}/rooms/mine`);
      case "one-already":
        return again(read, "oneAlready");
      case "too-many":
        return again(read, "tooMany");
      default:
        return again(read, "oldForm");
    }
  });
}

type Note = "oldForm" | "oneAlready" | "tooMany";

function again(read: ReadRoom, note: Note | null = read.kind === "old-form" ? "oldForm" : null) {
  const problems = read.kind === "unclear" ? read.problems : [];
  return data({ typed: read.typed, problems, note }, { status: note === null ? 400 : 409 });
}

export default function Mine() {
  const { form, ...page } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { note = null, ...typed } = said ?? {};
  return <RoomPage {...page} form={{ ...form, ...typed }} note={note} />;
}
