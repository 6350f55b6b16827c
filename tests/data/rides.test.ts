import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeOffer } from "~/data/offers.server";
import { drivenTo } from "~/data/rides.server";
import type { Option } from "~/domain/tonight";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember } from "../support/groups";
import { RIDE } from "../support/offers";
import { seedRegion } from "../support/seeds";

const database = testDatabase();

const lost = (placeId: number, standing = "call") =>
  ({
    place: { placeId },
    fit: { kind: "yes" },
    standing,
    best: null,
    way: { kind: "none", reason: "last-bus-gone" },
  }) as Option;
// A Monday, 9 pm in Kansas City.
const MONDAY_NINE = Date.parse("2026-01-19T21:00:00-06:00") / 1000;

test("a family that no bus takes is told of neighbors where one of the region drives at that hour, and nowhere else", async () => {
  const regionId = await seedRegion(database.owner);
  const region = { regionId, timeZone: "America/Chicago" };
  const { groupId } = await seedGroup(database.owner, regionId);
  const places = [lost(1), lost(2, "no")];
  expect(await drivenTo(places, region, MONDAY_NINE)).toEqual([]);
  const { token } = await seedMember(database.owner, groupId);
  const said = { ...RIDE, days: [1], fromMinutes: 18 * 60, untilMinutes: 22 * 60 };
  await makeOffer({ key: randomUUID(), token, groupId, said });
  expect(await drivenTo(places, region, MONDAY_NINE)).toEqual([1]);
  expect(await drivenTo(places, region, MONDAY_NINE + 2 * 3600)).toEqual([]);
  expect(await drivenTo(places, { ...region, regionId: regionId + 1 }, MONDAY_NINE)).toEqual([]);
  await database.owner`update groups set state = 'closed' where group_id = ${groupId}`.catch(() => {});
  await database.owner`update offers set state = 'paused'`;
  expect(await drivenTo(places, region, MONDAY_NINE)).toEqual([]);
});
