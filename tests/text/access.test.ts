import { describe, expect, it } from "vitest";
import type { DayService, NearRoute } from "~/domain/access";
import { accessSentence, noAccessSentence, routeSentences, spanSentence } from "~/text/access";
import { weekSentence } from "~/text/access-week";
import { plainly } from "../support/plain";

const say = plainly(routeSentences);
const service = (first: number, last: number, minutes: number, upTo = minutes): DayService => ({
  first,
  last,
  every: { minutes, upTo },
  departures: Math.floor((last - first) / minutes) + 1,
});
const seldom = (first: number, last: number, departures: number): DayService => ({
  first,
  last,
  every: null,
  departures,
});
const usual = service(330, 1415, 30);
const route = (more: Partial<NearRoute>): NearRoute => ({
  route: { shortName: "101", longName: "State Ave", color: "#000000", textColor: "#ffffff" },
  walkMinutes: 4,
  estimated: false,
  idle: [],
  weekdays: usual,
  saturday: usual,
  sunday: usual,
  ...more,
});

describe("a route near a place", () => {
  it.each<[string, Partial<NearRoute>, string, string]>([
    [
      "says how often, how far, from when to when",
      {},
      "Bus 101 every 30 min, 4 min on foot, 5:30 am to 11:35 pm.",
      "Camión 101 cada 30 min, a 4 min a pie, de 5:30 am a 11:35 pm.",
    ],
    [
      "says what ends early at the weekend",
      { sunday: service(330, 1080, 30) },
      "Bus 101 every 30 min, 4 min on foot, 5:30 am to 11:35 pm. On Sunday: none after 6 pm.",
      "Camión 101 cada 30 min, a 4 min a pie, de 5:30 am a 11:35 pm. Los domingos: ninguno después de las 6 pm.",
    ],
    [
      "says two days that are alike at once",
      { saturday: service(480, 1415, 60), sunday: service(480, 1415, 60) },
      "Bus 101 every 30 min, 4 min on foot, 5:30 am to 11:35 pm. On Saturday and Sunday: every 60 min, none before 8 am.",
      "Camión 101 cada 30 min, a 4 min a pie, de 5:30 am a 11:35 pm. Los sábados y los domingos: cada 60 min, ninguno antes de las 8 am.",
    ],
    [
      "says the days without a bus",
      { idle: [2], saturday: null, sunday: null },
      "Bus 101 every 30 min, 4 min on foot, 5:30 am to 11:35 pm. None on Tuesday, Saturday, or Sunday.",
      "Camión 101 cada 30 min, a 4 min a pie, de 5:30 am a 11:35 pm. No pasa los martes ni los sábados ni los domingos.",
    ],
    [
      "says the two ends of an uneven rhythm, and a night that goes on after midnight",
      { weekdays: service(300, 1505, 15, 60), saturday: null, sunday: service(300, 1505, 15, 60) },
      "Bus 101 every 15 to 60 min, 4 min on foot, 5 am to 1:05 am. None on Saturday.",
      "Camión 101 cada 15 a 60 min, a 4 min a pie, de 5 am a 1:05 am. No pasa los sábados.",
    ],
    [
      "says that it runs around the clock",
      { weekdays: service(180, 1610, 10), saturday: service(180, 1610, 10), sunday: service(180, 1610, 10) },
      "Bus 101 every 10 min, 4 min on foot, day and night.",
      "Camión 101 cada 10 min, a 4 min a pie, de día y de noche.",
    ],
    [
      "counts departures that come in no rhythm",
      { weekdays: seldom(360, 1080, 5), saturday: seldom(400, 400, 1), sunday: null },
      "Bus 101 5 times a day, 4 min on foot, 6 am to 6 pm. On Saturday: once a day, at 6:40 am. None on Sunday.",
      "Camión 101 5 veces al día, a 4 min a pie, de 6 am a 6 pm. Los sábados: una vez al día, a las 6:40 am. No pasa los domingos.",
    ],
    [
      "says that it runs at weekends only",
      { weekdays: null, saturday: null, sunday: seldom(790, 790, 1) },
      "Only on Sunday: Bus 101 once a day, 4 min on foot, at 1:10 pm.",
      "Solo los domingos: Camión 101 una vez al día, a 4 min a pie, a la 1:10 pm.",
    ],
    [
      "says that its times are estimated",
      { estimated: true, saturday: null, sunday: null },
      "Bus 101 about every 30 min, 4 min on foot, 5:30 am to 11:35 pm. None on Saturday or Sunday. These times are estimated.",
      "Camión 101 más o menos cada 30 min, a 4 min a pie, de 5:30 am a 11:35 pm. No pasa los sábados ni los domingos. Estas horas son aproximadas.",
    ],
  ])("%s", (_what, more, en, es) => {
    expect(say(route(more), "en")).toBe(en);
    expect(say(route(more), "es")).toBe(es);
  });

  it("is called by its long name where it has no short one", () => {
    const named = { shortName: "", longName: "Harlem", color: "#000000", textColor: "#ffffff" };
    expect(say(route({ route: named }), "en")).toMatch(/^Bus Harlem every 30 min/);
  });
});

