/** One mistyped letter is forgiven: one too many, one missing, one wrong, or two swapped. */

// In a shorter word one letter more or less is another word.
export const SHORTEST_FORGIVEN = 4;

/** Are the words equal but for one letter? Equal words are too. */
export function isOneLetterOff(typed: string, meant: string): boolean {
  if (typed === meant) return true;
  if (Math.abs(typed.length - meant.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start += 1;
  const restTyped = typed.slice(start);
  const restMeant = meant.slice(start);
  if (restTyped.slice(1) === restMeant || restTyped === restMeant.slice(1)) return true;
  if (restTyped.length !== restMeant.length) return false;
  if (restTyped.slice(1) === restMeant.slice(1)) return true;
  const areSwapped = restTyped[0] === restMeant[1] && restTyped[1] === restMeant[0];
  return areSwapped && restTyped.slice(2) === restMeant.slice(2);
}

/** Numbers are never forgiven: 7th and 8th are two streets. */
export function isForgiven(word: string): boolean {
  return word.length >= SHORTEST_FORGIVEN && !/\d/.test(word);
}
