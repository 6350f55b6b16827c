/** A town whose few rooms many ask for: places, their rooms, and the staff who are signed in. */
import { randomUUID } from "node:crypto";
import type { Sql } from "~/data/connection.server";
import { recordReport } from "~/data/reports.server";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

export type TownPlace = { placeId: number; poolId: number };
export type Town = {
  places: TownPlace[];
  desks: { placeId: number; token: string }[];
  probe: TownPlace & { token: string };
};

const CAPACITIES = [3, 6, 10, 20];
const DESKS_A_PLACE = 2;

export async function makeTown(owner: Sql, placeCount: number): Promise<Town> {
  const regionId = await seedRegion(owner);
  const town: Town = { places: [], desks: [], probe: { placeId: 0, poolId: 0, token: "" } };
  for (let index = 0; index <= placeCount; index++) {
    const key = index === placeCount ? "asked-for-health" : `shelter-${index}`;
    const { placeId } = await seedPlace(owner, regionId, { key, phone: "913-555-0101", families: true });
    const capacity = CAPACITIES[index % CAPACITIES.length]!;
    const poolId = await seedPool(owner, placeId, { capacity });
    await recordReport(owner, { key: randomUUID(), who: "the run", way: "command", poolId, occupied: 0 });
    const desks = await Promise.all(
      Array.from({ length: DESKS_A_PLACE }, (_, desk) =>
        seedStaff(owner, placeId, { name: `Desk${index}x${desk}` }),
      ),
    );
    if (index === placeCount) town.probe = { placeId, poolId, token: desks[0]!.token };
    else {
      town.places.push({ placeId, poolId });
      town.desks.push(...desks.map(({ token }) => ({ placeId, token })));
    }
  }
  // What the run begins with is nobody's change.
  await owner`delete from idempotency_keys`;
  return town;
}
