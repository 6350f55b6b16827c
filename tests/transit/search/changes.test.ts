import { expect, test } from "vitest";
import { journeysFrom } from "~/transit/search/journeys";
import { at, type Place, placed, told, town, trip } from "../picture";

// By the 1 one is at B first and with less outside; only who came by the 2 may change to the 3.
const stops: Record<string, Place> = { A: [0, 0], A2: [0, 500], B: [5000, 0], C: [9000, 0] };
const city = town({
  stops,
  trips: [
    { ...trip("A 10:00", "B 10:20"), route: "1" },
    { ...trip("A2 9:55", "B 10:21"), route: "2" },
    { ...trip("B 10:25", "C 10:45"), route: "3" },
    { ...trip("B 11:25", "C 11:45"), route: "4" },
  ],
});
const [b, stopCount] = [city.stops.ids.indexOf("B"), city.stops.ids.length];
const any = { fromRoute: -1, fromTrip: -1, toRoute: -1, toTrip: -1, minS: -1, forbidden: false };

function ways(rules: Partial<typeof any>[]): string[] {
  const named = new Map([[b * stopCount + b, rules.map((rule) => ({ ...any, ...rule }))]]);
  const isNamed = new Uint8Array(stopCount);
  isNamed[b] = 1;
  const timetable = { ...city, transfers: { ...city.transfers, named, isNamed } };
  const door = { key: 1, ...placed(stops.C!), opens: null, closes: null };
  const question = { origin: placed(stops.A!), doors: [door], leaveFrom: at("14 9:00"), laterS: Infinity };
  return told(journeysFrom(timetable, question).get(1));
}

test("who came later and colder changes where the other may not", () => {
  expect(ways([])[0]).toMatch(/^leave 09:58:00, in 10:45:00, 420 s/);
  expect(ways([{ fromRoute: 0, toRoute: 2, forbidden: true }])[0]).toMatch(/^leave 09:40:57, in 10:45:00/);
});

test("a rule's own time is what counts, shorter or longer", () => {
  expect(
    ways([
      { fromRoute: 0, minS: 301 },
      { fromRoute: 1, minS: 241 },
    ])[0],
  ).toMatch(/, in 11:45:00/);
  expect(ways([{ fromRoute: 0, minS: 300 }])[0]).toMatch(/^leave 09:58:00, in 10:45:00/);
});
