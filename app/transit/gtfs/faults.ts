/** Faults found while reading a feed: equal ones said once, as many as a person can use, a share for every file. */
import type { Fault } from "~/transit/gtfs/feed";

export const MOST_FAULTS = 20;

// Counting on tells nobody more, and a file made of nothing but faults must not hold us up.
export const MOST_FAULTY_ROWS = 100_000;

/** Thrown when there is no use in reading on. */
export class EnoughFaults extends Error {}

export class Faults {
  readonly #found = new Repeated();
  readonly #warned = new Repeated();

  /** Roots before consequences: files in the order they were read, and in each what was met first. */
  get found(): Fault[] {
    return this.#found.said();
  }

  get warnings(): Fault[] {
    return this.#warned.said();
  }

  get sound(): boolean {
    return this.#found.rows === 0;
  }

  isSound(file: string): boolean {
    return !this.#found.kinds.has(file);
  }

  add(file: string, line: number | null, column: string | null, reason: string): void {
    this.#found.add({ file, line, column, reason });
    if (this.#found.rows >= MOST_FAULTY_ROWS) throw new EnoughFaults();
  }

  warn(file: string, line: number | null, column: string | null, reason: string): void {
    this.#warned.add({ file, line, column, reason });
  }
}

class Repeated {
  rows = 0;
  /** By file, then by column and reason. */
  readonly kinds = new Map<string, Map<string, { fault: Fault; rows: number }>>();

  add(fault: Fault): void {
    this.rows++;
    const kinds = this.kinds.get(fault.file) ?? new Map<string, { fault: Fault; rows: number }>();
    this.kinds.set(fault.file, kinds);
    const kind = `${fault.column}\n${fault.reason}`;
    const same = kinds.get(kind);
    if (!same) {
      if (kinds.size < MOST_FAULTS) kinds.set(kind, { fault, rows: 1 });
      return;
    }
    same.rows++;
    if (same.fault.line !== null && fault.line !== null && fault.line < same.fault.line) same.fault = fault;
  }

  /** A file full of faults leaves room for the others': each gives its first, then each its second, and so on. */
  said(): Fault[] {
    const ranked = [...this.kinds.values()].flatMap((kinds, file) =>
      [...kinds.values()].map(({ fault, rows }, rank) => ({ file, rank, fault, rows })),
    );
    return ranked
      .toSorted((a, b) => a.rank - b.rank || a.file - b.file)
      .slice(0, MOST_FAULTS)
      .toSorted((a, b) => a.file - b.file || a.rank - b.rank)
      .map(({ fault, rows }) =>
        rows > 1 ? { ...fault, reason: fault.reason + this.#counted(rows) } : fault,
      );
  }

  #counted(rows: number): string {
    const some = this.rows >= MOST_FAULTY_ROWS ? "at least " : "";
    return ` (${some}${rows.toLocaleString("en")} rows; this is the first)`;
  }
}
