import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chooseTiles } from "~/data/tiles.server";
import { startTileServer, type TileServer } from "../support/tile-server";

let folder: string;
let server: TileServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "warmstop-data-"));
  server = await startTileServer();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe("where tiles come from", () => {
  it("is OpenStreetMap where nothing is said but who is asking", async () => {
    const tiles = await chooseTiles({ WARMSTOP_DATA: folder, CONTACT: "help@example.org" });
    expect(tiles).toMatchObject({
      kind: "tiles",
      source: { attribution: "© OpenStreetMap contributors", minZoom: 9, maxZoom: 17 },
    });
    expect(await readdir(folder)).toEqual(["tiles"]);
  });

  it.each([
    ["nobody says who is asking", {}, /CONTACT/],
    [
      "a mirror of OpenStreetMap is asked by nobody",
      { TILES_URL: "https://a.tile.openstreetmap.org/{z}/{x}/{y}.png" },
      /CONTACT/,
    ],
    ["they are switched off", { TILES: "OFF", CONTACT: "help@example.org" }, /switched off/],
    ["the address is none", { TILES_URL: "tiles" }, /TILES_URL/],
    ["the address has no place for the tile", { TILES_URL: "https://example.org/tile.png" }, /TILES_URL/],
    ["the address is a file's", { TILES_URL: "file:///{z}/{x}/{y}.png" }, /TILES_URL/],
    ["the contact would end its header", { CONTACT: "a@b.org\r\nX: y" }, /CONTACT/],
    ["the file is not there", { TILES_FILE: "/nowhere/tiles.pmtiles" }, /TILES_FILE.*no such file/],
  ])("is nowhere when %s, and the reason is said", async (_, env, reason) => {
    const tiles = await chooseTiles({ WARMSTOP_DATA: folder, ...env });
    expect(tiles).toEqual({ kind: "none", reason: expect.stringMatching(reason) });
  });

  it("is another server's where it is named: asked by our name, kept beside the data", async () => {
    const tiles = await chooseTiles({
      WARMSTOP_DATA: folder,
      TILES_URL: server.url,
      TILES_ATTRIBUTION: "City Maps",
      CONTACT: "help@example.org",
    });
    expect(tiles).toMatchObject({ kind: "tiles", source: { attribution: "City Maps" } });
    if (tiles.kind !== "tiles") return;
    expect((await tiles.source.tileAt({ z: 9, x: 121, y: 195 })).kind).toBe("picture");
    expect(server.asked[0]?.headers["user-agent"]).toMatch(
      /^Warmstop\/\d+\.\d+\.\d+ \(\+help@example\.org\)$/,
    );
    expect(await readdir(join(folder, "tiles", "127.0.0.1", "9", "121"))).toEqual(["195"]);
  });

  it("is kept in the system's own place where the data folder cannot be written to", async () => {
    await writeFile(join(folder, "file"), "");
    const tiles = await chooseTiles({ WARMSTOP_DATA: join(folder, "file"), TILES_URL: server.url });
    expect(tiles.kind).toBe("tiles");
  });
});
