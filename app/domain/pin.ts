/** What may open a shared tablet: four to six digits that nobody tries first. */

export type PinProblem = "not-digits" | "too-easy";

const FEWEST = 4;
const MOST = 6;

// What people choose most where they may choose anything, beyond what the rules below find: the middle of a keypad, its
// corners, its crosses. (Bonneau, Preibusch, Anderson 2012: a list of the easiest takes a thief's six guesses from 2 % to 0.2 %.)
const POPULAR = new Set(
  (
    "2580 0852 1397 7931 5683 1590 3570 1470 3690 1478 1236 0007 1004 2468 1357 8642 9753 4200 0420 1122 " +
    "159753 147258 258369 147852 789456 123654 112233 332211 102030 246810 135790"
  ).split(" "),
);

/** Null where it may be chosen. Blanks between digits are nobody's mistake: `digitsOf` takes them out first. */
export function pinProblem(pin: string): PinProblem | null {
  if (!/^\d+$/.test(pin) || pin.length < FEWEST || pin.length > MOST) return "not-digits";
  return isEasy(pin) ? "too-easy" : null;
}

export function digitsOf(typed: string): string {
  return typed.replaceAll(/[\s.-]/g, "").slice(0, 20);
}

function isEasy(pin: string): boolean {
  return isStairs(pin) || isRepeated(pin) || isMirror(pin) || isYear(pin) || POPULAR.has(pin);
}

/** 1234, 9876, 2222: each digit as far from the last. */
function isStairs(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10);
  return steps.every((step) => step === steps[0]) && [0, 1, 9].includes(steps[0]!);
}

/** 1212, 123123, 121212. */
function isRepeated(pin: string): boolean {
  return /^(\d{1,3})\1+$/.test(pin);
}

/** 123321, and 1221 too. */
function isMirror(pin: string): boolean {
  return pin.length !== 5 && pin === [...pin].toReversed().join("");
}

// A year of birth is on many papers, and told at parties.
function isYear(pin: string): boolean {
  return /^(19|20)\d\d$/.test(pin);
}
