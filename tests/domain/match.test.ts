import { describe, expect, test } from "vitest";
import {
  firstProposal,
  isOpen,
  MATCH_STATES,
  roomDoubts,
  roomsInOrder,
  type RoomForAsk,
} from "~/domain/match";
import { ONE_ADULT } from "~/domain/party";

const room = (roomId: string, more: Partial<RoomForAsk> = {}): RoomForAsk => ({
  roomId,
  host: "Hana",
  kind: "private-room",
  mostAdults: 1,
  mostChildren: 2,
  mostNights: 7,
  pets: [],
  stepFree: null,
  smoking: false,
  livesAdults: 2,
  livesChildAges: [],
  livesAnimals: null,
  notes: null,
  isTaken: false,
  problem: null,
  ...more,
});

describe("the rooms for an ask", () => {
  test("come with a door of one's own first, and those that are taken or do not fit apart", () => {
    const rooms = [
      room("shared", { kind: "shared" }),
      room("taken", { kind: "whole-unit", isTaken: true }),
      room("hall", { kind: "congregation" }),
      room("small", { problem: "too-many-people" }),
      room("whole", { kind: "whole-unit" }),
      room("private"),
    ];
    const { fitting, others } = roomsInOrder(rooms);
    expect(fitting.map(({ roomId }) => roomId)).toEqual(["whole", "hall", "private", "shared"]);
    expect(others.map(({ roomId }) => roomId)).toEqual(["taken", "small"]);
  });
});

const wheels = { ...ONE_ADULT, wheelchair: true };

test.each([
  ["nothing is in doubt", room("a"), ONE_ADULT, []],
  ["steps nobody spoke of, and no wheelchair", room("a"), null, []],
  ["steps nobody spoke of, and a wheelchair", room("a"), wheels, ["steps"]],
  ["no steps, and a wheelchair", room("a", { stepFree: true }), wheels, []],
  [
    "smoke and a cat",
    room("a", { smoking: true, livesAnimals: "A cat." }),
    ONE_ADULT,
    ["smoking", "animals"],
  ],
] as const)("%s", (_what, of, party, doubts) => {
  expect(roomDoubts(of, party)).toEqual(doubts);
});

test("a match is open until it is over, whatever it ended as", () => {
  expect(MATCH_STATES.filter((state) => isOpen({ state }))).toEqual(["proposed", "agreed", "under-way"]);
});

test.each([
  ["in the evening", "2026-01-15", 17 * 60 + 42, "2026-01-15", "18:30"],
  ["before midnight", "2026-01-31", 23 * 60 + 5, "2026-02-01", "00:30"],
])("%s the first hour that is offered is a coming one", (_what, date, minutes, arrivesOn, arrivesAt) => {
  expect(firstProposal({ date, minutes }, 7)).toMatchObject({ arrivesOn, arrivesAt, nights: "7" });
});
