/** A bus line entered by hand, in a CSV file as db/routes-file.md has it: rows of facts, then a table of its stops. */
import { z } from "zod";
import type { Fault } from "~/transit/gtfs/feed";
import { escaped } from "~/transit/gtfs/shown";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { answer, date, needed, text } from "./answers.server";
import { columnName, type CsvRow, csvRows } from "./csv-rows.server";
import { readService } from "./route-service.server";
import { readStops, type Say } from "./route-stops.server";

/** Notes say what the reader passed over. */
export type RouteFile =
  { kind: "route"; route: HandRoute; notes: string[] } | { kind: "refused"; faults: [Fault, ...Fault[]] };

const MOST_LETTERS_SAID = 300;
const GREY = "#5a5a5a";
const [BLACK, WHITE] = ["#000000", "#ffffff"];
const BRIGHT = 150;

const color = text(40)
  .refine((typed) => typed === null || /^#[0-9a-f]{6}$/i.test(typed), "is no color: write it like #a85a00")
  .transform((typed) => typed?.toLowerCase() ?? null);
const mustBe = (what: string) => [(value: unknown) => value !== null, `must be given: ${what}`] as const;

const factsReader = z.object({
  route: needed(40),
  name: text(120),
  agency: needed(120),
  both_ways: answer.refine(...mustBe("yes where buses come back by the same stops, else no")),
  color,
  text_color: color,
  from: date,
  until: date,
  source: needed(300),
  source_date: date.refine(...mustBe("the day the times were true, like 2026-01-15")),
});
const NAMES = Object.keys(factsReader.shape);
type Facts = z.output<typeof factsReader> & { service: HandRoute["service"] };

/** `file` is its name, for what is said of it. Nothing of a file with a fault is taken. */
export function routeIn(words: string, file: string): RouteFile {
  const faults: Fault[] = [];
  const say: Say = (line, column, reason) =>
    void faults.push({ file, line, column: column && brief(column), reason: brief(reason) });
  const rows = csvRows(words);
  if ("reason" in rows) say(rows.line, null, rows.reason);
  const read = "reason" in rows ? undefined : readRoute(rows, say);
  const [first, ...others] = faults;
  if (first) return { kind: "refused", faults: [first, ...others] };
  return { kind: "route", ...read! };
}

// A stranger's file must not steer a terminal, nor fill it.
function brief(words: string): string {
  return escaped(words.replaceAll(/\s+/g, " ")).slice(0, MOST_LETTERS_SAID);
}

/** Where something is said, what it gives is not to be used. */
function readRoute(rows: CsvRow[], say: Say): { route: HandRoute; notes: string[] } | undefined {
  const table = rows.findIndex(({ cells }) => columnName(cells[0]!) === "stop");
  if (table < 0) {
    const parted = rows.some(({ cells }) => cells.length === 1 && /[;\t]/.test(cells[0]!));
    const hint = parted ? " (cells must be parted by commas)" : "";
    say(null, null, `has no stops: they follow a row that says stop,lat,lon,minutes${hint}`);
    return undefined;
  }
  const facts = readFacts(rows.slice(0, table), say);
  const { stops, passedOver } = readStops(rows.slice(table), say);
  const notes =
    passedOver.length > 0 ? [`Columns not known, passed over: ${brief(passedOver.join(", "))}.`] : [];
  return facts && { route: routeOf(facts, stops), notes };
}

function readFacts(rows: CsvRow[], say: Say): Facts | undefined {
  const lines = new Map<string, number>();
  const typed = Object.fromEntries(NAMES.map((name) => [name, ""]));
  const service: HandRoute["service"] = [];
  for (const { cells, line } of rows) {
    const [name, value] = [columnName(cells[0]!), cells[1]?.trim() ?? ""];
    if (cells.slice(2).some((cell) => cell.trim() !== "")) {
      say(line, name, "has a comma in its value: put the value in double quotes");
    } else if (name === "service") {
      const read = readService(value);
      if (read.kind === "service") service.push(...read.service);
      else say(line, name, read.reason);
      lines.set(name, line);
    } else if (!NAMES.includes(name)) {
      say(line, name, `is not known; the rows above the stops are ${[...NAMES, "service"].join(", ")}`);
    } else if (lines.has(name)) {
      say(line, name, `is there twice, in line ${lines.get(name)} too`);
    } else {
      lines.set(name, line);
      typed[name] = value;
    }
  }
  if (!lines.has("service")) say(null, "service", "must be given: Mo-Fr 06:30-18:00 every 45 min");
  const read = factsReader.safeParse(typed);
  for (const { path, message } of read.error?.issues ?? []) {
    const name = String(path[0]);
    say(lines.get(name) ?? null, name, message);
  }
  if (!read.success) return undefined;
  if (read.data.from && read.data.until && read.data.until < read.data.from)
    say(lines.get("until")!, "until", "is before from");
  return { ...read.data, service };
}

function routeOf(facts: Facts, stops: HandRoute["stops"]): HandRoute {
  const background = facts.color ?? GREY;
  const textColor = facts.text_color ?? (isBright(background) ? BLACK! : WHITE!);
  return {
    route: { shortName: facts.route, longName: facts.name ?? "", color: background, textColor },
    agency: facts.agency,
    stops,
    bothWays: facts.both_ways!,
    service: facts.service,
    from: facts.from,
    until: facts.until,
    source: facts.source,
    asOf: facts.source_date!,
  };
}

/** By how bright an eye takes each of the three to be. */
function isBright(background: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(background.slice(at, at + 2), 16));
  return 0.299 * red! + 0.587 * green! + 0.114 * blue! > BRIGHT;
}
