import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { logOf } from "~/data/board.server";
import { tabletsOfLog } from "~/data/tablets.server";
import { languageOf } from "~/http/language.server";
import { whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";
import { clockOf } from "~/text/say";
import { PlaceLog } from "~/ui/place-log";

const MOST_SHOWN = 100;

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { name, ...staff } = await requireStaff(request);
    const place = await requirePlace({ name, ...staff }, params.placeId);
    const [lines, tablets] = await Promise.all([
      logOf(staff.token, place.placeId, MOST_SHOWN),
      tabletsOfLog(staff.token, place.placeId, MOST_SHOWN),
    ]);
    return { language: languageOf(request), name, place, lines, tablets, now: Date.now() / 1000 };
  });
}

export default function Log() {
  const log = useLoaderData<typeof loader>();
  return <PlaceLog {...log} clock={clockOf(log.language, log.place.timeZone)} />;
}
