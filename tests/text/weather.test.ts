import { describe, expect, it } from "vitest";
import { hourOf } from "~/domain/kept-weather";
import { ONE_ADULT, type Party } from "~/domain/party";
import type { Alert, Weather } from "~/domain/weather";
import { alertName } from "~/text/alert-names";
import type { Language } from "~/text/language";
import { clockOf } from "~/text/say";
import { alertLines as alertLinesOf, weatherSentence as weatherSentenceOf } from "~/text/weather";
import { plainly } from "../support/plain";

const weatherSentence = plainly(weatherSentenceOf);
const alertLines = plainly(alertLinesOf);
const HOUR = 3600;
const now = Date.parse("2026-01-15T23:28:00Z") / 1000;
const five = Date.parse("2026-01-15T23:00:00Z") / 1000;
const family: Party = { ...ONE_ADULT, adults: 2, childAges: [6, 9] };

/** What it feels like from five in the evening on, hour by hour. */
function feels(chills: number[], more: Partial<Extract<Weather, { kind: "known" }>> = {}): Weather {
  const [first, ...rest] = chills.map((chill, i) =>
    hourOf(five + i * HOUR, { temperatureF: chill, windMph: 0 }),
  );
  return {
    kind: "known",
    source: "forecast",
    asOf: now - 600,
    hours: [first!, ...rest],
    alerts: [],
    ...more,
  };
}

function told(weather: Weather, language: Language = "en", more: { from?: number; party?: Party } = {}) {
  const clock = clockOf(language, "America/Chicago");
  return weatherSentence(weather, { now, from: now, party: family, clock, language, ...more });
}

describe("what it feels like", () => {
  it("is said with the colder hour of the evening, and what it means for children", () => {
    const evening = feels([14, 13, 11, 9, 6, 6, 8]);
    expect(told(evening)).toBe(
      "Feels like 14 degrees F now, 6 at 9 pm. 30 minutes outside is dangerous for children.",
    );
    expect(told(evening, "es")).toBe(
      "Se siente como 14 grados F ahora, y como 6 a las 9 pm. 30 minutos afuera son un peligro para los niños.",
    );
  });

  it("leaves out an hour that is hardly colder, and one after the evening", () => {
    expect(told(feels([14, 13, 12, 15]))).toMatch(/^Feels like 14 degrees F now\. /);
    expect(told(feels([14, 14, 14, 14, 14, 14, 14, -30]))).toMatch(/^Feels like 14 degrees F now\. /);
  });

  it("says below zero in words, not by a sign that is easily lost", () => {
    expect(told(feels([-5, -12]))).toMatch(/^Feels like 5 degrees F below zero now, 12 below at 6 pm\./);
    expect(told(feels([2, -4]))).toMatch(/^Feels like 2 degrees F now, 4 below at 6 pm\./);
    expect(told(feels([-5, -12]), "es")).toMatch(
      /^Se siente como 5 grados F bajo cero ahora, y como 12 bajo cero a las 6 pm\./,
    );
    expect(told(feels([-0.4]))).toMatch(/^Feels like 0 degrees F now\./);
  });

  it("says one degree as one", () => {
    expect(told(feels([-1]))).toMatch(/^Feels like 1 degree F below zero now\./);
    expect(told(feels([1]))).toMatch(/^Feels like 1 degree F now\./);
    expect(told(feels([-1]), "es")).toMatch(/^Se siente como 1 grado F bajo cero ahora\./);
    expect(told(feels([1]), "es")).toMatch(/^Se siente como 1 grado F ahora\./);
  });

  it("about another hour says that hour", () => {
    const from = five + 3 * HOUR;
    expect(told(feels([20, 20, 20, 20, 9]), "en", { from })).toMatch(
      /^It will feel like 20 degrees F at 8 pm, 9 at 9 pm\./,
    );
    expect(told(feels(Array.from({ length: 30 }, () => 20)), "es", { from: five + 24 * HOUR })).toMatch(
      /^Se va a sentir como 20 grados F mañana a las 5 pm\./,
    );
  });

  it("names the day of a colder hour after midnight", () => {
    const late = feels([20, 20, 20, 20, 20, 20, 20, 20, 9]);
    expect(told(late, "en", { from: five + 5 * HOUR })).toContain("at 10 pm, 9 tomorrow at 1 am");
  });

  it("says nothing about an hour that is over", () => {
    expect(told(feels([14]), "en", { from: now - HOUR })).toBe("");
  });

  it("is little in mild weather", () => {
    expect(told(feels([55, 54]))).toBe("It is 55 degrees F.");
    expect(told(feels([82]), "es")).toBe("Hace 82 grados F.");
    expect(told(feels([82, 82, 82]), "en", { from: five + 2 * HOUR })).toBe(
      "It will be 82 degrees F at 7 pm.",
    );
    expect(told(feels([40, 39]))).toBe("Feels like 40 degrees F now.");
  });
});

