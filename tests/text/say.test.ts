import { describe, expect, it } from "vitest";
import { clockOf, dial, las, minutesOf, sayAge, sayDate, sayList, sayMoney } from "~/text/say";
import { plainly } from "../support/plain";

const at = (iso: string) => Date.parse(iso) / 1000;
const chicago = plainly(clockOf("en", "America/Chicago"));
const enChicago = plainly(clockOf("es", "America/Chicago"));

describe("the clock of a region", () => {
  it("never says a departure too late nor an arrival too early", () => {
    const halfPast = at("2026-01-15T23:42:31Z");
    expect(chicago.departs(halfPast)).toBe("5:42 pm");
    expect(chicago.arrives(halfPast)).toBe("5:43 pm");
  });

  it("drops the minutes of a full hour in opening hours", () => {
    expect(chicago.hour(at("2026-01-16T00:00:00Z"))).toBe("6 pm");
    expect(chicago.hour(at("2026-01-16T00:30:00Z"))).toBe("6:30 pm");
  });

  it("says noon and midnight where doors open or close, and when a bus goes by the numbers it is printed with", () => {
    const [noon, midnight] = [at("2026-01-15T18:00:00Z"), at("2026-01-16T06:00:00Z")];
    expect([chicago.hour(noon), chicago.hour(midnight)]).toEqual(["noon", "midnight"]);
    expect([chicago.hour(noon + 1800), chicago.hour(midnight + 1800)]).toEqual(["12:30 pm", "12:30 am"]);
    expect(chicago.departs(noon)).toBe("12:00 pm");
    expect(chicago.until(noon)).toBe("until noon");
    expect(enChicago.until(noon)).toBe("hasta el mediodía");
    expect(enChicago.from(midnight)).toBe("desde la medianoche");
    expect(enChicago.at(noon, noon)).toBe("al mediodía");
    expect(enChicago.at(noon, noon - 86_400)).toBe("mañana al mediodía");
  });

  it("says of midnight the day that ends with it", () => {
    const evening = at("2026-01-15T23:00:00Z");
    const midnight = at("2026-01-16T06:00:00Z");
    expect(chicago.at(midnight, evening)).toBe("at midnight");
    expect(enChicago.at(midnight, evening)).toBe("a la medianoche");
    expect(chicago.at(midnight + 86_400, evening)).toBe("tomorrow at midnight");
    expect(enChicago.at(midnight + 2 * 86_400, evening)).toBe("el sábado a la medianoche");
    expect(chicago.at(midnight + 60, evening)).toBe("tomorrow at 12:01 am");
  });

  it("never parts a number from its unit at a line's end", () => {
    expect(clockOf("en", "America/Chicago").departs(at("2026-01-15T23:42:00Z"))).toBe("5:42\u00a0pm");
    expect(sayAge(12)).toBe("12\u00a0min");
  });

  it("says which day where it is not today", () => {
    const now = at("2026-01-15T23:00:00Z");
    expect(chicago.at(at("2026-01-16T00:00:00Z"), now)).toBe("at 6 pm");
    expect(chicago.at(at("2026-01-16T14:00:00Z"), now)).toBe("tomorrow at 8 am");
    expect(chicago.at(at("2026-01-18T14:00:00Z"), now)).toBe("Sunday at 8 am");
    expect(enChicago.at(at("2026-01-16T14:00:00Z"), now)).toBe("mañana a las 8 am");
    expect(enChicago.at(at("2026-01-18T19:00:00Z"), now)).toBe("el domingo a la 1 pm");
  });

  it("names the date where a weekday would be another one", () => {
    expect(chicago.at(at("2024-04-10T22:00:00Z"), at("2026-01-15T23:00:00Z"))).toBe(
      "on April 10, 2024 at 5 pm",
    );
  });

  it("says tomorrow on the night that is an hour shorter or longer", () => {
    expect(chicago.at(at("2026-03-09T04:30:00Z"), at("2026-03-08T05:30:00Z"))).toBe("tomorrow at 11:30 pm");
    expect(chicago.at(at("2026-11-01T12:00:00Z"), at("2026-11-01T03:30:00Z"))).toBe("tomorrow at 6 am");
  });

  it("says one o'clock in the singular in Spanish only for one o'clock", () => {
    expect(las("1:05 pm")).toBe("la 1:05 pm");
    expect(las("1 am")).toBe("la 1 am");
    expect(las("11:05 pm")).toBe("las 11:05 pm");
    expect(las("12 pm")).toBe("las 12 pm");
  });
});

describe("numbers as people say them", () => {
  it.each([
    ["(816) 474-9380", "tel:+18164749380"],
    ["2-1-1", "tel:211"],
    ["911", "tel:911"],
    ["1-800-799-7233", "tel:+18007997233"],
  ])("dials %s as %s", (printed, dialled) => expect(dial(printed)).toBe(dialled));

  it("rounds a wait up to whole minutes", () => {
    expect(minutesOf(0)).toBe(0);
    expect(minutesOf(61)).toBe(2);
  });

  it("says ages of counts in minutes and then in hours", () => {
    expect(plainly(sayAge(0))).toBe("0 min");
    expect(plainly(sayAge(119))).toBe("119 min");
    expect(plainly(sayAge(300))).toBe("5 h");
  });

  it("joins lists the way each language does", () => {
    expect(sayList(["6", "9"], "en")).toBe("6 and 9");
    expect(sayList(["6", "9", "12"], "en")).toBe("6, 9 and 12");
    expect(sayList(["6", "9"], "es")).toBe("6 y 9");
    expect(sayList(["cats", "dogs"], "en", "or")).toBe("cats or dogs");
  });

  it("says money and dates plainly", () => {
    expect(sayMoney(200)).toBe("$2");
    expect(sayMoney(150)).toBe("$1.50");
    expect(sayMoney(125_050)).toBe("$1,250.50");
    expect(sayMoney(-12_345_600)).toBe("-$123,456");
    expect(sayDate("2026-06-01", "en")).toBe("June 1, 2026");
    expect(sayDate("2026-06-01", "es")).toBe("1 de junio de 2026");
  });
});
