/** calendar.txt, calendar_dates.txt and feed_info.txt: on which days what runs, and how long the feed is good for. */
import { FIRST_DAY, gtfsDay, LAST_DAY } from "~/transit/timetable/calendar";
import type { CsvRows } from "~/transit/gtfs/csv";
import type { DayNumber, Service } from "~/transit/gtfs/feed";
import { Ids } from "~/transit/gtfs/ids";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const ADDED = 1;
const REMOVED = 2;

type Draft = Service & { added: Set<DayNumber>; removed: Set<DayNumber> };

export function readServices(
  calendar: CsvRows | null,
  dates: CsvRows | null,
): { services: Service[]; ids: Ids } {
  const ids = new Ids();
  const services: Draft[] = [];
  if (calendar) readCalendar(calendar, services, ids);
  if (dates) readDates(dates, services, ids);
  return { services, ids };
}

function readCalendar(rows: CsvRows, services: Draft[], ids: Ids): void {
  const id = rows.required("service_id");
  const days = WEEKDAYS.map((name) => rows.required(name));
  const [from, until] = [rows.required("start_date"), rows.required("end_date")];
  while (rows.next()) {
    if (!rows.addOwn(id, ids)) continue;
    let weekdays = 0;
    days.forEach((column, weekday) => {
      const runs = rows.whole(column);
      if (runs !== 0 && runs !== 1) rows.fault(column, `${rows.shown(column)} is neither 0 nor 1`);
      if (runs === 1) weekdays |= 1 << weekday;
    });
    const [first, last] = [dayOf(rows, from), dayOf(rows, until)];
    // A date that is none has its own fault, and day 0 in its place.
    if (last < first && last !== 0)
      rows.fault(until, `${rows.shown(until)} is before start_date ${rows.shown(from)}: it would never run`);
    services.push({ ...emptyService(rows.text(id)), weekdays, from: first, until: last });
  }
}

function readDates(rows: CsvRows, services: Draft[], ids: Ids): void {
  const [id, date, type] = [
    rows.required("service_id"),
    rows.required("date"),
    rows.required("exception_type"),
  ];
  while (rows.next()) {
    if (rows.blank(id)) rows.fault(id, "service_id is blank");
    let index = rows.find(id, ids);
    if (index < 0) {
      // A service of added dates only has no row in calendar.txt.
      index = Math.max(rows.add(id, ids), 0);
      services.push(emptyService(rows.text(id)));
    }
    const day = dayOf(rows, date);
    const exception = rows.whole(type);
    if (exception === ADDED) services[index]!.added.add(day);
    else if (exception === REMOVED) services[index]!.removed.add(day);
    else rows.fault(type, `${rows.shown(type)} is neither 1 (added) nor 2 (removed)`);
  }
}

function emptyService(serviceId: string): Draft {
  return { serviceId, weekdays: 0, from: LAST_DAY, until: FIRST_DAY, added: new Set(), removed: new Set() };
}

function dayOf(rows: CsvRows, column: number): DayNumber {
  const day = gtfsDay(rows.text(column));
  if (day === null) rows.fault(column, `${rows.shown(column)} is not a date (YYYYMMDD)`);
  return day ?? 0;
}

/** The first and the last day of service: as promised, else as the calendars have it. */
export function coverageOf(
  info: CsvRows | null,
  services: Service[],
): { startsOn: DayNumber; endsOn: DayNumber } {
  const promised = info ? readFeedInfo(info) : { from: null, until: null };
  let [from, until] = [LAST_DAY, FIRST_DAY];
  for (const service of services) {
    if (service.weekdays) [from, until] = [Math.min(from, service.from), Math.max(until, service.until)];
    for (const day of service.added) [from, until] = [Math.min(from, day), Math.max(until, day)];
  }
  return { startsOn: promised.from ?? from, endsOn: promised.until ?? until };
}

function readFeedInfo(rows: CsvRows): { from: DayNumber | null; until: DayNumber | null } {
  const [from, until] = [rows.column("feed_start_date"), rows.column("feed_end_date")];
  if (!rows.next()) return { from: null, until: null };
  return {
    from: rows.blank(from) ? null : dayOf(rows, from),
    until: rows.blank(until) ? null : dayOf(rows, until),
  };
}
