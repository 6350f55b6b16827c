/**
 * Decimal numbers straight from bytes, each the very double that Number() makes of its text: half a million distances
 * and coordinates are half of what reading a feed would cost if each were made a string first.
 */

const [PLUS, MINUS, POINT, ZERO] = [43, 45, 46, 48];
// Up to 15 digits are a whole number that a double holds exactly, and so is the power of ten that divides it: the one
// division then rounds once, as it must (Clinger, How to read floating point numbers accurately, 1990).
const MOST_DIGITS = 15;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, places) => 10 ** places);

const decoder = new TextDecoder();

/** The number in bytes[start, end), NaN where that is something else; no blanks around it. */
export function decimalIn(bytes: Uint8Array, start: number, end: number): number {
  const sign = bytes[start];
  let [digits, whole, places] = [0, 0, -1];
  for (let i = sign === MINUS || sign === PLUS ? start + 1 : start; i < end; i++) {
    const digit = bytes[i]! - ZERO;
    if (digit >= 0 && digit <= 9) {
      whole = 10 * whole + digit;
      digits++;
      if (places >= 0) places++;
    } else if (bytes[i] === POINT && places < 0) places = 0;
    else return slowly(bytes, start, end);
  }
  if (digits === 0 || digits > MOST_DIGITS) return slowly(bytes, start, end);
  const value = places > 0 ? whole / POWERS[places]! : whole;
  return sign === MINUS ? -value : value;
}

/** Exponents, many digits, and what is no number. */
function slowly(bytes: Uint8Array, start: number, end: number): number {
  const text = decoder.decode(bytes.subarray(start, end));
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}
