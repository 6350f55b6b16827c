import { describe, expect, test } from "vitest";
import { CsvRecords } from "~/transit/gtfs/csv-records";
import { Faults } from "~/transit/gtfs/faults";

function records(text: string): { all: { line: number; fields: string[] }[]; faults: Faults } {
  const faults = new Faults();
  const bytes = new TextEncoder().encode(text);
  const csv = new CsvRecords("x.txt", bytes, faults);
  const all = [];
  while (csv.next()) {
    const field = (f: number) => new TextDecoder().decode(bytes.subarray(csv.starts[f], csv.ends[f]));
    all.push({ line: csv.line, fields: Array.from({ length: csv.fields }, (_, f) => field(f)) });
  }
  return { all, faults };
}

const fieldsOf = (text: string) => records(text).all.map(({ fields }) => fields);

test.each([
  [
    "lines",
    "a,b\n1,2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "no newline at the end",
    "a,b\n1,2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a comma at the very end",
    "a,b\n1,",
    [
      ["a", "b"],
      ["1", ""],
    ],
  ],
  [
    "CRLF",
    "a,b\r\n1,2\r\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "CR alone",
    "a,b\r1,2\r",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a byte order mark",
    "\ufeffa,b\n1,2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "blank lines",
    "\n\na,b\n\r\n   \n1,2\n\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "blank fields",
    "a,b,c\n,,\n",
    [
      ["a", "b", "c"],
      ["", "", ""],
    ],
  ],
  [
    "spaces around fields",
    "a , b\n 1\t,2 \n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "quotes",
    'a,b\n"1","2, and 3"\n',
    [
      ["a", "b"],
      ["1", "2, and 3"],
    ],
  ],
  [
    "spaces after a quote",
    'a,b\n"1" ,2\n',
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  ["a quote in the middle of a field", 'a\n6" pipe\n', [["a"], ['6" pipe']]],
  [
    "newlines in quotes",
    'a,b\n"1\n2",3\n',
    [
      ["a", "b"],
      ["1\n2", "3"],
    ],
  ],
  ["letters of all kinds", "a\n7th & Minnesota – Peñón ☃\n", [["a"], ["7th & Minnesota – Peñón ☃"]]],
  ["nothing", "", []],
  ["only a byte order mark", "\ufeff", []],
])("reads %s", (_, text, fields) => {
  expect(fieldsOf(text)).toEqual(fields);
});

test("counts lines as an editor does, newlines in quotes and blank lines included", () => {
  expect(records('a\n"1\n2"\n\n3\r\n4').all.map(({ line }) => line)).toEqual([1, 2, 5, 6]);
});

test("an empty quoted field alone on a line is a blank line", () => {
  expect(fieldsOf('a\n""\n1')).toEqual([["a"], ["1"]]);
});

describe("gives up with the line where it began, on", () => {
  test.each([
    ["a quote that is not closed", 'a,b\n1,"2\n3,4\n', /^2 field 2 opens a quote that is not closed/],
    ["text after a closing quote", 'a,b\n"1"x,2\n', /^2 field 1 goes on after its closing quote/],
    ["a huge field", `a\n${"x".repeat(40_000)}\n`, /^2 field 1 has 40000 bytes/],
    ["a huge quoted field", `a\n"${"x".repeat(40_000)}"\n`, /^2 field 1 opens a quote that is not closed/],
    ["a line of a thousand fields", `a\n${",".repeat(1000)}\n`, /^2 more than 200 fields/],
  ])("%s", (_, text, fault) => {
    const { all, faults } = records(text);
    expect(all.map(({ line }) => line)).toEqual([1]);
    expect(faults.found.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      expect.stringMatching(fault),
    ]);
  });

  test("a field of ten million characters, within a second", () => {
    const before = performance.now();
    expect(records(`a\n"${"x".repeat(10_000_000)}"\n`).faults.found).toHaveLength(1);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