describe("what that means", () => {
  const means = (chill: number, party: Party = family) =>
    told(feels([chill]), "en", { party }).replace(/^[^.]*\. ?/, "");

  it.each([
    [40, ""],
    [32, ""],
    [31, "Warm the children up inside every 20 to 30 minutes."],
    [16, "Warm the children up inside every 20 to 30 minutes."],
    [15, "30 minutes outside is dangerous for children."],
    [0, "30 minutes outside is dangerous for children."],
    [-1, "It is too cold for children. Stay inside as long as you can."],
    [-17, "It is too cold for children. Stay inside as long as you can."],
    [-18, "Bare skin can freeze in 30 minutes. Stay inside as long as you can."],
    [-31, "Bare skin can freeze in 30 minutes. Stay inside as long as you can."],
    [-32, "Bare skin can freeze in 10 minutes. Stay inside as long as you can."],
    [-48, "Bare skin can freeze in 5 minutes. Stay inside as long as you can."],
  ])("at %d degrees to a family: %s", (chill, words) => expect(means(chill)).toBe(words));

  it("speaks of freezing skin only where the weather service does", () => {
    for (let chill = 60; chill > -18; chill--) expect(means(chill)).not.toMatch(/freez|frost/i);
  });

  it("speaks of children only to who comes with some", () => {
    for (const chill of [31, 15, -5])
      expect(means(chill, ONE_ADULT)).toBe("Cover your face and hands. Go in to warm up when you can.");
    expect(means(-20, ONE_ADULT)).toMatch(/freeze in 30 minutes/);
  });

  it("is what the coldest hour of the evening means", () => {
    expect(told(feels([20, -20]))).toContain("Bare skin can freeze in 30 minutes");
  });
});

describe("who said so", () => {
  it("is left out for a fresh forecast, and said with its age after two hours", () => {
    expect(told(feels([40], { asOf: now - 7199 }))).toBe("Feels like 40 degrees F now.");
    expect(told(feels([40], { asOf: now - 5 * HOUR }))).toBe(
      "Feels like 40 degrees F now. The weather service said so 5 h ago.",
    );
    expect(told(feels([40], { asOf: now - 5 * HOUR }), "es")).toContain(
      "Lo dijo el servicio del clima hace 5 h.",
    );
  });

  it("is always said of a value by hand", () => {
    const byHand = (hours: number, language: Language = "en") =>
      told(feels([40], { source: "operator", asOf: now - hours * HOUR }), language);
    expect(byHand(1)).toBe("Feels like 40 degrees F now. The people who run this page told us.");
    expect(byHand(3)).toContain("The people who run this page told us 3 h ago.");
    expect(byHand(3, "es")).toContain("Nos lo dijo hace 3 h la gente que maneja esta página.");
  });
});

describe("the unknown", () => {
  it("is said, for now and for another hour", () => {
    expect(told({ kind: "unknown" })).toBe("We don't know how cold it is. Dress for the cold.");
    expect(told({ kind: "unknown" }, "es")).toBe("No sabemos qué tanto frío hace. Abríguese bien.");
    expect(told({ kind: "unknown" }, "en", { from: now + HOUR })).toContain("how cold it will be then");
    expect(told(feels([14]), "en", { from: now + 9 * HOUR })).toContain("how cold it will be then");
  });
});

