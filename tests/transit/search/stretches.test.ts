import { expect, test } from "vitest";
import { outdoorsOf } from "~/transit/search/stretches";

const curve = { from: 0, stepS: 3600, weights: [1, 3, 2] as [number, ...number[]] };

test("seconds are counted as they are, cold-minutes with the weight of their hour", () => {
  const { outdoorS, coldMinutes } = outdoorsOf(
    [
      { from: 3000, until: 4200, estimateS: 0 },
      { from: 7200, until: 7500, estimateS: 0 },
    ],
    curve,
  );
  expect(outdoorS).toBe(1500);
  expect(coldMinutes).toBe((600 * 1 + 600 * 3 + 300 * 2) / 60);
});

test("the worst stretch is the coldest one, and knows its coldest second", () => {
  const long = { from: 0, until: 1500, estimateS: 0 };
  const cold = { from: 3000, until: 4200, estimateS: 0 };
  expect(outdoorsOf([long, cold], curve).worst).toEqual({ seconds: 1200, coldMinutes: 40, peakWeight: 3 });
  const hour = { from: 7200, until: 9000, estimateS: 0 };
  const whole = { from: 3000, until: 7260, estimateS: 0 };
  expect(outdoorsOf([whole], curve).worst.peakWeight).toBe(3);
  expect(outdoorsOf([cold, { ...cold, from: 0, until: 2400 }], curve).worst.seconds).toBe(1200);
  expect(outdoorsOf([{ ...cold, from: 0, until: 2400 }, cold], curve).worst.seconds).toBe(2400);
  expect(outdoorsOf([cold, hour], curve).worst.seconds).toBe(1800);
  expect(outdoorsOf([], curve)).toEqual({
    outdoorS: 0,
    coldMinutes: 0,
    worst: { seconds: 0, coldMinutes: 0, peakWeight: 1 },
  });
});

test("half a headway is waited too, in the cold of the second at which the bus may come", () => {
  const { outdoorS, coldMinutes, worst } = outdoorsOf([{ from: 3000, until: 3600, estimateS: 900 }], curve);
  expect(outdoorS).toBe(1500);
  expect(coldMinutes).toBe((600 * 1 + 900 * 3) / 60);
  expect(worst.peakWeight).toBe(3);
});
