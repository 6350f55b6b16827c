/** Faults found while reading a feed, up to as many as a person can use. */
import type { Fault } from "~/transit/gtfs/feed";

// One mistake often repeats in every row: the first twenty say what it is.
export const MOST_FAULTS = 20;

/** Thrown when there is no use in reading on. */
export class EnoughFaults extends Error {}

export class Faults {
  readonly found: Fault[] = [];
  readonly warnings: Fault[] = [];

  add(file: string, line: number | null, column: string | null, reason: string): void {
    this.found.push({ file, line, column, reason });
    if (this.found.length >= MOST_FAULTS) throw new EnoughFaults();
  }

  warn(file: string, line: number | null, column: string | null, reason: string): void {
    if (this.warnings.length < MOST_FAULTS) this.warnings.push({ file, line, column, reason });
  }
}
