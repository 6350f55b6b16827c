import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loader } from "~/routes/tiles.$";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";
import { picture, startTileServer, type TileServer } from "../support/tile-server";

const database = testDatabase();
let server: TileServer;
let folder: string;

beforeAll(async () => {
  await seedRegion(database.owner);
  server = await startTileServer();
  folder = await mkdtemp(join(tmpdir(), "warmstop-route-"));
  // Read once, at the first tile.
  Object.assign(process.env, { WARMSTOP_DATA: folder, TILES_URL: server.url, TILES: "" });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function answer(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`http://localhost/tiles/${path}`, { headers });
  return loader({ request, params: { "*": path }, context: {} });
}

describe("/tiles", () => {
  it("gives a tile of a region from our own origin, to be kept for a week", async () => {
    const response = await answer("15/7770/12509.png", { "Sec-Fetch-Site": "same-origin" });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("image/png");
    expect(response.headers.get("Cache-Control")).toMatch(/^public, max-age=(604800|604799)$/);
    expect(response.headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    const etag = response.headers.get("ETag") ?? "";
    const again = await answer("15/7770/12509.png", { "If-None-Match": etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  it.each([
    ["outside of every region", "13/2412/3080.png", {}],
    ["too far out", "8/60/97.png", {}],
    ["too close", "18/62166/100076.png", {}],
    ["no tile at all", "15/7770", {}],
    ["a way out of the folder", "../../etc/passwd", {}],
    ["for another site's page", "15/7771/12509.png", { "Sec-Fetch-Site": "cross-site" }],
    ["for a neighbour's page", "15/7771/12509.png", { "Sec-Fetch-Site": "same-site" }],
  ])("gives nothing %s, and asks nobody", async (_, path, headers) => {
    const before = server.asked.length;
    const response = await answer(path, headers);
    expect(response.status).toBe(404);
    expect(response.headers.get("Location")).toBeNull();
    expect(server.asked).toHaveLength(before);
  });

  it("says when to come back when the source is not there, and gives the tile once it is", async () => {
    server.answer((_, response) => void response.writeHead(404).end());
    expect((await answer("16/15541/25018.png")).status).toBe(404);

    server.answer((_, response) => void response.writeHead(302, { Location: "https://example.org/" }).end());
    const response = await answer("16/15542/25018.png");
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("60");
    expect(response.headers.get("Location")).toBeNull();
    expect(response.headers.get("Cache-Control")).toBe("no-store");

    server.answer(picture());
    expect((await answer("16/15543/25018.png")).status).toBe(200);
  });
});
