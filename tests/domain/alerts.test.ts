import { expect, test } from "vitest";
import { alertsAround } from "~/domain/alerts";
import type { Alert } from "~/domain/weather";

const HOUR = 3600;
const now = Date.parse("2026-01-15T23:00:00Z") / 1000;

/** Hours from now; an end of null is "until further notice". */
function alert(event: string, severity: Alert["severity"], [begins, ends]: [number, number | null]): Alert {
  return { event, severity, from: now + begins * HOUR, until: ends === null ? null : now + ends * HOUR };
}

const events = (alerts: Alert[]) => alerts.map(({ event }) => event);

test("what is over, and what begins only tomorrow evening, is not told", () => {
  const alerts = [
    alert("Over", "extreme", [-9, -1]),
    alert("Just over", "extreme", [-9, 0]),
    alert("Far", "extreme", [13, 20]),
    alert("Tonight", "minor", [4, 14]),
    alert("Now", "minor", [-2, 1]),
    alert("Open end", "minor", [-2, null]),
  ];
  expect(events(alertsAround(alerts, now, 9))).toEqual(["Now", "Open end", "Tonight"]);
});

test("it is told around the hour asked for, not around now", () => {
  const tomorrow = alert("Tomorrow", "severe", [26, 30]);
  expect(alertsAround([tomorrow], now, 3)).toEqual([]);
  expect(alertsAround([tomorrow], now + 25 * HOUR, 3)).toEqual([tomorrow]);
});

test("the gravest come first, then those in force the longest, and the rest is left out", () => {
  const alerts = [
    alert("Unknown", "unknown", [-9, 9]),
    alert("Moderate", "moderate", [-9, 9]),
    alert("Severe later", "severe", [2, 9]),
    alert("Severe", "severe", [-1, 9]),
    alert("Extreme", "extreme", [3, 9]),
  ];
  expect(events(alertsAround(alerts, now, 3))).toEqual(["Extreme", "Severe", "Severe later"]);
});

test("one warning for two zones is told once, with the later end and the graver word", () => {
  const twice = [
    alert("Extreme Cold Warning", "severe", [-2, 5]),
    alert("Extreme Cold Warning", "extreme", [-1, 15]),
  ];
  const once = [alert("Extreme Cold Warning", "extreme", [-2, 15])];
  expect(alertsAround(twice, now, 3)).toEqual(once);
  expect(alertsAround(twice.toReversed(), now, 3)).toEqual(once);
});

test("a warning of the same name that comes after a break does not prolong the one in force", () => {
  const morning = alert("Freeze Warning", "moderate", [-2, 1]);
  const evening = alert("Freeze Warning", "moderate", [8, 12]);
  expect(alertsAround([evening, morning], now, 3)).toEqual([morning]);
});

test("an end nobody knows stays unknown, whoever knows another", () => {
  const twice = [alert("Flood Warning", "severe", [-2, null]), alert("Flood Warning", "severe", [-1, 3])];
  expect(alertsAround(twice, now, 3)[0]).toMatchObject({ until: null });
});
