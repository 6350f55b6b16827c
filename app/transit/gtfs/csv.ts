/**
 * Reads the fields of a GTFS file by column, straight from bytes.
 *
 * Why not a library: a string per field costs more than the whole import may (half a million stop times in well under
 * a second), and a fault must name the line as an editor counts it and the column. Here a record is a list of offsets,
 * and only what is kept is decoded.
 */
import { CsvRecords } from "~/transit/gtfs/csv-records";
import { decimalIn } from "~/transit/gtfs/decimals";
import type { Faults } from "~/transit/gtfs/faults";
import type { Ids } from "~/transit/gtfs/ids";
import { cleaned, shown } from "~/transit/gtfs/shown";

const COLON = 58;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export class CsvRows {
  #records: CsvRecords;
  #columns: string[] = [];
  #lacksColumns = false;

  constructor(file: string, bytes: Uint8Array, faults: Faults) {
    this.#records = new CsvRecords(file, bytes, faults);
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
      this.#lacksColumns = true;
      faults.add(file, 1, null, "the file is in UTF-16: save it as UTF-8");
    }
    if (this.#lacksColumns || !this.#records.next()) return;
    this.#columns = Array.from({ length: this.#records.fields }, (_, column) => this.name(column));
    this.#columns.forEach((name, column) => {
      if (name !== "" && this.#columns.indexOf(name) !== column)
        this.fault(column, "the header names it twice");
    });
  }

  get line(): number {
    return this.#records.line;
  }

  /** Whether no fault was found so far, in this file or another. */
  get sound(): boolean {
    return this.#records.faults.sound;
  }

  /** Whether what is missing from these files is missing, and not only the consequence of a fault in them. */
  trusts(...files: string[]): boolean {
    return files.every((file) => this.#records.faults.isSound(file));
  }

  get mostRows(): number {
    return this.#records.mostRows;
  }

  /** The column's number, or -1: a column that is not there is blank in every record. */
  column(name: string): number {
    return this.#columns.indexOf(name);
  }

  required(name: string): number {
    const column = this.column(name);
    const { faults, file } = this.#records;
    if (column >= 0) return column;
    this.#lacksColumns = true;
    if (this.#columns.length > 0) faults.add(file, 1, name, "this required column is missing");
    else if (faults.isSound(file)) faults.add(file, 1, null, "the file is empty");
    return column;
  }

  /** A table with a header only would be put in force and bring no bus. */
  refuseEmpty(count: number, what: string): void {
    if (count === 0 && this.trusts(this.#records.file)) this.fault(-1, `it lists no ${what}`);
  }

  /** Goes to the next record; false at the end, and where a required column is missing: each row would only repeat it. */
  next(): boolean {
    if (this.#lacksColumns || !this.#records.next()) return false;
    const { fields, starts, ends } = this.#records;
    for (let column = this.#columns.length; column < fields; column++) {
      if (starts[column] === ends[column]) continue;
      this.fault(-1, `this line has ${fields} fields, the header ${this.#columns.length}`);
      break;
    }
    return true;
  }

  /** A fault in the current record, or in the one that began at `line`. */
  fault(column: number, reason: string, line = this.line): void {
    this.#records.faults.add(this.#records.file, line, this.#columns[column] ?? null, reason);
  }

  /** What changes too little to refuse the feed for it: the current record is left out, or a field of it. */
  warn(column: number, reason: string): void {
    this.#records.faults.warn(this.#records.file, this.line, this.#columns[column] ?? null, reason);
  }

  blank(column: number): boolean {
    const { fields, starts, ends } = this.#records;
    return column < 0 || column >= fields || starts[column] === ends[column];
  }

  text(column: number): string {
    if (this.blank(column)) return "";
    const { bytes, starts, ends, doubled } = this.#records;
    const text = decoder.decode(bytes.subarray(starts[column], ends[column]));
    return doubled[column] ? text.replaceAll('""', '"') : text;
  }

  /** The field as people may read it on a page. */
  name(column: number): string {
    return cleaned(this.text(column));
  }

  /** The field as a fault may show it: a stranger wrote it. */
  shown(column: number): string {
    return shown(this.text(column));
  }

  /** The index of the id in this field, or -1. */
  find(column: number, ids: Ids): number {
    if (this.blank(column)) return -1;
    const { bytes, starts, ends, doubled } = this.#records;
    if (!doubled[column]) return ids.find(bytes, starts[column]!, ends[column]!);
    const id = encoder.encode(this.text(column));
    return ids.find(id, 0, id.length);
  }

  /** Adds the id in this field; its index, or -1 where it was there before. A blank is an id too. */
  add(column: number, ids: Ids): number {
    const { bytes, starts, ends, doubled } = this.#records;
    if (!this.blank(column) && !doubled[column]) return ids.add(bytes, starts[column]!, ends[column]!);
    const id = encoder.encode(this.text(column));
    return ids.add(id, 0, id.length);
  }

  /** Adds the id of a row of its own table; false where it is blank or not its own, and the row has no index then. */
  addOwn(column: number, ids: Ids): boolean {
    if (this.blank(column)) this.fault(column, `${this.#columns[column]} is blank`);
    else if (this.add(column, ids) < 0) this.fault(column, `${this.shown(column)} is there twice`);
    else return true;
    return false;
  }

  /** A whole number of 31 bits, `otherwise` where blank, or -1 where it is something else or larger. */
  whole(column: number, otherwise = -1): number {
    if (this.blank(column)) return otherwise;
    const { bytes, starts, ends } = this.#records;
    const end = ends[column]!;
    if (end - starts[column]! > MOST_DIGITS) return -1;
    let value = 0;
    for (let i = starts[column]!; i < end; i++) {
      const digit = digitOf(bytes[i]!);
      if (digit > 9) return -1;
      value = 10 * value + digit;
    }
    return value < 2 ** 31 ? value : -1;
  }

  /** A decimal number, NaN where blank or something else. */
  decimal(column: number): number {
    if (this.blank(column)) return NaN;
    const { bytes, starts, ends } = this.#records;
    return decimalIn(bytes, starts[column]!, ends[column]!);
  }

  /** Seconds of a time H:MM:SS or HH:MM:SS, -1 where blank, -2 where it is something else. */
  time(column: number): number {
    if (this.blank(column)) return -1;
    const { bytes, starts, ends } = this.#records;
    const end = ends[column]!;
    const hourDigits = end - 6 - starts[column]!;
    if (hourDigits < 1 || hourDigits > 3 || bytes[end - 3] !== COLON || bytes[end - 6] !== COLON) return -2;
    let h = 0;
    for (let i = starts[column]!; i < end - 6; i++) h = 10 * h + digitOf(bytes[i]!);
    const m = 10 * digitOf(bytes[end - 5]!) + digitOf(bytes[end - 4]!);
    const s = 10 * digitOf(bytes[end - 2]!) + digitOf(bytes[end - 1]!);
    return m < 60 && s < 60 && h <= LAST_HOUR ? 3600 * h + 60 * m + s : -2;
  }
}

const MOST_DIGITS = 10;

// A week: no bus is under way for longer, and the search keeps a counter for every second of the longest day.
const LAST_HOUR = 168;
// Larger than any number of hours or minutes there can be, so that one wrong digit spoils the whole.
const NO_DIGIT = 1000;

function digitOf(byte: number): number {
  return byte >= 48 && byte <= 57 ? byte - 48 : NO_DIGIT;
}
