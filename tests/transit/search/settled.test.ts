import { describe, expect, test } from "vitest";
import type { Journey, LatLon, WarmRoom, Way } from "~/domain/journey";
import { approachTo } from "~/transit/search/doors";
import { journeysFrom, type Question } from "~/transit/search/journeys";
import { labelsFor } from "~/transit/search/labels";
import { settlingOf } from "~/transit/search/settled";
import { FAMILY_PACE } from "~/transit/timetable/walking";
import { at, type Drawing, type Place, placed, town, trip } from "../picture";
import { type Random, randomFrom } from "../random-town";

const stops: Record<string, Place> = { A: [0, 0], B: [8_000, 0] };
const leaveFrom = 1_000_000;

type Doors = [at: Place, opens: number | null, closes: number | null][];

/** From which second on nothing is waited for, the stops being reached for the first time at these seconds. */
function overFrom(reached: Record<string, number>, doors: Doors, rooms: LatLon[] = []): number | undefined {
  const timetable = town({ stops, trips: [trip("A 10:00", "B 10:10")] });
  const labels = labelsFor({ connections: 1, stops: 2, seconds: 1, runs: 1 }, undefined);
  for (const [stop, second] of Object.entries(reached))
    labels.soonest[timetable.stops.names.indexOf(stop)] = second;
  const asked = { timetable, origin: placed([50_000, 0]), pace: FAMILY_PACE, leaveFrom };
  const moment = (second: number | null) => (second === null ? null : leaveFrom + second);
  const approaches = doors.map(([place, opens, closes], key) =>
    approachTo(
      { key, ...placed(place), opens: moment(opens), closes: moment(closes) },
      { ...asked, aim: "warmest", wheelchair: false },
    ),
  );
  const warm = rooms.map((point): WarmRoom => ({ ...point, name: "", roomKey: 1, open: [] }));
  const isOver = settlingOf(approaches, { timetable, rooms: warm, laterS: 1000 });
  return Array.from({ length: 60 }, (_, i) => i * 100).find((second) => isOver(labels, second));
}

describe("a search is over", () => {
  test("when nothing later is shown at any door", () => {
    expect(overFrom({ A: 1000 }, [[[0, 0], null, null]])).toBe(2100);
    expect(
      overFrom({ A: 1000, B: 2500 }, [
        [[0, 0], null, null],
        [[8_000, 0], null, null],
      ]),
    ).toBe(3600);
  });

  test("some time after a door opens, however early one may be there", () => {
    expect(overFrom({ A: 1000 }, [[[0, 0], 3000, null]])).toBe(4100);
  });

  test("when the doors have closed, where somebody would come at all", () => {
    expect(overFrom({ A: 1000 }, [[[0, 0], null, 1450]])).toBe(1500);
    expect(overFrom({}, [[[0, 0], null, 1450]])).toBeUndefined();
  });

  test("never while nobody has come to a door that has a stop nearby", () => {
    const doors: Doors = [
      [[0, 0], null, null],
      [[8_000, 0], null, null],
    ];
    expect(overFrom({ A: 1000 }, doors)).toBeUndefined();
  });

  test("whatever is where no bus goes, but for a warm room by a stop", () => {
    const doors: Doors = [
      [[0, 0], null, null],
      [[9_500, 0], null, null],
    ];
    expect(overFrom({ A: 1000 }, doors)).toBe(2100);
    expect(overFrom({ A: 1000 }, doors, [placed([10_000, 0])])).toBe(2100);
    expect(overFrom({ A: 1000 }, doors, [placed([8_000, 0])])).toBe(2100);
    expect(overFrom({ A: 1000 }, doors, [placed([8_800, 0])])).toBeUndefined();
  });
});

function randomDrawing(random: Random): Drawing {
  const names = Array.from({ length: 9 }, (_, i) => `S${i}`);
  const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
  return {
    stops: Object.fromEntries(names.map((name) => [name, [random.upTo(9_000), random.upTo(3_000)]])),
    trips: Array.from({ length: 40 }, () => {
      let minute = 8 * 60 + random.upTo(9 * 60);
      const calls = names.toSorted(() => random.next() - 0.5).slice(0, 2 + random.upTo(4));
      return trip(...calls.map((name) => `${name} ${clock((minute += 2 + random.upTo(25)))}`));
    }),
  };
}

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  "in random town %d, ending early shows at each door what a search to the end shows there",
  (seed) => {
    const random = randomFrom(seed);
    const timetable = town(randomDrawing(random));
    const spot = () => placed([random.upTo(9_000), random.upTo(3_000)]);
    const from = at("14 10:00");
    const moment = (chance: number, hours: number) =>
      random.chance(chance) ? from + random.upTo(hours * 3600) : null;
    const doors = Array.from({ length: 1 + random.upTo(5) }, (_, key) => {
      const opens = moment(0.5, 4);
      return {
        key,
        ...spot(),
        opens,
        closes: random.chance(0.3) ? (opens ?? from) + random.upTo(9_000) : null,
      };
    });
    const open = [{ from: from - 3600, until: from + random.upTo(5 * 3600) }];
    const rooms = Array.from({ length: random.upTo(3) }, (_, i): WarmRoom => ({
      ...spot(),
      name: `${i}`,
      roomKey: i,
      open,
    }));
    const question: Question = { origin: spot(), doors, leaveFrom: from, rooms, windowS: 6 * 3600 };
    const shown = journeysFrom(timetable, question);
    for (const [key, whole] of journeysFrom(timetable, { ...question, laterS: Infinity }))
      expect(JSON.stringify(shown.get(key))).toBe(JSON.stringify(cut(whole)));
  },
);

/** As shown: what arrives within an hour of the first that gets in. */
function cut(way: Way): Way {
  if (way.kind === "none") return way;
  const [first] = way.journeys;
  const journeys = way.journeys.filter(({ arrives }) => arrives <= first.enters + 3600);
  return { kind: "journeys", journeys: journeys as [Journey, ...Journey[]] };
}
