import { assert, constantFrom, property, string } from "fast-check";
import { expect, test } from "vitest";
import { decimalIn } from "~/transit/gtfs/decimals";

function read(text: string): number {
  const bytes = new TextEncoder().encode(`9${text}9`);
  return decimalIn(bytes, 1, bytes.length - 1);
}

test.each([
  "0",
  "-0",
  "7",
  "+7",
  "-90.1994",
  "38.627",
  ".5",
  "5.",
  "1e3",
  "-2.5E-3",
  "007",
  "123456789012345.5",
])("%s is the number it is", (text) => expect(read(text)).toBe(Number(text)));

test.each(["", "-", ".", "+.", "1.2.3", "1,5", "12 ", "0x10", "Infinity", "NaN", "1e", "--1", "٣"])(
  '"%s" is none',
  (text) => expect(read(text)).toBeNaN(),
);

test("every decimal is the double that Number makes of it, to the last bit", () => {
  const digits = string({ unit: constantFrom(..."0123456789"), maxLength: 12 });
  assert(
    property(constantFrom("", "-", "+"), digits, digits, (sign, whole, part) => {
      const text = `${sign}${whole}.${part}`;
      const expected = whole === "" && part === "" ? Number.NaN : Number(text);
      return Object.is(read(text), expected);
    }),
    { numRuns: 5000 },
  );
});
