/** Splits CSV bytes (RFC 4180, as GTFS uses it) into records: where each field begins and ends, and on which line. */
import type { Faults } from "~/transit/gtfs/faults";

// A whole description fits ten times over; what is longer is an open quote or an attack.
const LONGEST_FIELD = 32_768;
const MOST_COLUMNS = 200;

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

export class CsvRecords {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly faults: Faults;
  /** Where the current record begins, counted from 1 as an editor does. */
  line = 0;
  /** The current record's fields: field f is bytes[starts[f], ends[f]), with quotes in it doubled where `doubled`. */
  fields = 0;
  readonly starts = new Int32Array(MOST_COLUMNS + 1);
  readonly ends = new Int32Array(MOST_COLUMNS + 1);
  readonly doubled = new Uint8Array(MOST_COLUMNS + 1);
  #at = 0;
  #nextLine = 1;

  constructor(file: string, bytes: Uint8Array, faults: Faults) {
    this.file = file;
    this.bytes = bytes;
    this.faults = faults;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3;
  }

  /** At most as many records as there are lines. */
  get mostRows(): number {
    let lines = 1;
    for (let at = this.bytes.indexOf(LF); at >= 0; at = this.bytes.indexOf(LF, at + 1)) lines++;
    for (let at = this.bytes.indexOf(CR); at >= 0; at = this.bytes.indexOf(CR, at + 1)) lines++;
    return lines;
  }

  /** Goes to the next record that is not a blank line; false at the end, or where reading on makes no sense. */
  next(): boolean {
    while (this.#record()) if (this.fields > 1 || this.starts[0] !== this.ends[0]) return true;
    return false;
  }

  #record(): boolean {
    const bytes = this.bytes;
    if (this.#at >= bytes.length) return false;
    this.line = this.#nextLine;
    this.fields = 0;
    for (;;) {
      if (this.fields > MOST_COLUMNS) return this.#giveUp(`more than ${MOST_COLUMNS} fields in one line`);
      const field = this.fields++;
      const read = bytes[this.#at] === QUOTE ? this.#quoted(field) : this.#plain(field);
      if (!read) return false;
      const byte = bytes[this.#at++];
      if (byte === COMMA) continue;
      if (byte === CR && bytes[this.#at] === LF) this.#at++;
      this.#nextLine++;
      return true;
    }
  }

  #plain(field: number): boolean {
    const bytes = this.bytes;
    let start = this.#at;
    let at = start;
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === COMMA || byte === LF || byte === CR) break;
    }
    this.#at = at;
    if (at - start > LONGEST_FIELD) return this.#giveUp(`field ${field + 1} has ${at - start} bytes`);
    while (start < at && bytes[start]! <= SPACE) start++;
    while (at > start && bytes[at - 1]! <= SPACE) at--;
    this.starts[field] = start;
    this.ends[field] = at;
    this.doubled[field] = 0;
    return true;
  }

  #quoted(field: number): boolean {
    const bytes = this.bytes;
    const start = this.#at + 1;
    this.doubled[field] = 0;
    for (let at = start; at < bytes.length && at - start <= LONGEST_FIELD; at++) {
      if (bytes[at] === LF) this.#nextLine++;
      if (bytes[at] !== QUOTE) continue;
      if (bytes[at + 1] === QUOTE) {
        this.doubled[field] = 1;
        at++;
        continue;
      }
      this.starts[field] = start;
      this.ends[field] = at;
      this.#at = at + 1;
      while (bytes[this.#at] === SPACE) this.#at++;
      const after = bytes[this.#at];
      if (after === undefined || after === COMMA || after === LF || after === CR) return true;
      return this.#giveUp(`field ${field + 1} goes on after its closing quote`);
    }
    return this.#giveUp(`field ${field + 1} opens a quote that is not closed`);
  }

  #giveUp(reason: string): false {
    this.faults.add(this.file, this.line, null, reason);
    this.#at = this.bytes.length;
    return false;
  }
}
