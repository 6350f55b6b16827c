/** One spelling for each word of a street's name: types, compass words, ordinals in English and Spanish. */

/** Written in many ways, mostly left out in speech. "st" is a street or a saint: both may be left out. */
export const TYPES: Record<string, string> = spellings({
  st: "street str saint",
  ave: "avenue av aven avenida",
  rd: "road",
  blvd: "boulevard bl boul",
  dr: "drive",
  ln: "lane",
  ct: "court",
  pl: "place plaza",
  pkwy: "parkway pky pk",
  hwy: "highway",
  ter: "terrace terr",
  cir: "circle",
  trfy: "trafficway trfwy",
  way: "wy",
});

export const COMPASS: Record<string, string> = spellings({
  n: "north northbound nb norte",
  s: "south southbound sb sur",
  e: "east eastbound eb este",
  w: "west westbound wb oeste",
  ne: "northeast",
  nw: "northwest",
  se: "southeast",
  sw: "southwest",
});

const SAME: Record<string, string> = spellings({
  ctr: "center centre centro",
  mt: "mount",
  ft: "fort",
  library: "biblioteca",
  community: "comunitario",
  church: "iglesia",
  school: "escuela",
});

const TENS = "_ tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(
  " ",
);
const ONES =
  "_ first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );
const TENS_BEFORE = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SPANISH = "_ primer segund tercer cuart quint sext septim octav noven decim".split(" ");

/** "seventh", "7th" and "séptima" are 7; "avenue" is ave. */
export function canonical(word: string): string {
  const digits = /^0*(\d+)(?:st|nd|rd|th)?$/.exec(word);
  if (digits) return digits[1]!;
  return TYPES[word] ?? COMPASS[word] ?? SAME[word] ?? ordinal(word) ?? word;
}

/** "twenty" and "first" are 21. */
export function joinedOrdinal(before: string, word: string): string | undefined {
  const [tens, ones] = [TENS_BEFORE.indexOf(before), ONES.indexOf(word)];
  return tens > 1 && ones > 0 && ones < 10 ? String(tens * 10 + ones) : undefined;
}

function ordinal(word: string): string | undefined {
  if (ONES.indexOf(word) > 0) return String(ONES.indexOf(word));
  if (TENS.indexOf(word) > 0) return String(TENS.indexOf(word) * 10);
  const spanish = SPANISH.indexOf(word.replace(/[oa]$/, ""));
  return spanish > 0 ? String(spanish) : undefined;
}

/** Without a prototype, so that "constructor" is no spelling of anything. */
function spellings(table: Record<string, string>): Record<string, string> {
  const all: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [word, others] of Object.entries(table)) {
    for (const other of [word, ...others.split(" ")]) all[other] = word;
  }
  return all;
}
