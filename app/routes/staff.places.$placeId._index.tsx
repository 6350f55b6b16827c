import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boardOf, wordFor } from "~/data/board.server";
import { doorWordsOf } from "~/data/door.server";
import { undoable } from "~/domain/board";
import { doorSum } from "~/domain/door";
import { nightOf } from "~/domain/hours/night";
import { holdBehind, inboxOf } from "~/domain/inbox";
import { inboxAt } from "~/http/inbox.server";
import { languageOf } from "~/http/language.server";
import { whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";
import { clockOf } from "~/text/say";
import { Board } from "~/ui/board";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const staff = await requireStaff(request);
    const place = await requirePlace(staff, params.placeId);
    const now = new Date();
    const night = nightOf(now.getTime() / 1000, place.timeZone);
    const [pools, said, door, holds] = await Promise.all([
      boardOf(staff.token, place.placeId),
      wordFor(place.placeId, night),
      doorWordsOf(staff.token, place.placeId),
      inboxAt(staff.token, place.placeId),
    ]);
    const { asks, coming } = inboxOf(holds);
    return {
      language: languageOf(request),
      name: staff.name,
      place,
      pools: pools.map((pool) => {
        const [undo, by] = [undoable(pool, now), holdBehind(pool, holds)];
        // What an arrival counted goes back with its hold, never without it.
        const notIn = undo && by?.state === "arrived" ? { holdId: by.holdId, key: randomUUID() } : null;
        return { ...pool, key: randomUUID(), undo: by ? null : undo, notIn };
      }),
      door: doorSum(door),
      now,
      tonight: { key: randomUUID(), night, said },
      open: { asks: asks.length, coming: coming.length },
    };
  });
}

export default function PlaceBoard() {
  const board = useLoaderData<typeof loader>();
  return <Board {...board} clock={clockOf(board.language, board.place.timeZone)} />;
}
