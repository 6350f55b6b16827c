import { mkdtemp, readdir, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keptTiles, type KeptTile } from "~/data/tiles/kept-tiles.server";
import { png } from "../../support/tile-server";

const grey: KeptTile = {
  bytes: png(200),
  type: "image/png",
  etag: '"ours"',
  theirEtag: '"theirs"',
  theirDate: null,
  freshUntil: 1_800_000_000_000,
};
const corner = { z: 15, x: 7770, y: 12509 };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "warmstop-kept-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function bytesOnDisk(): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => stat(join(folder, name))));
  return sizes.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

it("gives back what was kept, byte for byte", async () => {
  const tiles = keptTiles(folder, 1_000_000);
  expect(await tiles.find(corner)).toBeUndefined();
  await tiles.keep(corner, grey);
  const found = await tiles.find(corner);
  expect(found).toEqual({ ...grey, bytes: found?.bytes });
  expect(Buffer.compare(Buffer.from(found?.bytes ?? []), grey.bytes)).toBe(0);
});

it("never grows past its limit, and throws the oldest away first", async () => {
  const most = 20_000;
  const tiles = keptTiles(folder, most);
  for (let x = 0; x < 60; x++) {
    await tiles.keep({ z: 15, x, y: 1 }, grey);
    expect(await bytesOnDisk()).toBeLessThanOrEqual(most);
  }
  expect(await tiles.find({ z: 15, x: 59, y: 1 })).toBeDefined();
  expect(await tiles.find({ z: 15, x: 0, y: 1 })).toBeUndefined();
});

it("counts what earlier processes left in the folder", async () => {
  await writeFile(join(folder, "left"), Buffer.alloc(50_000));
  await keptTiles(folder, 20_000).keep(corner, grey);
  expect(await bytesOnDisk()).toBeLessThanOrEqual(20_000);
  expect(await keptTiles(folder, 20_000).find(corner)).toBeDefined();
});

it.each([
  ["cut off", (path: string) => truncate(path, 300)],
  ["empty", (path: string) => truncate(path, 0)],
  ["something else", (path: string) => writeFile(path, "hello")],
])("takes a damaged file (%s) for no tile", async (_, damage) => {
  const tiles = keptTiles(folder, 1_000_000);
  await tiles.keep(corner, grey);
  await damage(join(folder, "15", "7770", "12509"));
  expect(await tiles.find(corner)).toBeUndefined();
});

it("leaves no drafts behind when many keep the same tile at one time", async () => {
  const tiles = keptTiles(folder, 1_000_000);
  await Promise.all(Array.from({ length: 20 }, () => tiles.keep(corner, grey)));
  expect(await readdir(join(folder, "15", "7770"))).toEqual(["12509"]);
  expect(await tiles.find(corner)).toBeDefined();
});
