import { expect, it } from "vitest";
import { askAlerts, readAlerts } from "~/data/weather/alerts.server";
import { alertOf, json, startNwsServer } from "../../support/nws-server";

const read = (...features: unknown[]) => readAlerts({ type: "FeatureCollection", features });
const seconds = (iso: string) => Date.parse(iso) / 1000;

it("reads a warning's name, gravity and times", () => {
  const times = { onset: "2026-01-15T18:00:00-06:00", ends: "2026-01-16T09:00:00-06:00" };
  expect(read(alertOf("Extreme Cold Warning", "Severe", times))).toEqual([
    {
      event: "Extreme Cold Warning",
      severity: "severe",
      from: seconds("2026-01-16T00:00:00Z"),
      until: seconds("2026-01-16T15:00:00Z"),
    },
  ]);
});

it("takes the message's own times where the hazard has none", () => {
  const sent = "2026-01-15T15:00:00Z";
  const times = { onset: null, effective: null, sent, ends: null, expires: "2026-01-15T18:00:00Z" };
  expect(read(alertOf("Special Weather Statement", "Moderate", times))).toMatchObject([
    { from: seconds(sent), until: seconds("2026-01-15T18:00:00Z") },
  ]);
  const endless = { ends: null, expires: null };
  expect(read(alertOf("Flood Warning", "Severe", endless))).toMatchObject([{ until: null }]);
});

it.each([
  ["a test", alertOf("Test Message", "Minor", { status: "Test" })],
  ["an exercise", alertOf("Tornado Warning", "Extreme", { status: "Exercise" })],
  ["a cancelled one", alertOf("Tornado Warning", "Extreme", { messageType: "Cancel" })],
  ["one without a name", alertOf(" ", "Minor")],
  ["one with a page for a name", alertOf("x".repeat(101), "Minor")],
  ["a feature without properties", { type: "Feature", properties: null }],
  ["null", null],
])("leaves out %s, and keeps its neighbour", (_, feature) => {
  expect(read(feature, alertOf("Freeze Warning", "Moderate"))).toMatchObject([{ event: "Freeze Warning" }]);
});

it("keeps an update, and a gravity nobody knows as unknown", () => {
  const update = alertOf("Freeze Warning", "Grave", { messageType: "Update" });
  expect(read(update, alertOf("Wind Advisory", null as never))).toMatchObject([
    { severity: "unknown" },
    { severity: "unknown" },
  ]);
});

it("of hundreds keeps fifty, and what is no list is none", () => {
  expect(read(...Array.from({ length: 300 }, (_, i) => alertOf(`Alert ${i}`, "Minor")))).toHaveLength(50);
  for (const body of [null, [], {}, { features: {} }, { title: "Not Found" }])
    expect(readAlerts(body)).toBeNull();
  expect(read()).toEqual([]);
});

it("asks about the point alone", async () => {
  const server = await startNwsServer();
  const service = { url: server.url, userAgent: "Warmstop/test", timeoutMs: 600 };
  const ask = () => askAlerts(service, { lat: 39.095, lon: -94.75 });
  expect(await ask()).toEqual({ kind: "alerts", alerts: [] });
  expect(server.asked.map(({ path }) => path)).toEqual(["/alerts/active?point=39.095,-94.75"]);
  server.answer("alerts", json({ title: "no list" }));
  expect(await ask()).toMatchObject({ kind: "failed", why: /list of warnings/ });
  await server.close();
});
