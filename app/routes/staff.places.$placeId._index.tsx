import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boardOf } from "~/data/board.server";
import { findPlace } from "~/data/places.server";
import { findRegion } from "~/data/regions.server";
import { undoable } from "~/domain/board";
import { nightOf } from "~/domain/hours/night";
import { newestWord } from "~/domain/hours/spans";
import { languageOf } from "~/http/language.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";
import { clockOf } from "~/text/say";
import { Board } from "~/ui/board";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { name, token, ...staff } = await requireStaff(request);
    const place = requirePlace({ name, ...staff }, params.placeId);
    const found = await findPlace(place.placeId);
    const region = found && (await findRegion(found.regionSlug));
    if (!region) throw notFound("place");
    const now = new Date();
    const night = nightOf(now.getTime() / 1000, region.timeZone);
    const word = newestWord(found.place.hours.words, night);
    return {
      language: languageOf(request),
      name,
      place,
      timeZone: region.timeZone,
      pools: (await boardOf(token, place.placeId)).map((pool) => ({
        ...pool,
        key: randomUUID(),
        undo: undoable(pool, now),
      })),
      tonight: { key: randomUUID(), night, said: word && { open: word.open, at: word.saidAt } },
    };
  });
}

export default function PlaceBoard() {
  const { timeZone, tonight, ...board } = useLoaderData<typeof loader>();
  const said = tonight.said ?? null;
  return <Board {...board} tonight={{ ...tonight, said }} clock={clockOf(board.language, timeZone)} />;
}
