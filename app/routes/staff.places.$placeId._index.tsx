import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPlace } from "~/data/places.server";
import { usualEnd } from "~/domain/extra-units";
import { boardNews, boardNow } from "~/http/board.server";
import { languageOf } from "~/http/language.server";
import { whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";
import { clockOf } from "~/text/say";
import { Board } from "~/ui/board";

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { name, personId, token, ...staff } = await requireStaff(request);
    const place = await requirePlace({ name, personId, token, ...staff }, params.placeId);
    const [language, now] = [languageOf(request), new Date()];
    const [board, listed] = await Promise.all([boardNow(token, place, now), findPlace(place.placeId)]);
    const ends = listed && usualEnd(listed.place.hours, place.timeZone, now.getTime() / 1000);
    return {
      ...board,
      language,
      name,
      personId,
      place,
      news: boardNews(board, place, language),
      usualEnd: ends ? clockOf(language, place.timeZone).hour(ends) : "",
    };
  });
}

export default function PlaceBoard() {
  const board = useLoaderData<typeof loader>();
  return <Board {...board} clock={clockOf(board.language, board.place.timeZone)} />;
}
