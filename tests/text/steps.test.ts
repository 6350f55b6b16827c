import { describe, expect, it } from "vitest";
import type { Journey } from "~/domain/journey";
import type { Language } from "~/text/language";
import { clockOf } from "~/text/say";
import { steps } from "~/text/steps";
import { outdoorMinutes } from "~/domain/told-minutes";
import { asked, bus, inside, pm, walk, way } from "../support/journeys";
import { plainly } from "../support/plain";

function told(journey: Journey, language: Language = "en", busPhone: string | null = "816-221-0660") {
  return plainly(steps)(journey, { clock: clockOf(language, "America/Chicago"), language, busPhone });
}
const said = (...args: Parameters<typeof told>) => told(...args).map(({ words }) => words);
const clock = plainly(clockOf("en", "America/Chicago"));
const two = (seconds: number) => String(seconds).padStart(2, "0");
const asks = (...args: Parameters<typeof told>) => told(...args).flatMap((step) => step.asks);

const toLibrary = [
  walk("5:42", "5:46", "7th & Minnesota"),
  bus("5:48", "101", "6:00", "10th & State"),
  walk("6:00", "6:02", "Main Library"),
];

describe("a journey leg by leg", () => {
  it("says the walk, the wait, the bus, where to get off, and the door", () => {
    const toShelter = way([
      walk("5:42", "5:46", "7th & Minnesota"),
      bus("5:48", "101", "6:02", "State & 67th", { headsign: "Village West" }),
      walk("6:02", "6:04"),
    ]);
    expect(said(toShelter)).toEqual([
      "Walk 4 min to 7th & Minnesota",
      "Wait 2 min at 7th & Minnesota",
      "Bus 101 toward Village West at 5:48 pm",
      "Ride 14 min, 5 stops. Get off at State & 67th at 6:02 pm",
      "Walk 2 min to the door",
    ]);
  });

  it("names a line without a number by its name", () => {
    const route = { shortName: "", longName: "Indian Creek", color: "#b4410e", textColor: "#ffffff" };
    expect(said(way([bus("5:48", "", "6:02", "State & 67th", { route })]))[0]).toBe(
      "Bus Indian Creek at 5:48 pm",
    );
  });

  it("says until when to wait in a warm room, and when the bus comes", () => {
    const journey = way([
      ...toLibrary,
      inside("6:02", "6:05"),
      walk("6:05", "6:08", "10th & Main"),
      bus("6:09", "107", "6:20", "Quindaro"),
    ]);
    expect(said(journey)).toContain("Wait inside Main Library until 6:05 pm. The bus comes at 6:09 pm.");
    expect(said(journey, "es")).toContain(
      "Espere dentro de Main Library hasta las 6:05 pm. El camión pasa a las 6:09 pm.",
    );
  });

  it("promises no minute of a bus without exact times", () => {
    const journey = way([
      ...toLibrary,
      inside("6:02", "6:05"),
      walk("6:05", "6:08", "10th & Main"),
      bus("6:09", "106", "6:20", "Quindaro", { estimated: true }),
    ]);
    expect(said(journey)).toContain(
      "Wait inside Main Library until 6:05 pm. The bus comes at about 6:09 pm.",
    );
    expect(said(journey).slice(-2)).toEqual([
      "Bus 106 at about 6:09 pm",
      "Ride 11 min, 5 stops. Get off at Quindaro at about 6:20 pm",
    ]);
    expect(said(journey, "es")).toContain("Camión 106, pasa a eso de las 6:09 pm");
  });

  it("says when to go from a warm room to a door that opens", () => {
    const journey = way([...toLibrary, inside("6:02", "6:50"), walk("6:50", "7:00")]);
    expect(said(journey).slice(-2)).toEqual([
      "Wait inside Main Library until 6:50 pm, then walk to the door. It opens at 7 pm.",
      "Walk 10 min to the door",
    ]);
    expect(said(journey, "es")).toContain(
      "Espere dentro de Main Library hasta las 6:50 pm y luego camine a la puerta. Abren a las 7 pm.",
    );
  });

  it("says a room that is still shut as a wait outside it, and one that is walked through not at all", () => {
    const early = way([...toLibrary, inside("6:10", "6:20"), walk("6:20", "6:22")]);
    expect(said(early)).toContain("Wait 8 min outside Main Library until it opens");
    const through = way([...toLibrary, inside("6:02", "6:02"), walk("6:02", "6:04")]);
    expect(said(through).join()).not.toContain("inside");
  });

  it("goes from one warm room to the next", () => {
    const journey = way([
      ...toLibrary,
      inside("6:02", "7:00"),
      walk("7:00", "7:05", "Hope Faith"),
      inside("7:05", "8:00"),
      walk("8:00", "8:10"),
    ]);
    expect(said(journey)).toContain("Wait inside Main Library until 7:00 pm");
  });

  it("keeps people on a bus that goes on under another name", () => {
    const goesOn = [
      bus("5:48", "101", "6:02", "State & 67th"),
      bus("6:02", "104", "6:20", "Argentine", { staysOn: true, headsign: "Argentine" }),
    ];
    expect(said(way(goesOn))).toEqual([
      "Bus 101 at 5:48 pm",
      "Stay on the bus. It goes on as 104 toward Argentine.",
      "Ride 18 min, 5 stops. Get off at Argentine at 6:20 pm",
    ]);
    expect(said(way(goesOn), "es")).toContain("Quédese en el camión. Sigue como 104 hacia Argentine.");
  });

  it("says how long such a bus stands, and never as a wait outside", () => {
    const stands = way([
      bus("5:48", "101", "6:02", "State & 67th"),
      bus("6:06", "104", "6:20", "Argentine", { staysOn: true }),
    ]);
    const [, stays] = told(stands);
    expect(stays).toMatchObject({
      kind: "stay",
      at: stands.legs[0]!.arrives,
      words: "Stay on the bus. It waits 4 min at State & 67th, then goes on as 104.",
    });
    expect(said(stands).join()).not.toMatch(/Wait \d/);
    expect(said(stands, "es")).toContain(
      "Quédese en el camión. Espera 4 min en State & 67th y sigue como 104.",
    );
  });

  it("asks the driver to let them sit through a break", () => {
    const pause = (until: string) =>
      way([
        bus("5:48", "101", "6:02", "State & 67th"),
        bus(until, "104", "6:40", "Argentine", { staysOn: true }),
      ]);
    expect(asks(pause("6:07"))).toEqual(["Ask the driver if you can wait inside."]);
    expect(asks(pause("6:07"), "es")).toEqual(["Pregunte al chofer si puede esperar adentro."]);
    expect(asks(pause("6:06"))).toEqual([]);
  });

  it("says where a bus goes once, whatever is printed over its windshield", () => {
    const [ride] = said(way([bus("5:48", "70", "6:02", "Grand", { headsign: "TO BROADWAY TAYLOR TC" })]));
    expect(ride).toBe("Bus 70 toward BROADWAY TAYLOR TC at 5:48 pm");
    const [town] = said(way([bus("5:48", "70", "6:02", "Grand", { headsign: "Topeka" })]));
    expect(town).toContain("toward Topeka");
  });

  it("leaves out a walk of a few seconds to a stop where one waits, and says it without a number elsewhere", () => {
    const nearStop = way([
      walk("5:41:20", "5:41:40", "7th & Minnesota"),
      bus("5:43:40", "107", "5:57:10", "7th & Central"),
      walk("5:57:10", "6:02:30"),
    ]);
    expect(told(nearStop).map(({ at, words }) => `${clock.departs(at)} ${words}`)).toEqual([
      "5:41 pm Wait 2 min at 7th & Minnesota",
      "5:43 pm Bus 107 at 5:43 pm",
      "5:58 pm Ride 15 min, 5 stops. Get off at 7th & Central at 5:58 pm",
      "5:58 pm Walk 5 min to the door",
    ]);
    const twoDoorsOn = way([bus("5:43", "107", "5:57", "7th & Central"), walk("5:57", "5:57:00")]);
    expect(said(twoDoorsOn).at(-1)).toBe("Walk to the door");
    expect(said(twoDoorsOn, "es").at(-1)).toBe("Camine hasta la puerta");
  });

  it("says a wait at the stop one starts at", () => {
    const fromStop = way([bus("5:43:40", "107", "5:57:10", "7th & Central")], { leaveBy: pm("5:41:40") });
    expect(told(fromStop)[0]).toMatchObject({ kind: "wait", at: pm("5:41") });
  });

  it("adds up: each line takes as long as until the next one, and all outside as long as is said above", () => {
    for (const seconds of [0, 7, 20, 29, 31, 40, 53, 59]) {
      const late = way(
        [
          walk("5:40", `5:41:${two(seconds)}`, "7th & Minnesota"),
          bus(`5:44:${two(59 - seconds)}`, "101", `5:58:${two(seconds)}`, "10th & State"),
          walk(`5:58:${two(seconds)}`, "6:01:10", "Main Library"),
          inside("6:01:10", `6:20:${two(seconds)}`),
          walk(`6:20:${two(seconds)}`, "6:23:30", "10th & Main"),
          bus("6:25:05", "107", `6:40:${two(seconds)}`, "Quindaro"),
          walk(`6:40:${two(seconds)}`, "6:44:15"),
        ],
        { opens: "6:50", leaveBy: pm("5:39:30") },
      );
      const lines = told(late);
      const minutes = lines.map(({ words }) => Number(/(?:Walk|Wait|Ride) (\d+) min/.exec(words)?.[1] ?? 0));
      const outside = lines.map(({ kind }, i) => (kind === "walk" || kind === "wait" ? minutes[i]! : 0));
      expect(outside.reduce((sum, more) => sum + more)).toBe(outdoorMinutes(late));
      for (const [i, { kind, at }] of lines.slice(0, -1).entries())
        if (kind === "walk" || kind === "wait") expect(at + minutes[i]! * 60).toBe(lines[i + 1]!.at);
    }
  });

  it("says the wait at a door that opens later", () => {
    const early = way([walk("5:42", "5:50")], { opens: "6:00" });
    expect(said(early)).toEqual(["Walk 8 min to the door", "Wait 10 min at the door. It opens at 6 pm."]);
    expect(said(early, "es")).toContain("Espere 10 min en la puerta. Abren a las 6 pm.");
  });

  it("says whom to call before, with the number where there is one", () => {
    const called = way([bus("5:48", "101", "6:02", "State & 67th", asked("agency", "agency"))]);
    expect(asks(called)).toEqual([
      "Call 816-221-0660 before you go: ask for this stop.",
      "Call 816-221-0660 before you go: ask to get off here.",
    ]);
    expect(asks(called, "es", null)[0]).toBe(
      "Antes de salir, llame a la compañía de camiones: pida esta parada.",
    );
  });

  it("says to wave, and to tell the driver while getting on", () => {
    const waved = way([bus("5:48", "101", "6:02", "State & 67th", asked("driver", "driver"))]);
    expect(told(waved)[0]?.asks).toEqual([
      "Wave so the driver sees you.",
      "Tell the driver where you get off.",
    ]);
    expect(told(waved)[1]?.asks).toEqual([]);
    expect(asks(waved, "es")).toEqual([
      "Haga una seña al chofer para que pare.",
      "Diga al chofer dónde se baja.",
    ]);
  });

  it("asks nobody for a stop at which all stay on the bus", () => {
    const goesOn = way([
      bus("5:48", "101", "6:02", "State & 67th", asked("nobody", "driver")),
      bus("6:02", "104", "6:20", "Argentine", { staysOn: true, ...asked("agency", "driver") }),
    ]);
    expect(told(goesOn).map((step) => step.asks)).toEqual([[], ["Tell the driver where you get off."], []]);
  });
});
