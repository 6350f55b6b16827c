import { expect, test } from "vitest";
import { CsvRows } from "~/transit/gtfs/csv";
import { Faults } from "~/transit/gtfs/faults";
import { Ids } from "~/transit/gtfs/ids";
import { rowsOf, said } from "./rows";

test("finds columns by name, in any order, and others are no matter", () => {
  const { rows } = rowsOf("note,b,a\nx,2,1\n");
  rows.next();
  expect([rows.text(rows.column("a")), rows.text(rows.column("b"))]).toEqual(["1", "2"]);
});

test("a column that is not there is blank", () => {
  const { rows, faults } = rowsOf("a\n1\n");
  rows.next();
  expect([rows.text(rows.column("b")), rows.whole(rows.column("b"), 7), rows.time(-1)]).toEqual(["", 7, -1]);
  rows.required("b");
  expect(said(faults)).toEqual(["x.txt:1 b: this required column is missing"]);
});

test("a line shorter than the header ends in blanks; a longer one is a fault unless its rest is blank", () => {
  const { rows, faults } = rowsOf("a,b\n1\n1,2,,\n1,2,3\n");
  rows.next();
  expect([rows.text(0), rows.text(1)]).toEqual(["1", ""]);
  while (rows.next());
  expect(said(faults)).toEqual(["x.txt:4 null: this line has 3 fields, the header 2"]);
});

test("a file in UTF-16 is refused once, with what to do", () => {
  for (const mark of [
    [0xff, 0xfe],
    [0xfe, 0xff],
  ]) {
    const faults = new Faults();
    const rows = new CsvRows("x.txt", Uint8Array.from([...mark, 97, 0, 10, 0]), faults);
    rows.required("a");
    expect(rows.next()).toBe(false);
    expect(said(faults)).toEqual(["x.txt:1 null: the file is in UTF-16: save it as UTF-8"]);
  }
});

test("a header that names a column twice is a fault", () => {
  expect(said(rowsOf("a,b,a\n").faults)).toEqual(["x.txt:1 a: the header names it twice"]);
});

test("doubled quotes are one, in texts and in ids", () => {
  const { rows } = rowsOf('id\n"the ""7"""\n');
  rows.next();
  expect(rows.text(0)).toBe('the "7"');
  const ids = new Ids();
  expect(rows.add(0, ids)).toBe(0);
  expect(rows.find(0, ids)).toBe(0);
  expect(ids.texts()).toEqual(['the "7"']);
});

test.each([
  ["6:05:09", 6 * 3600 + 309],
  ["06:05:09", 6 * 3600 + 309],
  ["24:00:00", 86_400],
  ["28:15:00", 101_700],
  ["", -1],
  ["6:05", -2],
  ["6:5:09", -2],
  ["06:60:00", -2],
  ["06:00:60", -2],
  ["aa:00:00", -2],
  ["-1:00:00", -2],
  ["06-05-09", -2],
  ["169:00:00", -2],
  ["99999:00:00", -2],
])("the time %j is %d", (text, seconds) => {
  const { rows } = rowsOf(`a,b\n${text},x\n`);
  rows.next();
  expect(rows.time(0)).toBe(seconds);
});

test.each([
  ["12", 12],
  ["0", 0],
  ["-1", -1],
  ["1.5", -1],
  ["1234567890", 1234567890],
  ["2147483647", 2147483647],
  ["2147483648", -1],
  ["12345678901", -1],
  ["one", -1],
])("the whole number %j is %d", (text, value) => {
  const { rows } = rowsOf(`a,b\n${text},x\n`);
  rows.next();
  expect(rows.whole(0)).toBe(value);
});

test.each([
  ["39.1", 39.1],
  ["-94.6", -94.6],
  ["+.5", 0.5],
  ["1e-3", 0.001],
  ["", NaN],
  ["0x10", NaN],
  ["Infinity", NaN],
  ["north", NaN],
])("the decimal %j is %d", (text, value) => {
  const { rows } = rowsOf(`a,b\n${text},x\n`);
  rows.next();
  expect(rows.decimal(0)).toBe(value);
});

test("a fault shows a stranger's words short and on one line", () => {
  const { rows } = rowsOf(`a\n"${"long\n".repeat(20)}"\n`);
  rows.next();
  expect(rows.shown(0)).toBe(`"${"long ".repeat(8)}"`);
});
