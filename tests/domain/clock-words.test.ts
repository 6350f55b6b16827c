import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { whenIn } from "~/domain/clock-words";
import { clock } from "~/domain/search";

describe("a time of day as people type it", () => {
  test.each([
    ["17:30", 1050],
    ["5:30p", 1050],
    ["5:30 P.M.", 1050],
    ["11 pm", 1380],
    ["12:15 am", 15],
    ["17h30", 1050],
    ["17:30 h", 1050],
    ["medianoche", 0],
  ])("%j", (typed, minutes) => {
    expect(whenIn(typed)).toEqual({ kind: "at", minutes });
  });

  test.each(["24:00", "7:5", "5", "17", "-1:00", "5:30 xm", "13 pm", "__proto__", "constructor"])(
    "%j is none",
    (typed) => {
      expect(whenIn(typed)).toBeUndefined();
    },
  );

  test.each([
    ["2024-04-10 17:00", "2024-04-10", 1020],
    ["2024-04-10T17:00", "2024-04-10", 1020],
    ["2024-02-29 5:30 pm", "2024-02-29", 1050],
  ])("%j is on a date", (typed, date, minutes) => {
    expect(whenIn(typed)).toEqual({ kind: "on", date, minutes });
  });

  test.each([
    "2023-02-29 17:00",
    "2024-04-31 17:00",
    "2024-13-01 17:00",
    "2024-04-10",
    "2024-04-10 now",
    "2024-04-10 5",
  ])("%j is no time", (typed) => expect(whenIn(typed)).toBeUndefined());

  test("a single digit without am or pm may be either half of the day, on a date it is the morning", () => {
    expect(whenIn("5:30")).toEqual({ kind: "at", minutes: 330, eitherHalf: true });
    expect(whenIn("2024-04-10 5:30")).toEqual({ kind: "on", date: "2024-04-10", minutes: 330 });
    expect(whenIn("05:30")).toEqual({ kind: "at", minutes: 330 });
  });

  test("what a time field holds is read back as the same minute", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        expect(whenIn(clock(minutes))).toEqual({ kind: "at", minutes });
      }),
    );
  });

  test("any words get an answer", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (words) => void whenIn(words)));
  });
});
