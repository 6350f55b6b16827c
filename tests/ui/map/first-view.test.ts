import { describe, expect, it } from "vitest";
import { firstPoints, shownOption } from "~/ui/map/first-view";
import { alongState, option } from "./options";

const origin = { lat: 39.113, lon: -94.627 };
const takesYou = option("1 shelter 39.1168 -94.6617 takes-you", alongState);
const callFirst = option("2 shelter 39.0 -94.5 call");
const notTonight = option("3 shelter 38.9 -94.9 no", alongState);

describe("the option whose way is drawn", () => {
  it("is the picked one, with or without a way", () => {
    expect(shownOption([takesYou, callFirst], 2)).toBe(callFirst);
  });

  it("is the first with a way before one is picked, never one that does not take you", () => {
    expect(shownOption([notTonight, callFirst, takesYou], null)).toBe(takesYou);
    expect(shownOption([notTonight, callFirst], null)).toBeUndefined();
  });
});

describe("the first view", () => {
  it("holds you, the places that take you and the way, and leaves out what lies far off", () => {
    const points = firstPoints({ options: [takesYou, callFirst, notTonight], origin });
    expect(points).toContainEqual(origin);
    expect(points).toContainEqual(takesYou.place.site);
    expect(points).toContainEqual({ lat: 39.1155, lon: -94.6265 });
    expect(points).not.toContainEqual(callFirst.place.site);
  });

  it("holds the places to call when none takes you, and any when there is no other", () => {
    expect(firstPoints({ options: [callFirst, notTonight], origin })).toEqual([origin, callFirst.place.site]);
    expect(firstPoints({ options: [option("1 shelter 39 -94 no")], origin })).toEqual([
      origin,
      { lat: 39, lon: -94 },
    ]);
  });

  it("is you alone when there are no places", () => {
    expect(firstPoints({ options: [], origin })).toEqual([origin]);
  });
});
