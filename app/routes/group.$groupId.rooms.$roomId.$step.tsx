import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { roomPoint } from "~/data/room-point.server";
import { endRoom, pauseRoom, resumeRoom } from "~/data/rooms.server";
import { approveRoom, recordStep, reportRoom, type ToRecord } from "~/data/vetting.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { requireRoom } from "~/http/room.server";
import { readStep, type ReadStep } from "~/http/vetting-form.server";
import type { RoomRefusal } from "~/text/vetting-refused";
import { RoomRefused } from "~/ui/room-refused";

type Change = Pick<ToRecord, "token" | "roomId" | "regionId"> & ReadStep;
const recorded = (step: ToRecord["step"]) => (change: Change) =>
  recordStep({
    key: change.key,
    token: change.token,
    roomId: change.roomId,
    regionId: change.regionId,
    step,
  });

const STEPS = {
  identity: recorded("identity"),
  reference: recorded("reference"),
  agreement: recorded("agreement"),
  background: (change: Change) => recordStep({ ...change, seen: undefined, step: "background" }),
  visit: async ({ checkedOn: _on, validUntil: _until, ...change }: Change) => {
    const at = await roomPoint(change.regionId, change.corner);
    return recordStep({ ...change, step: "visit", at });
  },
  approved: approveRoom,
  pause: (change: Change) => pauseRoom({ ...change, because: change.words }),
  resume: resumeRoom,
  end: (change: Change) => endRoom({ ...change, because: change.words }),
  report: async (change: Change) =>
    change.words === null ? { kind: "no-words" as const } : reportRoom({ ...change, because: change.words }),
};
const DONE = new Set(["recorded", "approved", "paused", "resumed", "reported"]);

// Read after the action too, so it must not lead away: by itself the address is only a way back.
export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    stepCalled(params.step);
    const { staff, group, room } = await requireRoom(request, params);
    const back = `/group/${group.groupId}/rooms/${room.roomId}`;
    return { language: languageOf(request), name: staff.name, back };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const step = stepCalled(params.step);
    const { staff, group, room } = await requireRoom(request, params);
    const read = readStep(await request.formData());
    if (!read) return refused("key-used-otherwise");
    const change = { ...read, token: staff.token, roomId: room.roomId, regionId: group.regionId };
    const { kind } = await STEPS[step](change);
    const done = DONE.has(kind) || (step === "end" && kind === "ended");
    return done ? redirect(`/group/${group.groupId}/rooms/${room.roomId}`) : refused(kind as RoomRefusal);
  });
}

function refused(why: RoomRefusal) {
  return data({ refused: why }, { status: why === "out-of-range" || why === "no-words" ? 400 : 409 });
}

function stepCalled(step = ""): keyof typeof STEPS {
  if (!Object.hasOwn(STEPS, step)) throw notFound();
  return step as keyof typeof STEPS;
}

export default function Step() {
  const why = useActionData<typeof action>()?.refused ?? "key-used-otherwise";
  return <RoomRefused {...useLoaderData<typeof loader>()} refused={why} />;
}
