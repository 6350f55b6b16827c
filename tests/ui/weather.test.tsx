import { gzipSync } from "node:zlib";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ONE_ADULT } from "~/domain/party";
import type { Alert, Weather } from "~/domain/weather";
import type { Language } from "~/text/language";
import { tellingOf } from "~/ui/telling";
import { WeatherLine } from "~/ui/weather";

const now = Date.parse("2026-01-15T23:28:00Z") / 1000;
const alert = (event: string): Alert => ({ event, severity: "severe", from: now - 60, until: now + 36_000 });
const cold: Weather = {
  kind: "known",
  source: "forecast",
  asOf: now - 600,
  hours: [{ from: now - 1680, temperatureF: 14, windMph: 0, windChillF: 14 }],
  alerts: [alert("Extreme Cold Warning"), alert("Winter Storm Warning")],
};

function drawn(weather: Weather, { language = "en" as Language, from = now } = {}): string {
  const region = { timeZone: "America/Chicago", hotlines: [] };
  const telling = tellingOf(language, region, { now, from, party: { ...ONE_ADULT, childAges: [6] } });
  return renderToStaticMarkup(<WeatherLine weather={weather} telling={telling} />).replaceAll("\u00a0", " ");
}

it("names the warnings before what it feels like", () => {
  expect(drawn(cold)).toBe(
    "<p><b>Extreme Cold Warning</b> until 3:28 am. <b>Winter Storm Warning</b> until 3:28 am. </p>" +
      "<p>Feels like 14 degrees F now. 30 minutes outside is dangerous for children.</p>",
  );
});

it("tells the warnings also where the cold is unknown", () => {
  expect(drawn({ kind: "unknown", alerts: [alert("Extreme Cold Warning")] }, { language: "es" })).toBe(
    "<p><b>Aviso de frío extremo</b> hasta las 3:28 am. </p><p>No sabemos qué tanto frío hace. Abríguese bien.</p>",
  );
});

it("is one line where there is nothing to warn of, and none about an hour that is over", () => {
  expect(drawn({ ...cold, alerts: [] })).toMatch(/^<p>Feels[^<]*<\/p>$/);
  expect(drawn(cold, { from: now - 7200 })).toBe("");
});

it("tells a reading voice that a name nobody translated is English", () => {
  const strange: Weather = { kind: "unknown", alerts: [alert("Volcano Warning")] };
  expect(drawn(strange, { language: "es" })).toContain('<b lang="en">Volcano Warning</b>');
  expect(drawn(strange)).toContain("<b>Volcano Warning</b>");
});

it("shows a stranger's name for a warning as words, never as markup", () => {
  expect(drawn({ kind: "unknown", alerts: [alert("<script>x</script>")] })).toContain("&lt;script&gt;");
});

it("is small: three warnings and all there is to say take less than 300 bytes of the first view", () => {
  const three = ["Extreme Cold Warning", "Winter Storm Warning", "Special Weather Statement"].map(alert);
  expect(gzipSync(drawn({ ...cold, source: "operator", alerts: three })).length).toBeLessThan(300);
});
