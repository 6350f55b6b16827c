import type { LoaderFunctionArgs } from "@remix-run/node";
import { logOf } from "~/data/board.server";
import { csvAnswer } from "~/http/csv.server";
import { LOG_HEAD, logRow } from "~/http/log-rows.server";
import { whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";

const EVERYTHING = 10_000;

/** Every statement there is of the place, the newest first. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const staff = await requireStaff(request);
    const { placeId } = await requirePlace(staff, params.placeId);
    const lines = await logOf(staff.token, placeId, EVERYTHING);
    return csvAnswer([LOG_HEAD, ...lines.map(logRow)], `place-${placeId}-log.csv`);
  });
}
