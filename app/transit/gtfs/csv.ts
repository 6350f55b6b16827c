/**
 * Reads CSV (RFC 4180, as GTFS uses it) record by record, straight from bytes.
 *
 * Why not a library: a string per field costs more than the whole import may (half a million stop times in well under
 * a second), and a fault must name the line as an editor counts it and the column. Here a record is a list of offsets,
 * and only what is kept is decoded.
 */
import type { Faults } from "~/transit/gtfs/faults";
import type { Ids } from "~/transit/gtfs/ids";

// A whole description fits ten times over; what is longer is an open quote or an attack.
const LONGEST_FIELD = 32_768;
const MOST_COLUMNS = 200;

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

const decoder = new TextDecoder();

export class CsvRows {
  readonly file: string;
  /** Where the current record begins. */
  line = 0;
  #bytes: Uint8Array;
  #faults: Faults;
  #at = 0;
  #nextLine = 1;
  #columns: string[] = [];
  #fields = 0;
  #starts = new Int32Array(MOST_COLUMNS + 1);
  #ends = new Int32Array(MOST_COLUMNS + 1);
  #doubled = new Uint8Array(MOST_COLUMNS + 1);

  constructor(file: string, bytes: Uint8Array, faults: Faults) {
    this.file = file;
    this.#bytes = bytes;
    this.#faults = faults;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3;
    if (!this.#record()) return;
    this.#columns = Array.from({ length: this.#fields }, (_, column) => this.text(column));
    this.#columns.forEach((name, column) => {
      if (name !== "" && this.#columns.indexOf(name) !== column)
        faults.add(file, this.line, name, "the header names this column twice");
    });
  }

  /** At most as many records as there are lines. */
  get mostRows(): number {
    let lines = 1;
    for (let at = this.#bytes.indexOf(LF); at >= 0; at = this.#bytes.indexOf(LF, at + 1)) lines++;
    return lines;
  }

  /** The column's number, or -1: a column that is not there is blank in every record. */
  column(name: string): number {
    return this.#columns.indexOf(name);
  }

  required(name: string): number {
    const column = this.column(name);
    if (column < 0) this.#faults.add(this.file, 1, name, "this required column is missing");
    return column;
  }

  /** Goes to the next record that is not a blank line; false at the end. */
  next(): boolean {
    while (this.#record()) {
      if (this.#fields === 1 && this.#starts[0] === this.#ends[0]) continue;
      if (this.#fields > this.#columns.length && !this.#onlyBlanksBeyondHeader()) {
        const reason = `this line has ${this.#fields} fields, the header ${this.#columns.length}`;
        this.#faults.add(this.file, this.line, null, reason);
      }
      return true;
    }
    return false;
  }

  fault(column: number, reason: string): void {
    this.#faults.add(this.file, this.line, this.#columns[column] ?? null, reason);
  }

  blank(column: number): boolean {
    return column < 0 || column >= this.#fields || this.#starts[column] === this.#ends[column];
  }

  text(column: number): string {
    if (this.blank(column)) return "";
    const text = decoder.decode(this.#bytes.subarray(this.#starts[column], this.#ends[column]));
    return this.#doubled[column] ? text.replaceAll('""', '"') : text;
  }

  /** The index of the id in this field, or -1. */
  find(column: number, ids: Ids): number {
    if (this.blank(column)) return -1;
    if (!this.#doubled[column]) return ids.find(this.#bytes, this.#starts[column]!, this.#ends[column]!);
    const bytes = new TextEncoder().encode(this.text(column));
    return ids.find(bytes, 0, bytes.length);
  }

  /** Adds the id in this field; its index, or -1 where it was there before. */
  add(column: number, ids: Ids): number {
    if (!this.#doubled[column])
      return ids.add(this.#bytes, this.#starts[column] ?? 0, this.#ends[column] ?? 0);
    const bytes = new TextEncoder().encode(this.text(column));
    return ids.add(bytes, 0, bytes.length);
  }

  /** A whole number of up to nine digits, `otherwise` where blank, or -1 where it is something else. */
  whole(column: number, otherwise = -1): number {
    if (this.blank(column)) return otherwise;
    const end = this.#ends[column]!;
    if (end - this.#starts[column]! > 9) return -1;
    let value = 0;
    for (let i = this.#starts[column]!; i < end; i++) {
      const digit = this.#bytes[i]! - 48;
      if (digit < 0 || digit > 9) return -1;
      value = 10 * value + digit;
    }
    return value;
  }

  /** A decimal number, NaN where blank or something else. */
  decimal(column: number): number {
    if (this.blank(column)) return NaN;
    const text = this.text(column);
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  }

  /** Seconds of a time H:MM:SS or HH:MM:SS, -1 where blank, -2 where it is something else. */
  time(column: number): number {
    if (this.blank(column)) return -1;
    const bytes = this.#bytes;
    const end = this.#ends[column]!;
    const hours = end - 6 - this.#starts[column]!;
    if (hours < 1 || hours > 3 || bytes[end - 3] !== 58 || bytes[end - 6] !== 58) return -2;
    let h = 0;
    for (let i = this.#starts[column]!; i < end - 6; i++) h = 10 * h + digit(bytes[i]!);
    const m = 10 * digit(bytes[end - 5]!) + digit(bytes[end - 4]!);
    const s = 10 * digit(bytes[end - 2]!) + digit(bytes[end - 1]!);
    return m < 60 && s < 60 && h < 1000 ? 3600 * h + 60 * m + s : -2;
  }

  #onlyBlanksBeyondHeader(): boolean {
    for (let column = this.#columns.length; column < this.#fields; column++)
      if (this.#starts[column] !== this.#ends[column]) return false;
    return true;
  }

  #record(): boolean {
    const bytes = this.#bytes;
    if (this.#at >= bytes.length) return false;
    this.line = this.#nextLine;
    this.#fields = 0;
    for (;;) {
      if (this.#fields > MOST_COLUMNS) return this.#giveUp(`more than ${MOST_COLUMNS} fields in one line`);
      const field = this.#fields++;
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
    const bytes = this.#bytes;
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
    this.#starts[field] = start;
    this.#ends[field] = at;
    this.#doubled[field] = 0;
    return true;
  }

  #quoted(field: number): boolean {
    const bytes = this.#bytes;
    const start = this.#at + 1;
    this.#doubled[field] = 0;
    for (let at = start; at < bytes.length && at - start <= LONGEST_FIELD; at++) {
      if (bytes[at] === LF) this.#nextLine++;
      if (bytes[at] !== QUOTE) continue;
      if (bytes[at + 1] === QUOTE) {
        this.#doubled[field] = 1;
        at++;
        continue;
      }
      this.#starts[field] = start;
      this.#ends[field] = at;
      this.#at = at + 1;
      while (bytes[this.#at] === SPACE) this.#at++;
      const after = bytes[this.#at];
      if (after === undefined || after === COMMA || after === LF || after === CR) return true;
      return this.#giveUp(`field ${field + 1} goes on after its closing quote`);
    }
    return this.#giveUp(`field ${field + 1} opens a quote that is not closed`);
  }

  #giveUp(reason: string): false {
    this.#faults.add(this.file, this.line, null, reason);
    this.#at = this.#bytes.length;
    return false;
  }
}

function digit(byte: number): number {
  return byte >= 48 && byte <= 57 ? byte - 48 : 1000;
}
