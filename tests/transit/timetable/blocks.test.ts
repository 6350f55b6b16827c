import { describe, expect, test } from "vitest";
import { goesOn } from "~/transit/timetable/blocks";
import type { Timetable } from "~/transit/timetable/timetable";
import { type Place, town, trip } from "../picture";

const stops: Record<string, Place> = { A: [0, 0], B: [900, 0], C: [1800, 0] };

/** Which trip goes on as which, "0>1". */
function pairs(timetable: Timetable, running = [...timetable.trips.first.keys()]): string[] {
  const follows = goesOn(timetable, running);
  if (!follows) return [];
  return running.flatMap((to, run) =>
    [...follows.from.subarray(follows.first[run], follows.first[run + 1])].map(
      (from) => `${running[from]}>${to}`,
    ),
  );
}

const pair = (from: number, to: number, trips: number) => from * trips + to;

function blocked(blocks: number[], ...calls: string[][]): Timetable {
  const timetable = town({ stops, trips: calls.map((trips) => trip(...trips)) });
  timetable.trips.block.set(blocks);
  return timetable;
}

describe("a vehicle goes on", () => {
  test("as the next trip of its block, whatever the order of their ids", () => {
    const bus = blocked([3, 3, 3], ["B 11:00", "C 11:20"], ["C 11:20", "A 12:00"], ["A 10:00", "B 10:30"]);
    expect(pairs(bus)).toEqual(["2>0", "0>1"]);
  });

  test("from one that is over the moment it begins to the one that begins then, whatever the order of their ids", () => {
    const [passing, next] = [
      ["A 10:00", "B 10:00"],
      ["B 10:00", "C 10:20"],
    ];
    expect(pairs(blocked([3, 3], passing!, next!))).toEqual(["0>1"]);
    expect(pairs(blocked([3, 3], next!, passing!))).toEqual(["1>0"]);
  });

  test("only among the trips that run that day", () => {
    const bus = blocked([3, 3, 3], ["A 10:00", "B 10:30"], ["B 10:40", "B 10:50"], ["B 11:00", "C 11:20"]);
    expect(pairs(bus, [0, 2])).toEqual(["0>2"]);
  });

  test("not over a trip that its riders cannot use", () => {
    const bus = blocked([3, 3, 3], ["A 10:00", "B 10:30"], ["B 10:30", "B 10:40"], ["B 10:40", "C 11:20"]);
    expect(goesOn(bus, [0, 2], [1])).toBeNull();
    expect(pairs(bus, [0, 2])).toEqual(["0>2"]);
  });

  test("not where it starts elsewhere, before it has ended, or without a block", () => {
    expect(pairs(blocked([3, 3], ["A 10:00", "B 10:30"], ["C 10:40", "A 11:00"]))).toEqual([]);
    expect(pairs(blocked([3, 3], ["A 10:00", "B 10:30"], ["B 10:29", "A 11:00"]))).toEqual([]);
    expect(pairs(blocked([-1, -1], ["A 10:00", "B 10:30"], ["B 10:30", "A 11:00"]))).toEqual([]);
    expect(pairs(blocked([3, 4], ["A 10:00", "B 10:30"], ["B 10:30", "A 11:00"]))).toEqual([]);
  });

  test("where transfers.txt says so, from elsewhere too, but not back in time; and not where it denies it", () => {
    const trains = blocked(
      [-1, -1, 5, 5],
      ["A 10:00", "B 10:30"],
      ["C 10:40", "A 11:00"],
      ["A 9:00", "B 9:30"],
      ["B 9:30", "C 9:50"],
    );
    trains.transfers.stays.add(pair(0, 1, 4)).add(pair(1, 0, 4));
    expect(pairs(trains)).toEqual(["0>1", "2>3"]);
    trains.transfers.parts.add(pair(2, 3, 4));
    expect(pairs(trains)).toEqual(["0>1"]);
  });

  test("once, where block and transfers.txt both say it", () => {
    const both = blocked([5, 5], ["A 9:00", "B 9:30"], ["B 9:30", "C 9:50"]);
    both.transfers.stays.add(pair(0, 1, 2));
    expect(pairs(both)).toEqual(["0>1"]);
  });
});
