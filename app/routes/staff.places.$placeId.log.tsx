import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { logOf } from "~/data/board.server";
import { findPlace } from "~/data/places.server";
import { findRegion } from "~/data/regions.server";
import { languageOf } from "~/http/language.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";
import { clockOf } from "~/text/say";
import { PlaceLog } from "~/ui/place-log";

const MOST_SHOWN = 100;

export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const staff = await requireStaff(request);
    const place = requirePlace(staff, params.placeId);
    const found = await findPlace(place.placeId);
    const region = found && (await findRegion(found.regionSlug));
    if (!region) throw notFound("place");
    const lines = await logOf(staff.token, place.placeId, MOST_SHOWN);
    return { language: languageOf(request), name: staff.name, place, timeZone: region.timeZone, lines };
  });
}

export default function Log() {
  const { timeZone, ...log } = useLoaderData<typeof loader>();
  return <PlaceLog {...log} clock={clockOf(log.language, timeZone)} />;
}
