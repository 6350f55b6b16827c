/** A stop's name as a person would write it on a note: "GRAND @ OLIVE NB" is "Grand & Olive". */

const BOUND = /[\s-]+(?:[NSEW]B|(?:north|south|east|west)bound)$/i;
// Some agencies number the two sides of a street at the end of a corner's name.
const SIDE = /(?:-[01]|(?<=&\s*[^\s&].*)\s[01])(?:-[01])?$/;
const JOINING = /\s*(?:[@+/\\]|&|(?<=\s)(?:and|at)(?=\s))\s*/gi;

export function stopLabel(name: string): string {
  const joined = name
    .slice(0, 200)
    .replace(/\s+/g, " ")
    .trim()
    .replace(JOINING, " & ")
    .replace(/^ & | & $/g, "");
  const bare = joined.replace(BOUND, "").replace(SIDE, "").trim() || joined;
  return /\p{Ll}/u.test(bare) ? bare : quiet(bare);
}

/** Capitals shout; letters without a vowel are mostly an abbreviation and stay. */
function quiet(name: string): string {
  return name
    .split(" ")
    .map((word) =>
      /^[^AEIOUY\d]{2,5}$/.test(word) && !/^(ST|MT|DR|FT|RD|LN|CT|PL|PK|SQ|HWY|BLVD|TRFWY)\.?$/.test(word)
        ? word
        : titled(word),
    )
    .join(" ");
}

function titled(word: string): string {
  if (/^\d+(ST|ND|RD|TH)$/.test(word)) return word.toLowerCase();
  return word
    .toLowerCase()
    .replace(/(^|[-(.])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}
