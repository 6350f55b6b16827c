import { expect, test } from "vitest";
import { partedSteps, type HomeStep } from "~/domain/home-search";

const step = (stepId: number, doneAt: Date | null): HomeStep => ({
  stepId,
  kind: "call",
  words: "2-1-1",
  dueOn: null,
  doneAt,
  result: null,
});

test("steps are parted into open and done, each in its order, and none is lost", () => {
  const done = new Date("2026-11-27T12:00:00Z");
  const steps = [step(1, null), step(2, done), step(3, null), step(4, done)];
  expect(partedSteps(steps)).toEqual({ open: [steps[0], steps[2]], done: [steps[1], steps[3]] });
  expect(partedSteps([])).toEqual({ open: [], done: [] });
});
