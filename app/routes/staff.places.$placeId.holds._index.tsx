import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { poolsOf } from "~/data/board.server";
import { findPlace } from "~/data/places.server";
import { stepsFor } from "~/domain/inbox";
import { freeUnits } from "~/domain/pool";
import { inboxAt, inboxTold, saidCode, savedHold, savedNote } from "~/http/inbox.server";
import { languageOf } from "~/http/language.server";
import { whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";
import { clockOf } from "~/text/say";
import { Inbox } from "~/ui/inbox";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { name, token, ...staff } = await requireStaff(request);
    const place = await requirePlace({ name, token, ...staff }, params.placeId);
    const at = new Date();
    const now = at.getTime() / 1000;
    const [holds, pools, listed] = await Promise.all([
      inboxAt(token, place.placeId),
      poolsOf(place.placeId),
      findPlace(place.placeId),
    ]);
    const url = new URL(request.url);
    const saved = savedHold(url, holds);
    const savedPool = pools.find(({ poolId }) => poolId === saved?.poolId);
    return {
      language: languageOf(request),
      name,
      place,
      told: inboxTold(holds, at),
      holds: holds.map((hold) => ({
        ...hold,
        codes: saidCode(hold.holdId),
        steps: stepsFor(hold, now).map((step) => ({ step, key: randomUUID() })),
      })),
      takes: { admits: listed?.place.admits ?? null, pools },
      savedId: saved?.holdId ?? null,
      note: savedNote(url),
      page: `${url.pathname}${url.search}`,
      overBy: savedPool ? Math.max(0, -freeUnits(savedPool)) : 0,
      now,
    };
  });
}

export default function PlaceInbox() {
  const inbox = useLoaderData<typeof loader>();
  return <Inbox {...inbox} clock={clockOf(inbox.language, inbox.place.timeZone)} />;
}
