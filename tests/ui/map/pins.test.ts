import { describe, expect, it } from "vitest";
import { firstNumber, pinsOf, steppedAside, waitingPlace } from "~/ui/map/pins";
import { option } from "./options";

const gill = option("1 shelter 39.1189 -94.6245 takes-you");
const library = option("2 warming-center 39.1152 -94.6265 takes-you");
const farAway = option("3 shelter 39.13 -94.83 call");
const sameHouse = option("4 day-center 39.1189 -94.6245 no");
const all = [gill, library, farAway, sameHouse];

function said(pins: ReturnType<ReturnType<typeof pinsOf>["at"]>): string[] {
  return pins.map((pin) =>
    pin.kind === "pin" ? String(pin.option.number) : pin.options.map(({ number }) => number).join("+"),
  );
}

describe("the pins of an answer", () => {
  it("near one another are one cluster, which names them in list order", () => {
    expect(said(pinsOf(all, null, 17).at(10))).toEqual(["1+2+4", "3"]);
  });

  it("all stand alone at the closest zoom, even in one house", () => {
    expect(said(pinsOf(all, null, 17).at(17))).toEqual(["1", "2", "3", "4"]);
  });

  it("fall apart at the zoom the cluster names", () => {
    const index = pinsOf(all, null, 17);
    const [cluster] = index.at(10);
    const opensAt = cluster?.kind === "cluster" ? cluster.opensAt : 0;
    expect(said(index.at(opensAt - 1))[0]).toBe("1+2+4");
    expect(said(index.at(opensAt))).toEqual(["1+4", "2", "3"]);
  });

  it("leave out of every cluster the one whose way is shown", () => {
    expect(said(pinsOf(all, 2, 17).at(10))).toEqual(["1+4", "2", "3"]);
  });

  it.each([9, 10.5, 12, 14, 16, 17])("come in the order of the list and none is lost at zoom %d", (zoom) => {
    const pins = pinsOf(all, 4, 17).at(zoom);
    const numbers = pins.map(firstNumber);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    const shown = pins.flatMap((pin) => (pin.kind === "pin" ? [pin.option] : pin.options));
    expect(new Set(shown)).toEqual(new Set(all));
  });

  it("are none where there is no answer", () => {
    expect(pinsOf([], null, 17).at(12)).toEqual([]);
  });
});

describe("pins on one another", () => {
  const pin = (x: number, y = 0) => ({ x, y, width: 44 });

  it("step to the right until each can be seen", () => {
    const placed = steppedAside([pin(0), pin(0), pin(2, 3), pin(10)]);
    expect(placed.map(({ x }) => x)).toEqual([0, 44, 88, 132]);
  });

  it("stay where they are when they are apart", () => {
    const apart = [pin(0), pin(60), pin(0, 60)];
    expect(steppedAside(apart)).toEqual(apart);
  });

  it("step aside farther from a wide cluster", () => {
    expect(steppedAside([{ x: 0, y: 0, width: 90 }, pin(20)])[1]?.x).toBe(67);
  });
});

describe("a pin out of sight", () => {
  const view = { left: 0, top: 0, right: 400, bottom: 300 };

  it("waits inside the nearest edge for the keyboard", () => {
    expect(waitingPlace({ x: -500, y: 150 }, view)).toEqual({ x: 22, y: 150 });
    expect(waitingPlace({ x: 900, y: 900 }, view)).toEqual({ x: 378, y: 278 });
  });

  it("is none while its middle can be seen", () => {
    expect(waitingPlace({ x: 200, y: 150 }, view)).toBeNull();
    expect(waitingPlace({ x: 0, y: 300 }, view)).toBeNull();
  });
});
