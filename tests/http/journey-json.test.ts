import { describe, expect, it } from "vitest";
import { isoTime } from "~/domain/zone";
import { journeyJson } from "~/http/journey-json.server";
import { asked, bus, inside, walk, way } from "../support/journeys";

const iso = (at: number) => isoTime(at, "America/Chicago");
const at = (clock: string) => `2026-01-15T${clock}:00-06:00`;

const throughLibrary = way(
  [
    bus("5:48", "101", "6:00", "10th & State", { headsign: "Village West", ...asked("agency", "driver") }),
    walk("6:00", "6:02", "Main Library"),
    inside("6:02", "6:20"),
    walk("6:20", "6:23", "10th & Main"),
    bus("6:25", "107", "6:40", "Quindaro", { stepFree: "yes" }),
    bus("6:42", "106", "6:50", "Argentine", { staysOn: true }),
    walk("6:50", "7:40"),
  ],
  { weight: 3 },
);

describe("a journey as machines read it", () => {
  const said = journeyJson(throughLibrary, iso);

  it("names the warm room and the minutes in it", () => {
    expect(said.legs[2]).toEqual({
      kind: "inside",
      from: { name: "Main Library", lat: expect.any(Number), lon: expect.any(Number) },
      to: { name: "Main Library", lat: expect.any(Number), lon: expect.any(Number) },
      departs: at("18:02"),
      arrives: at("18:20"),
      room: "Main Library",
    });
    expect(JSON.stringify(said)).not.toContain("roomKey");
  });

  it("tells of each ride whether one stays on, whom to ask, and what is known for a wheelchair", () => {
    const rides = said.legs.filter(({ kind }) => kind === "ride");
    expect(rides).toMatchObject([
      { route: "101", staysOn: false, ask: { on: "agency", off: "driver" }, stepFree: "maybe" },
      { route: "107", staysOn: false, ask: { on: "nobody", off: "nobody" }, stepFree: "yes" },
      { route: "106", staysOn: true },
    ]);
    expect(said).toMatchObject({ boardings: 2, callFirst: true, stepFree: "maybe" });
  });

  it("has its coldest stretch and the hazard of it", () => {
    expect(said).toMatchObject({ worst: { outdoorMinutes: 50, coldMinutes: 150 }, hazard: "frostbite" });
    expect(journeyJson(way([walk("5:00", "5:10")]), iso)).toMatchObject({
      worst: { outdoorMinutes: 10, coldMinutes: 10 },
      hazard: "none",
      callFirst: false,
    });
  });
});
