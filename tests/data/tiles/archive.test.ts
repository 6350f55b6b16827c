import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zxyToTileId } from "pmtiles";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tileArchive } from "~/data/tiles/archive.server";
import { pmtiles } from "../../support/pmtiles";
import { png } from "../../support/tile-server";

const corner = { z: 12, x: 971, y: 1563 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "warmstop-archive-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

describe("a raster PMTiles file", () => {
  it("gives its tiles, its attribution as plain words and its zooms within ours", async () => {
    const path = await fileOf("raster.pmtiles", pmtiles({ tile: corner, picture: png(90) }));
    const archive = await tileArchive(path, "nobody");
    expect(archive).toMatchObject({ attribution: "© City Maps", minZoom: 9, maxZoom: 14 });
    const answer = await archive.tileAt(corner);
    expect(answer).toMatchObject({ kind: "picture", picture: { type: "image/png" } });
    const bytes = answer.kind === "picture" ? answer.picture.bytes : new Uint8Array();
    expect(Buffer.compare(Buffer.from(bytes), png(90))).toBe(0);
  });

  it("has no tile where it has none", async () => {
    const path = await fileOf("one.pmtiles", pmtiles({ tile: corner, picture: png(90) }));
    const archive = await tileArchive(path, "nobody");
    expect(await archive.tileAt({ ...corner, x: corner.x + 1 })).toEqual({ kind: "none" });
    expect(zxyToTileId(corner.z, corner.x, corner.y)).toBeGreaterThan(0);
  });
});

describe("a file that is no raster PMTiles file", () => {
  it.each([
    [
      "vector tiles",
      pmtiles({ tile: corner, picture: png(90), tileType: 1 }),
      /vector tiles cannot be drawn/,
    ],
    ["another format", Buffer.from("hello, this is a text file".repeat(20)), /./],
    ["nothing", Buffer.alloc(0), /./],
  ])("%s: it is refused with a sentence", async (name, bytes, why) => {
    await expect(tileArchive(await fileOf(name, bytes), "nobody")).rejects.toThrow(why);
  });
});
