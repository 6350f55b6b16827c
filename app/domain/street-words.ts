/** Street and stop names brought to one spelling, so that "7th and minnesota ave" and "7TH ST @ MINNESOTA EB" meet. */

/** The words that tell a name from others, and those that may be left out when typing. */
export type NameWords = { core: string[]; extra: string[]; isCorner: boolean };

const CONNECTORS = new Set(["&", "and", "at", "y", "con", "esq", "esquina", "corner"]);

const FILLERS = new Set(
  "of the de del la el los las in en near by cerca stop station sta metrolink parada calle".split(" "),
);

/** Written in many ways, mostly left out in speech. "st" is a street or a saint: both may be left out. */
const TYPES: Record<string, string> = spellings({
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

const COMPASS: Record<string, string> = spellings({
  n: "north northbound nb norte",
  s: "south southbound sb sur",
  e: "east eastbound eb este",
  w: "west westbound wb oeste",
  ne: "northeast",
  nw: "northwest",
  se: "southeast",
  sw: "southwest",
});

const SAME: Record<string, string> = spellings({ ctr: "center centre", mt: "mount", ft: "fort" });

const TENS = "_ tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(
  " ",
);
const ONES =
  "_ first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );
const TENS_BEFORE = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SPANISH = "_ primer segund tercer cuart quint sext septim octav noven decim".split(" ");

/** The words of a name in one spelling, part by part, as a corner has two. */
export function partsOf(name: string): string[][] {
  const parts: string[][] = [[]];
  for (const word of spelled(plain(name).split(" "))) {
    if (CONNECTORS.has(word)) parts.push([]);
    else if (word !== "") parts.at(-1)!.push(word);
  }
  return parts.filter((part) => part.length > 0);
}

export function wordsOf(name: string): NameWords {
  const parts = partsOf(name);
  const core = new Set(parts.flatMap(coreOf));
  const extra = new Set(parts.flat().filter((word) => !core.has(word)));
  return { core: [...core], extra: [...extra], isCorner: parts.length > 1 };
}

/** One line for one spelling: equal for all ways to type the same name in the same order. */
export function spelling(name: string): string {
  return partsOf(name)
    .map((part) => part.join(" "))
    .join(" & ");
}

/** May this word be left out? Asked of a mistyped one ("avenu") too. */
export const OPTIONAL_WORDS: readonly string[] = [...Object.keys(TYPES), ...Object.keys(COMPASS), ...FILLERS];

/** "North Ave & Grand": what is left without street types, and where nothing is left, the compass word is the name. */
function coreOf(part: string[]): string[] {
  const named = part.filter((word) => !isType(word) && !FILLERS.has(word));
  const core = named.filter((word) => COMPASS[word] !== word);
  return core.length > 0 ? core : named.length > 0 ? named : part;
}

function isType(word: string): boolean {
  return TYPES[word] === word;
}

/** Lower case without marks; every sign that joins two streets is "&"; "7 th" is one word. */
function plain(name: string): string {
  return name
    .slice(0, 200)
    .normalize("NFD")
    .replace(/\p{M}|['’.]/gu, "")
    .toLowerCase()
    .replace(/[@&+/\\|]/g, " & ")
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .replace(/\b(\d+) (st|nd|rd|th)\b/g, "$1$2")
    .replace(/\b(?:dr )?martin luther king(?: jr)?\b/g, "mlk")
    .trim();
}

function spelled(words: string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    const tens = TENS_BEFORE.indexOf(out.at(-1) ?? "");
    const ones = ONES.indexOf(word);
    if (tens > 1 && ones > 0 && ones < 10) out[out.length - 1] = String(tens * 10 + ones);
    else out.push(canonical(word));
  }
  return out;
}

function canonical(word: string): string {
  const digits = /^0*(\d+)(?:st|nd|rd|th)?$/.exec(word);
  if (digits) return digits[1]!;
  return TYPES[word] ?? COMPASS[word] ?? SAME[word] ?? ordinal(word) ?? word;
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