describe("the first and the last bus of all", () => {
  const all = { weekdays: { first: 330, last: 1420 }, saturday: null, sunday: null };
  const spanOf = plainly(spanSentence);

  it("are said where a route that is not named has them", () => {
    const routes = [route({})];
    expect(spanOf({ span: all, routes }, "en")).toBe("All buses near, on weekdays: 5:30 am to 11:40 pm.");
    expect(spanOf({ span: all, routes }, "es")).toBe(
      "Todos los camiones cercanos, entre semana: de 5:30 am a 11:40 pm.",
    );
  });

  it("are not said again where the routes have said them, nor where none runs on weekdays", () => {
    const late = route({ weekdays: service(600, 1420, 60) });
    expect(spanOf({ span: all, routes: [route({}), late] }, "en")).toBeNull();
    expect(spanOf({ span: { ...all, weekdays: null }, routes: [] }, "en")).toBeNull();
  });
});

describe("how good the buses are", () => {
  it.each([
    [{ day: 60, night: 10 }, "Buses near: good by day, few at night."],
    [{ day: 80, night: 76 }, "Buses near: very good, day and night."],
    [{ day: 30, night: 0 }, "Buses near: some by day, none at night."],
    [{ day: 0, night: 0 }, "We know of no bus within a 15 min walk."],
  ])("%o is said in words", (parts, said) => expect(plainly(accessSentence)(parts, "en")).toBe(said));

  it("is not said without times, and why not is", () => {
    expect(noAccessSentence({ kind: "none", reason: "feed-expired", endedOn: "2026-03-31" }, "en")).toBe(
      "Our bus times ended on March 31, 2026. Call the bus company.",
    );
    expect(noAccessSentence({ kind: "none", reason: "no-timetable" }, "es")).toBe(
      "No tenemos horarios de camiones aquí.",
    );
  });
});

describe("the picture in words", () => {
  const hours = (share: (day: number, hour: number) => number) =>
    Array.from({ length: 168 }, (_, index) => share(Math.floor(index / 24), index % 24));
  const week = hours((day, hour) => (day === 6 ? 0 : hour < 5 ? 0 : hour < 19 ? 0.6 : day < 5 ? 0.3 : 0));
  const sentence = plainly(weekSentence);

  it("says the hours of each level, days that are alike together", () => {
    expect(sentence(week, "en")).toBe(
      "The buses of a usual week, hour by hour. Monday to Friday: good 5 am to 7 pm, some 7 pm to midnight. Saturday: good 5 am to 7 pm. Sunday: none.",
    );
    expect(sentence(week, "es")).toBe(
      "Los camiones en una semana normal, hora por hora. Lunes a viernes: bueno de las 5 am a las 7 pm, regular de las 7 pm a la medianoche. Sábado: bueno de las 5 am a las 7 pm. Domingo: nada.",
    );
  });

  it("says the least and the most where a day goes up and down", () => {
    const unsteady = hours((_, hour) =>
      hour < 6 || hour > 20 ? 0 : hour % 3 === 0 ? 0.6 : hour % 3 === 1 ? 0.3 : 0,
    );
    expect(sentence(unsteady, "en")).toMatch(/Every day: none to good 6 am to 8 pm\.$/);
    expect(sentence(unsteady, "es")).toMatch(/Todos los días: de nada a bueno de las 6 am a las 8 pm\.$/);
  });

  it("is short where every hour is the same", () => {
    expect(
      sentence(
        hours(() => 0.9),
        "en",
      ),
    ).toMatch(/Every day: very good, day and night\.$/);
    expect(
      sentence(
        hours(() => 0),
        "es",
      ),
    ).toMatch(/Todos los días: nada\.$/);
  });
});
