import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { proposeRoom, roomsForAsk } from "~/data/matches.server";
import { firstProposal } from "~/domain/match";
import { USUAL_NIGHTS } from "~/domain/room";
import { isUuid } from "~/domain/uuid";
import { localTime } from "~/domain/zone";
import { requireAsk } from "~/http/desk.server";
import { headOf } from "~/http/group.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { readProposal } from "~/http/proposal-form.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { proposalWords } from "~/text/proposal";
import { ProposalPage } from "~/ui/proposal-page";

type Asked = Pick<LoaderFunctionArgs, "request" | "params">;

export function loader(asked: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { staff, group, ask, room } = await requireRoomForAsk(asked);
    const now = localTime(Date.now() / 1000, group.timeZone);
    return {
      language: languageOf(asked.request),
      name: staff.name,
      group: headOf(group),
      ask,
      room,
      formKey: randomUUID(),
      typed: firstProposal(now, Math.min(room.mostNights, USUAL_NIGHTS)),
    };
  });
}

export function action(asked: ActionFunctionArgs) {
  requireOwnPage(asked.request);
  return whileThere(async () => {
    const { inGroup, ask } = await requireAsk(asked.request, asked.params);
    const { staff, group } = inGroup;
    // Whether it is still on is asked after the key: sent again it may be off by now.
    const roomId = asked.params.roomId ?? "";
    if (!isUuid(roomId)) throw notFound();
    const { notProposed, misfits } = proposalWords[languageOf(asked.request)];
    const refusals: Record<string, string> = { ...notProposed, ...misfits };
    const read = readProposal(await asked.request.formData(), ask.party === null);
    const { typed } = read;
    if (read.kind === "unclear")
      return data({ typed, problems: read.problems, refused: null }, { status: 400 });
    const { kind } =
      read.kind === "old-form"
        ? { kind: "key-used-otherwise" }
        : await proposeRoom({
            key: read.key,
            token: staff.token,
            askId: ask.askId,
            roomId,
            said: read.said,
          });
    if (kind === "unknown-room") throw notFound();
    if (kind === "proposed") return redirect(`/group/${group.groupId}/asks/${ask.askId}#rooms`);
    return data({ typed, problems: [], refused: refusals[kind] ?? null }, { status: 409 });
  });
}

/** Throws 404 for a room that is not on, or is the coordinator's own. */
async function requireRoomForAsk({ request, params }: Asked) {
  const { inGroup, ask } = await requireAsk(request, params);
  const known = await roomsForAsk(inGroup.staff.token, ask.askId);
  const room = known?.rooms.find(({ roomId }) => roomId === params.roomId);
  if (!room) throw notFound();
  return { ...inGroup, ask, room };
}

export default function Proposal() {
  const page = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return (
    <ProposalPage
      {...page}
      typed={said?.typed ?? page.typed}
      problems={said?.problems ?? []}
      refused={said?.refused ?? null}
    />
  );
}
