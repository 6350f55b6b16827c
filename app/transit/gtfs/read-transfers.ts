/** transfers.txt: ways between stops are made without it, so what is wrong in it changes no answer. */
import { CsvRows } from "~/transit/gtfs/csv";
import { EnoughFaults, Faults } from "~/transit/gtfs/faults";
import type { Fault } from "~/transit/gtfs/feed";
import type { Ids } from "~/transit/gtfs/ids";

/** What to warn of: most often a stop that was renamed in one file only. */
export function oddTransfers(bytes: Uint8Array, stopIds: Ids): Fault[] {
  const faults = new Faults();
  try {
    const rows = new CsvRows("transfers.txt", bytes, faults);
    const stops = [rows.column("from_stop_id"), rows.column("to_stop_id")];
    while (rows.next())
      for (const column of stops)
        if (!rows.blank(column) && rows.find(column, stopIds) < 0)
          rows.fault(column, `${rows.shown(column)} is not in stops.txt`);
  } catch (error) {
    if (!(error instanceof EnoughFaults)) throw error;
  }
  return faults.found;
}
