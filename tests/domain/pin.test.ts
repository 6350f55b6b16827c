import { expect, test } from "vitest";
import { digitsOf, pinProblem } from "~/domain/pin";

test.each([
  "0000",
  "1234",
  "4321",
  "7890",
  "9012",
  "1212",
  "1221",
  "111111",
  "123123",
  "654321",
  "1987",
  "2031",
  "2580",
])("%s is what a thief tries first", (pin) => {
  expect(pinProblem(pin)).toBe("too-easy");
});

test.each(["", "123", "1234567", "12a4", "-123", "12.5", "١٢٣٤"])("%j is not four to six digits", (pin) => {
  expect(pinProblem(pin)).toBe("not-digits");
});

test.each(["7305", "40916", "830174", "0412"])("%s may be chosen", (pin) => {
  expect(pinProblem(pin)).toBeNull();
});

test("digits typed with blanks between them are the digits", () => {
  expect(digitsOf(" 73 05-1 ")).toBe("73051");
});

test("enough PINs are left that a stolen tablet's twenty guesses find nothing", () => {
  const left = (length: number) => {
    let count = 0;
    for (let pin = 0; pin < 10 ** length; pin++)
      if (pinProblem(String(pin).padStart(length, "0")) === null) count++;
    return count;
  };
  expect(left(4)).toBeGreaterThan(9_500);
  expect(left(5)).toBeGreaterThan(99_900);
});
