import { describe, expect, test } from "vitest";
import { isWorthAsking, type Statement, takenWhenFull, undoable, type Units } from "~/domain/board";
import { freeUnits } from "~/domain/pool";

const ten: Units = { capacity: 10, occupied: 4, held: 1, outOfService: 1 };

test("free is what is neither taken, promised nor out of service; less than nothing is over", () => {
  expect(freeUnits(ten)).toBe(4);
  expect(freeUnits({ ...ten, occupied: 9 })).toBe(-1);
  expect(takenWhenFull(ten)).toBe(8);
  expect(freeUnits({ ...ten, occupied: takenWhenFull(ten) })).toBe(0);
  expect(takenWhenFull({ ...ten, held: 20 })).toBe(0);
});

test.each([
  ["one more taken", 5, false],
  ["half of them more", 9, true],
  ["the last one taken", 8, true],
  ["one fewer", 3, false],
  ["none taken any more", 0, false],
])("%s is asked about: %s", (_what, occupied, asked) => {
  expect(isWorthAsking(ten, occupied)).toBe(asked);
});

test("more than half of a large place is asked about, also where it empties; who is full already is not asked again", () => {
  expect(isWorthAsking({ ...ten, occupied: 7 }, 1)).toBe(true);
  expect(isWorthAsking({ ...ten, occupied: 8 }, 9)).toBe(false);
});

describe("a count can be taken back", () => {
  const now = new Date("2026-11-26T18:00:00Z");
  const said = (occupied: number, secondsAgo: number): Statement => ({
    capacity: 10,
    occupied,
    outOfService: 0,
    extra: 0,
    extraUntil: null,
    at: new Date(now.getTime() - secondsAgo * 1000),
    who: "Ana",
    way: "web",
  });

  test("for half a minute, to the one before it", () => {
    expect(undoable({ said: [said(5, 29), said(4, 900)] }, now)).toMatchObject({ occupied: 4 });
    expect(undoable({ said: [said(5, 31), said(4, 900)] }, now)).toBeNull();
  });

  test("not where nothing changed, or nothing was said before", () => {
    expect(undoable({ said: [said(4, 5), said(4, 900)] }, now)).toBeNull();
    expect(undoable({ said: [said(4, 5)] }, now)).toBeNull();
    expect(undoable({ said: [] }, now)).toBeNull();
  });
});
