import { expect, test } from "vitest";
import { byWhatIsNext, endsSoon, type Room, type VettingStep } from "~/domain/room";

const now = new Date("2026-01-15T18:00:00Z");
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const room = (host: string, more: Partial<Room> = {}): Room => ({
  kind: "shared",
  mostAdults: 1,
  mostChildren: 0,
  mostNights: 7,
  pets: [],
  stepFree: null,
  smoking: false,
  livesAdults: 1,
  livesChildAges: [],
  livesAnimals: null,
  livesWith: [],
  notes: null,
  roomId: host,
  groupId: 1,
  host,
  hasArea: true,
  appliedAt: inDays(-9),
  pausedAt: null,
  isPausedByHost: null,
  endedAt: null,
  next: null,
  referenceCount: 2,
  backgroundUntil: "2026-12-01",
  approvedUntil: inDays(300),
  isOfferable: true,
  ...more,
});
const due = (host: string, next: VettingStep, more: Partial<Room> = {}) =>
  room(host, { next, isOfferable: false, approvedUntil: null, ...more });

test("what runs out first within a month is said, of a room that is offered", () => {
  expect(endsSoon(room("a"), now)).toBeNull();
  expect(endsSoon(room("a", { backgroundUntil: "2026-02-01" }), now)).toEqual(
    new Date("2026-02-01T12:00:00Z"),
  );
  expect(endsSoon(room("a", { backgroundUntil: "2026-02-01", approvedUntil: inDays(3) }), now)).toEqual(
    inDays(3),
  );
  expect(endsSoon(due("a", "background", { backgroundUntil: "2026-01-16" }), now)).toBeNull();
});

test("the list begins with what needs one step more, and ends with what rests", () => {
  const rooms = [
    room("in order"),
    room("paused", { pausedAt: inDays(-1), isOfferable: false }),
    room("ends soon", { approvedUntil: inDays(10) }),
    due("new", "identity"),
    due("newer", "identity", { appliedAt: inDays(-1) }),
    due("nearly there", "approved"),
  ];
  expect(byWhatIsNext(rooms, now).map(({ host }) => host)).toEqual([
    "nearly there",
    "new",
    "newer",
    "ends soon",
    "in order",
    "paused",
  ]);
});
