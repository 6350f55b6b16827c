/** A hand-entered route on the terminal, as one would check it against the printed timetable. */
import { sayHours } from "~/data/import/hours-said.server";
import { escaped } from "~/transit/gtfs/shown";
import { type HandRoute, handStarts } from "~/transit/timetable/hand-route";

const CHANGED: Record<keyof HandRoute, string> = {
  route: "its name or color",
  agency: "its agency",
  stops: "its stops",
  bothWays: "whether it comes back",
  service: "its service",
  from: "its first day",
  until: "its last day",
  source: "its source",
  asOf: "the source's date",
};

export function sayRoute(route: HandRoute): void {
  const { stops, bothWays, service, source, asOf } = route;
  console.log(lineOf(route));
  for (const each of service) {
    const { days, first, last, headwayMinutes } = each;
    const hours = sayHours([{ days, opens: first, closes: last, from: route.from, until: route.until }]);
    const starts = handStarts(each).length;
    console.log(`  ${hours} every ${headwayMinutes} min: ${starts} departures${bothWays ? " each way" : ""}`);
  }
  const back = bothWays ? "there and back by the same stops" : "one way only";
  console.log(`  ${stops.length} stops in ${stops.at(-1)!.minutes} min, ${back}`);
  for (const { minutes, name, lat, lon } of stops)
    console.log(`  ${String(minutes).padStart(5)} min  ${plain(name)}  (${lat}, ${lon})`);
  console.log(`  Source: ${plain(source)}, ${asOf}`);
}

export function lineOf({ route, agency }: Pick<HandRoute, "route" | "agency">): string {
  return plain([route.shortName, route.longName].filter(Boolean).join(" ").concat(`, ${agency}`));
}

export function changeSaid(change: "new" | "same" | (keyof HandRoute)[]): string {
  if (change === "new") return "It is new.";
  if (change === "same") return "It is there already, just as it is here.";
  return `It is there already. Changed: ${change.map((fact) => CHANGED[fact]).join(", ")}.`;
}

// A stranger's file must not steer the terminal.
function plain(words: string): string {
  return escaped(words.replaceAll(/\s+/g, " "));
}
