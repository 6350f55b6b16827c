import type { LoaderFunctionArgs } from "@remix-run/node";
import { logOf } from "~/data/board.server";
import { tabletsOfLog } from "~/data/tablets.server";
import { csvAnswer } from "~/http/csv.server";
import { whileThere } from "~/http/refusals.server";
import { requirePlace, requireStaff } from "~/http/staff.server";

const EVERYTHING = 10_000;
const HEAD = [
  "said_at",
  "who",
  "way",
  "pool",
  "household",
  "unit",
  "capacity",
  "taken",
  "out_of_service",
  "tablet",
];

/** Every statement there is of the place's pools, the newest first. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const staff = await requireStaff(request);
    const { placeId } = await requirePlace(staff, params.placeId);
    const [lines, tablets] = await Promise.all([
      logOf(staff.token, placeId, EVERYTHING),
      tabletsOfLog(staff.token, placeId, EVERYTHING),
    ]);
    const rows = lines.map((line) => [
      line.saidAt.toISOString(),
      line.who,
      line.way,
      line.poolId,
      line.household,
      line.unit,
      line.capacity,
      line.occupied,
      line.outOfService,
      tablets[line.reportId] ?? "",
    ]);
    return csvAnswer([HEAD, ...rows], `place-${placeId}-log.csv`);
  });
}
