import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { wasAsked } from "~/data/asked.server";
import { endRoom, ownRoom, pauseRoom, resumeRoom } from "~/data/rooms.server";
import { recordStep } from "~/data/vetting.server";
import { requireGroup } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { readStep } from "~/http/vetting-form.server";
import type { RoomRefusal } from "~/text/vetting-refused";
import { RoomRefused } from "~/ui/room-refused";

type Change = { key: string; token: string; roomId: string; regionId: number };

// What a host does by one tap.
const STEPS = {
  agreement: (change: Change) => recordStep({ ...change, step: "agreement" }),
  pause: (change: Change) => pauseRoom({ ...change, because: null }),
  resume: resumeRoom,
  end: (change: Change) => endRoom({ ...change, because: null }),
};
const DONE = new Set(["recorded", "paused", "resumed", "ended"]);

// Read after the action too, so it must not lead away: by itself the address is only a way back.
export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    stepCalled(params.step);
    const { staff, group } = await requireGroup(request, params.groupId);
    return { language: languageOf(request), name: staff.name, back: `/group/${group.groupId}/rooms/mine` };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const step = stepCalled(params.step);
    const { staff, group } = await requireGroup(request, params.groupId);
    const read = readStep(await request.formData());
    if (!read) return refused("key-used-otherwise");
    if (step === "agreement" && !read.agrees) return refused("no-agreement", 400);
    const own = await ownRoom(staff.token, group.groupId);
    const roomId = read.room ?? own?.roomId;
    if (!roomId) throw notFound();
    // A page of a room they have ended since, and perhaps offered another: a tap that comes again is answered as before.
    if (roomId !== own?.roomId && !(await wasAsked(read.key))) return refused("ended");
    const change = { key: read.key, token: staff.token, roomId, regionId: group.regionId };
    const { kind } = await STEPS[step](change);
    return DONE.has(kind) ? redirect(`/group/${group.groupId}/rooms/mine`) : refused(kind as RoomRefusal);
  });
}

function refused(why: RoomRefusal, status = 409) {
  return data({ refused: why }, { status });
}

function stepCalled(step = ""): keyof typeof STEPS {
  if (!Object.hasOwn(STEPS, step)) throw notFound();
  return step as keyof typeof STEPS;
}

export default function OwnStep() {
  const why = useActionData<typeof action>()?.refused ?? "key-used-otherwise";
  return <RoomRefused {...useLoaderData<typeof loader>()} refused={why} />;
}