describe("warnings in force", () => {
  const alert = (event: string, begins: number, ends: number | null): Alert => ({
    event,
    severity: "severe",
    from: five + begins * HOUR,
    until: ends === null ? null : five + ends * HOUR,
  });
  const lines = (alerts: Alert[], language: Language = "en", from = now) => {
    const clock = clockOf(language, "America/Chicago");
    const asked = { now, from, clock, language, party: family };
    return alertLines({ kind: "unknown", alerts }, asked).map(({ name, when }) => `${name} ${when}`.trim());
  };

  it("are named with their end", () => {
    expect(lines([alert("Extreme Cold Warning", -2, 16)])).toEqual(["Extreme Cold Warning until 9 am"]);
    expect(lines([alert("Extreme Cold Warning", -2, 16)], "es")).toEqual([
      "Aviso de frío extremo hasta las 9 am",
    ]);
    expect(lines([alert("Flood Warning", -2, null)])).toEqual(["Flood Warning"]);
  });

  it("that end on another day say which", () => {
    expect(lines([alert("Winter Storm Watch", -2, 22)])).toEqual([
      "Winter Storm Watch until tomorrow at 3 pm",
    ]);
    expect(lines([alert("Winter Storm Watch", -2, 64)])).toEqual(["Winter Storm Watch until Sunday at 9 am"]);
    expect(lines([alert("Winter Storm Watch", -2, 64)], "es")).toEqual([
      "Vigilancia de tormenta invernal hasta el domingo a las 9 am",
    ]);
  });

  it("that begin later tonight say when", () => {
    expect(lines([alert("Cold Weather Advisory", 4, 16)])).toEqual([
      "Cold Weather Advisory from 9 pm until 9 am",
    ]);
    expect(lines([alert("Cold Weather Advisory", 4, 16)], "es")).toEqual([
      "Advertencia de clima frío desde las 9 pm hasta las 9 am",
    ]);
  });

  it("are at most three, and none about an hour that is over", () => {
    const many = ["A", "B", "C", "D"].map((event) => alert(event, -2, 9));
    expect(lines(many)).toHaveLength(3);
    expect(lines(many, "en", now - HOUR)).toEqual([]);
  });
});

describe("a warning's name", () => {
  it.each([
    ["Extreme Cold Warning", "Aviso de frío extremo"],
    ["Extreme Cold Watch", "Vigilancia de frío extremo"],
    ["Cold Weather Advisory", "Advertencia de clima frío"],
    ["Wind Chill Warning", "Aviso de frío por viento"],
    ["Wind Chill Watch", "Vigilancia de frío por viento"],
    ["Wind Chill Advisory", "Advertencia de frío por viento"],
    ["Winter Storm Warning", "Aviso de tormenta invernal"],
    ["Winter Storm Watch", "Vigilancia de tormenta invernal"],
    ["Winter Weather Advisory", "Advertencia de clima invernal"],
    ["Blizzard Warning", "Aviso de ventisca"],
    ["Ice Storm Warning", "Aviso de tormenta de hielo"],
    ["Freezing Rain Advisory", "Advertencia de lluvia helada"],
    ["Freeze Warning", "Aviso de helada"],
    ["Hard Freeze Watch", "Vigilancia de helada fuerte"],
    ["Heat Advisory", "Advertencia de calor"],
    ["Extreme Heat Warning", "Aviso de calor extremo"],
    ["Tornado Warning", "Aviso de tornado"],
    ["Flash Flood Warning", "Aviso de inundación repentina"],
    ["Flood Advisory", "Advertencia de inundación"],
    ["Special Weather Statement", "Informe especial del clima"],
  ])("%s is in Spanish: %s", (event, name) => {
    expect(alertName(event, "es")).toEqual({ name, in: "es" });
    expect(alertName(event, "en")).toEqual({ name: event, in: "en" });
  });

  it.each(["Volcano Warning", "Ashfall Advisory", "constructor Warning", "Extreme Cold", "toString", ""])(
    "that we do not know stays as it is: %s",
    (event) => expect(alertName(event, "es")).toEqual({ name: event, in: "en" }),
  );
});
