import { beforeAll, describe, expect, test } from "vitest";
import { whereIs } from "~/data/where.server";
import { testDatabase } from "../support/database";
import { seedPlace, seedRegion } from "../support/seeds";

const database = testDatabase();

beforeAll(async () => {
  const { owner } = database;
  const kck = await seedRegion(owner, "kck");
  await seedRegion(owner, "twin");
  await owner`update regions set south = 38.4, north = 38.9, west = -90.6, east = -89.9 where slug = 'twin'`;
  await seedPlace(owner, kck, { key: "Hope House" });
  await owner`insert into region_zips (region_id, zip, lat, lon) values (${kck}, '66101', 39.12, -94.63)`;
});

const slugOf = async (words: string, slug: string | null = null) =>
  (await whereIs(words, slug)).region?.slug ?? null;

describe("asked of all regions", () => {
  test("a ZIP, a position and a name are found in the region they lie in", async () => {
    expect(await slugOf("66101")).toBe("kck");
    expect(await slugOf("hope hause")).toBe("kck");
    expect(await slugOf("38.63,-90.2")).toBe("twin");
    expect((await whereIs("66101", null)).where).toMatchObject({
      kind: "found",
      at: { lat: 39.12, lon: -94.63 },
    });
  });

  test("a link's region does not hide the others", async () => {
    expect(await slugOf("hope house", "twin")).toBe("kck");
    expect(await slugOf("hope house", "atlantis")).toBe("kck");
    expect(await slugOf("38.63,-90.2", "kck")).toBe("twin");
  });

  test("a ZIP in our bounds is found by the country's list; one far away is told how far", async () => {
    expect(await slugOf("66102")).toBe("kck");
    const { where, region } = await whereIs("10001", null);
    expect(region).toBeNull();
    expect(where).toMatchObject({ kind: "outside", nearest: { slug: "twin" } });
  });

  test("a place's own address is found", async () => {
    await database.owner`update sites set address = '645 Nebraska Ave' where region_id = (select region_id from regions where slug = 'kck')`;
    const { where, region } = await whereIs("645 nebraska", "twin");
    expect([region?.slug, where.kind === "found" && where.at.words]).toEqual(["kck", "645 Nebraska Ave"]);
  });

  test("what nobody knows is not found", async () => {
    expect(await whereIs("nowhere at all", null)).toEqual({ where: { kind: "not-found" }, region: null });
    expect(await whereIs("", null)).toEqual({ where: { kind: "not-found" }, region: null });
  });
});
