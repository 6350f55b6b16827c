import { expect, test } from "vitest";
import type { Leg } from "~/domain/journey";
import { journeysFrom, type Question } from "~/transit/search/journeys";
import type { Timetable } from "~/transit/timetable/timetable";
import { at, clockOf, type DrawnTrip, type Place, placed, town, trip } from "../picture";

const stops: Record<string, Place> = { A: [0, 0], B: [5000, 0], C: [9000, 0] };

function rides(timetable: Timetable, more: Partial<Question> = {}): (Leg & { kind: "ride" })[] {
  const door = { key: 1, ...placed(stops.C!), opens: null, closes: null };
  const question = { origin: placed(stops.A!), doors: [door], leaveFrom: at("14 9:00"), ...more };
  const way = journeysFrom(timetable, question).get(1);
  const legs = way?.kind === "journeys" ? way.journeys[0].legs : [];
  return legs.flatMap((leg) => (leg.kind === "ride" ? [leg] : []));
}

test("a bus that goes on under another name is two legs and one boarding, and nobody waits outside between", () => {
  const bus = town({
    stops,
    trips: [
      { ...trip("A 10:00", "B 10:20"), route: "1" },
      { ...trip("B 10:50", "C 11:10"), route: "2" },
    ],
  });
  bus.trips.block.set([4, 4]);
  const [first, second] = rides(bus);
  expect([first, second].map((leg) => [leg!.route.shortName, leg!.staysOn, leg!.to.name])).toEqual([
    ["1", false, "B"],
    ["2", true, "C"],
  ]);
  expect(clockOf(first!.arrives)).toBe("10:20:00");
  const way = journeysFrom(bus, {
    origin: placed(stops.A!),
    doors: [{ key: 1, ...placed(stops.C!), opens: null, closes: null }],
    leaveFrom: at("14 9:00"),
  }).get(1);
  expect(way).toMatchObject({ journeys: [{ boardings: 1, outdoorS: 120 }] });
});

test("a bus that goes on is stayed aboard of while the buses of the day before still run", () => {
  const block = (drawn: DrawnTrip) => ({ ...drawn, block: "7" });
  const trips = [
    trip("A 33:30", "B 33:50"),
    block(trip("A 10:00", "B 10:20")),
    block(trip("B 10:20", "C 10:40")),
  ];
  const [there, on] = rides(town({ stops, trips }));
  expect([there!, on!].map(({ arrives, staysOn }) => [clockOf(arrives), staysOn])).toEqual([
    ["10:20:00", false],
    ["10:40:00", true],
  ]);
});

test("a stop served by arrangement says whom to ask, and the journey that one must call first", () => {
  const asking = town({ stops, trips: [trip("A 10:00 ask-on", "B 10:10", "C 10:20 ask-off")] });
  expect(rides(asking)).toEqual([]);
  const [leg] = rides(asking, { callFirst: true });
  expect(["agency", "driver"]).toContain(leg!.ask.on);
  expect(leg!.ask.off).not.toBe("nobody");
});

test("nobody is asked at a stop where all stay aboard", () => {
  const bus = town({ stops, trips: [trip("A 10:00", "B 10:20 ask-off"), trip("B 10:50 ask-on", "C 11:10")] });
  bus.trips.block.set([4, 4]);
  expect(rides(bus).map(({ ask }) => ask)).toEqual([
    { on: "nobody", off: "nobody" },
    { on: "nobody", off: "nobody" },
  ]);
});

test("a ride is step-free only where the vehicle and both stops are known to be", () => {
  const bus = town({ stops, trips: [trip("A 10:00", "C 10:20")] });
  expect(rides(bus, { wheelchair: true })[0]!.stepFree).toBe("maybe");
  bus.trips.wheelchair.fill(1);
  bus.stops.wheelchair.fill(1);
  bus.order.days.clear();
  expect(rides(bus, { wheelchair: true })[0]!.stepFree).toBe("yes");
  bus.stops.wheelchair[1] = 2;
  bus.order.days.clear();
  expect(rides(bus, { wheelchair: true })).toEqual([]);
});
