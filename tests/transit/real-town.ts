/** A real feed as the oracle is told of it: the plainest reader there is, good enough for feeds known to be sound. */
import { strFromU8, unzipSync } from "fflate";
import { grouped } from "./search/oracle/grouped";
import type { Run, Town, TransferRow, Use } from "./search/oracle/asked";

type Row = Record<string, string>;
type Tables = (name: string) => Row[];

export function tablesOf(zip: Uint8Array): Tables {
  const files = unzipSync(zip, { filter: ({ name }) => name !== "shapes.txt" });
  const tables: Record<string, Row[]> = {};
  return (name) => (tables[name] ??= files[name] ? rowsOf(strFromU8(files[name])) : []);
}

function rowsOf(text: string): Row[] {
  const [header, ...lines] = text
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  const names = fieldsOf(header!);
  return lines.map((line) => {
    const fields = fieldsOf(line);
    return Object.fromEntries(names.map((name, i) => [name, fields[i] ?? ""]));
  });
}

function fieldsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  const fields = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!;
  return fields.map((field) => field.replace(/,$/, "").replace(/^"|"$/g, ""));
}

/** The stops in the town's order; stations and entrances are none. */
export function stopRows(tables: Tables): Row[] {
  return tables("stops.txt").filter((row) => (row.location_type || "0") === "0");
}

/**
 * The runs of `date` and of the day before it that matter between `from` and `until`, in seconds of the date; all times
 * are counted from `from` on.
 */
export function realTown(tables: Tables, date: string, from: number, until: number): Town {
  const stops = stopRows(tables);
  const indexOf = new Map(stops.map((stop, i) => [stop.stop_id!, i]));
  const rows = grouped(tables("stop_times.txt"), (row) => row.trip_id!);
  const runs = [0, -1].flatMap((shift) => {
    const runsToday = servicesOn(tables, dayAfter(date, shift));
    return tables("trips.txt")
      .filter((trip) => runsToday.has(trip.service_id!))
      .flatMap((trip) => runsOf(trip, rows.get(trip.trip_id!) ?? [], indexOf, 86_400 * shift - from));
  });
  return {
    stops: stops.map((stop) => ({
      lat: Number(stop.stop_lat),
      lon: Number(stop.stop_lon),
      stepFree: stop.wheelchair_boarding !== "2",
    })),
    runs: runs.filter(({ calls }) => calls.at(-1)!.arrive >= 0 && calls[0]!.depart <= until - from),
    transfers: tables("transfers.txt").flatMap((row) => rowsBetweenStops(row, stops, indexOf)),
  };
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

function servicesOn(tables: Tables, date: string): Set<string> {
  const day = date.replaceAll("-", "");
  const weekday = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"][
    new Date(date).getUTCDay()
  ]!;
  const running = new Set<string>();
  for (const row of tables("calendar.txt"))
    if (row[weekday] === "1" && row.start_date! <= day && day <= row.end_date!) running.add(row.service_id!);
  for (const row of tables("calendar_dates.txt")) {
    if (row.date !== day) continue;
    if (row.exception_type === "1") running.add(row.service_id!);
    else running.delete(row.service_id!);
  }
  return running;
}

function runsOf(trip: Row, rows: Row[], indexOf: Map<string, number>, shift: number): Run[] {
  const use = (type: string | undefined): Use =>
    !type || type === "0" ? "yes" : type === "1" ? "no" : "ask";
  const calls = rows
    .toSorted((a, b) => Number(a.stop_sequence) - Number(b.stop_sequence))
    .map((row) => ({
      stop: indexOf.get(row.stop_id!)!,
      arrive: seconds(row.arrival_time || row.departure_time!) + shift,
      depart: seconds(row.departure_time || row.arrival_time!) + shift,
      on: use(row.pickup_type),
      off: use(row.drop_off_type),
    }));
  if (calls.length < 2) return [];
  return [
    {
      calls,
      trip: trip.trip_id!,
      route: trip.route_id!,
      day: String(shift),
      block: trip.block_id || null,
      repeated: false,
      estimateS: 0,
      stepFree: trip.wheelchair_accessible !== "2",
    },
  ];
}

function seconds(time: string): number {
  if (!/^\d+:\d\d:\d\d$/.test(time)) throw new Error(`this reader knows no times like "${time}"`);
  return time.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);
}

/** A station stands for all of its stops. */
function rowsBetweenStops(row: Row, stops: Row[], indexOf: Map<string, number>): TransferRow[] {
  const blankIsNull = (id: string | undefined) => id || null;
  const stopsOf = (id: string) =>
    indexOf.has(id)
      ? [indexOf.get(id)!]
      : stops.flatMap((stop) => (stop.parent_station === id ? [indexOf.get(stop.stop_id!)!] : []));
  const said = {
    type: Number(row.transfer_type || "0") as TransferRow["type"],
    minS: row.min_transfer_time ? Number(row.min_transfer_time) : null,
    fromRoute: blankIsNull(row.from_route_id),
    toRoute: blankIsNull(row.to_route_id),
    fromTrip: blankIsNull(row.from_trip_id),
    toTrip: blankIsNull(row.to_trip_id),
  };
  return stopsOf(row.from_stop_id!).flatMap((fromStop) =>
    stopsOf(row.to_stop_id!).map((toStop) => ({ ...said, fromStop, toStop })),
  );
}
