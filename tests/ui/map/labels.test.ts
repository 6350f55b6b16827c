import { describe, expect, it } from "vitest";
import { placeLabels, spotsAlong } from "~/ui/map/labels";

const view = { left: 0, top: 0, right: 400, bottom: 300 };

describe("words on the map", () => {
  it("take their best spot when it is free", () => {
    const [label] = placeLabels([{ key: "a", words: "101", spots: [{ x: 200, y: 150 }] }], [], view);
    expect(label?.at).toEqual({ x: 200, y: 150 });
  });

  it("never lie on a pin, nor on one another", () => {
    const spots = [
      { x: 200, y: 150 },
      { x: 100, y: 150 },
      { x: 300, y: 150 },
    ];
    const labels = [
      { key: "a", words: "101", spots },
      { key: "b", words: "107", spots },
      { key: "c", words: "104", spots },
    ];
    const placed = placeLabels(labels, [{ x: 200, y: 150, width: 44 }], view);
    expect(placed.map(({ key, at }) => `${key} ${at.x}`)).toEqual(["a 100", "b 300"]);
  });

  it("are left out when they would hang over the edge", () => {
    expect(placeLabels([{ key: "a", words: "Village West", spots: [{ x: 390, y: 150 }] }], [], view)).toEqual(
      [],
    );
  });
});

describe("spots along a line", () => {
  it("begin in the middle of what can be seen and go outwards", () => {
    const spots = spotsAlong(
      [
        [
          { x: -1000, y: 100 },
          { x: 400, y: 100 },
        ],
      ],
      view,
    );
    expect(spots[0]?.x).toBeGreaterThan(150);
    expect(spots[0]?.x).toBeLessThan(250);
    expect(Math.min(...spots.map(({ x }) => x))).toBeGreaterThanOrEqual(0);
  });

  it("are none where the line is out of sight or has no length", () => {
    expect(
      spotsAlong(
        [
          [
            { x: -100, y: -100 },
            { x: -50, y: -10 },
          ],
        ],
        view,
      ),
    ).toEqual([]);
    expect(spotsAlong([[{ x: 10, y: 10 }], []], view)).toEqual([]);
  });
});
