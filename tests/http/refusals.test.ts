import { describe, expect, it } from "vitest";
import { DatabaseAway } from "~/data/connection.server";
import { machineRefusal } from "~/http/machine-answer.server";
import { whileThere } from "~/http/refusals.server";

const away = () =>
  Promise.reject(new DatabaseAway("unreachable", { cause: new Error("connection refused") }));

describe("while the database is away", () => {
  it("a page is refused with 503, which its error page tells apart from a bug", async () => {
    await expect(whileThere(away)).rejects.toMatchObject({
      data: { missing: "database" },
      init: { status: 503 },
    });
  });

  it("a bug stays a bug, and an answer an answer", async () => {
    await expect(whileThere(() => Promise.reject(new TypeError("no")))).rejects.toThrow(TypeError);
    await expect(whileThere(() => Promise.resolve(7))).resolves.toBe(7);
  });

  it("a machine is told so in its own words, readable from anywhere and kept nowhere", async () => {
    const answer = machineRefusal({ kind: "away" });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ problems: [{ problem: "away" }] });
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });
});
