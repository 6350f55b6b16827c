/** The numbers to call that `npm run region` is given, with 2-1-1 and 911 always among them. */
import type { Hotline } from "~/domain/region";
import { Refusal } from "../postgres/refusal";

const HOTLINE_KINDS = ["help", "transit", "safety-shelter", "emergency", "mutual-aid", "local"] as const;

const ALWAYS: Hotline[] = [
  {
    kind: "help",
    name: { en: "2-1-1: help finding a place", es: "2-1-1: ayuda para encontrar un lugar" },
    phone: "2-1-1",
    note: null,
  },
  { kind: "emergency", name: { en: "In danger now", es: "En peligro ahora" }, phone: "911", note: null },
];

export function readHotlines(given: string[]): Hotline[] {
  const named = given.map(readHotline);
  const isNamed = ({ kind, phone }: Hotline) =>
    named.some((each) => each.kind === kind && each.phone === phone);
  return [...named, ...ALWAYS.filter((line) => !isNamed(line))];
}

function readHotline(words: string): Hotline {
  const [kindGiven, en, phone, ...others] = words.split("|").map((part) => part.trim());
  const kind = HOTLINE_KINDS.find((each) => each === kindGiven);
  if (!kind) throw new Refusal(`--hotline "${words}": the kind is one of ${HOTLINE_KINDS.join(", ")}.`);
  if (!en || !phone) throw new Refusal(`--hotline "${words}": write it like "help|United Way|2-1-1".`);
  if (!/\d/.test(phone) || !/^[0-9+*#(). extEXT/-]{3,40}$/.test(phone)) {
    throw new Refusal(`--hotline "${words}": "${phone}" is not a phone number.`);
  }
  const translations = others.map((other) => /^([a-z]{2,3})=(.+)$/.exec(other));
  if (translations.includes(null))
    throw new Refusal(`--hotline "${words}": another language is written es=...`);
  const names = Object.fromEntries(translations.map((match) => [match![1]!, match![2]!]));
  return { kind, name: { ...names, en }, phone, note: null };
}
