import { describe, expect, it } from "vitest";
import { roomsOf, stopsOf } from "~/ui/map/way-points";
import { bus, inside, walk, way } from "../../support/journeys";

const names = (points: { name: string }[]) => points.map(({ name }) => name);

describe("on the line of a journey", () => {
  it("stand the stops where one gets on and off, each once", () => {
    const twice = way([
      walk("5:40", "5:46", "7th"),
      bus("5:48", "101", "6:02", "67th"),
      bus("6:10", "107", "6:20", "Quindaro"),
      walk("6:20", "6:22"),
    ]);
    expect(names(stopsOf(twice))).toEqual(["7th", "67th", "Quindaro"]);
    expect(roomsOf(twice)).toEqual([]);
  });

  it("stands no stop where all stay on the bus", () => {
    const goesOn = way([
      walk("5:40", "5:46", "7th"),
      bus("5:48", "101", "6:02", "67th"),
      bus("6:02", "104", "6:20", "Argentine", { staysOn: true }),
    ]);
    expect(names(stopsOf(goesOn))).toEqual(["7th", "Argentine"]);
  });

  it("stand the warm rooms one waits in", () => {
    const warm = way([
      bus("5:48", "101", "6:02", "67th"),
      walk("6:02", "6:04", "Main Library"),
      inside("6:04", "6:30"),
      walk("6:30", "6:34", "67th"),
      bus("6:35", "104", "6:50", "Argentine"),
    ]);
    expect(names(roomsOf(warm))).toEqual(["Main Library"]);
  });
});
