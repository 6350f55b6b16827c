/** The columns of a places file: how each is read, and what is said of it to whoever fills one in. */
import { z } from "zod";
import {
  answer,
  clockTime,
  date,
  degrees,
  hours,
  list,
  needed,
  oneOf,
  phone,
  pools,
  sentences,
  text,
  website,
  whole,
} from "./answers.server";
import { IMPORTED_KINDS } from "./drafts.server";

export const FILE_KINDS = [...IMPORTED_KINDS, "safety-shelter"] as const;

const kind = oneOf(FILE_KINDS).refine((given) => given !== null, "must be given");

const COLUMNS = {
  key: [needed(100), "your own name for the row, once in the file; the same key again is the same place"],
  kind: [
    kind,
    `${IMPORTED_KINDS.join(", ")}; or safety-shelter: kept as a hotline only, never with an address`,
  ],
  name: [needed(120), "what is run: Cold Weather Shelter"],
  organization: [needed(120), "who runs it"],
  phone: [phone, "as dialled: (816) 555-0100"],
  website: [website, "https://..."],
  about: [sentences(1_000), "what it is, in plain English; about_es and so on for other languages"],
  rules: [sentences(1_000), "what people must know before they come; rules_es and so on"],
  site: [text(120), "the building's name"],
  address: [text(160), "street and number"],
  city: [text(80), "town"],
  zip: [
    text(10)
      .refine((typed) => typed === null || /^\d{5}(-\d{4})?$/.test(typed), "is not a ZIP code")
      .transform((typed) => typed?.slice(0, 5) ?? null),
    "66101",
  ],
  lat: [degrees(90), "degrees north: 39.1154"],
  lon: [degrees(180), "degrees east, so a minus here: -94.6267"],
  approximate: [answer, "yes where the pin is only near the door"],
  adults_alone: [answer, "takes adults who come without children: yes, no, or empty where nobody told you"],
  families: [answer, "takes adults with children under 18"],
  youth_alone: [answer, "takes children and youth who come without an adult"],
  gender: [oneOf(["any", "women", "men"]), "any, women or men"],
  couples: [answer, "takes couples"],
  fathers: [answer, "takes fathers with their children"],
  teen_boys: [answer, "takes boys of 13 to 17 with their family"],
  min_age: [whole(0, 120), "youngest age taken"],
  max_age: [whole(0, 120), "oldest age taken"],
  max_people: [whole(1, 50), "most people of one family or group"],
  keeps_together: [answer, "a family is not split over rooms or buildings"],
  service_animal: [answer, "takes service animals"],
  cat: [answer, "takes cats"],
  small_dog: [answer, "takes small dogs"],
  large_dog: [answer, "takes large dogs"],
  wheelchair: [answer, "a wheelchair gets in and around"],
  documents: [list, "papers asked for, with | between; none where none are; documents_es and so on"],
  sobriety: [answer, "people must be sober"],
  referral: [answer, "someone must send you"],
  max_stay_nights: [whole(1, 3_650), "longest stay in nights"],
  hours: [hours, "when it is open: Mo-Fr 18:00-07:00; Sa,Su 17:00-08:00; 2026 Dec 25 off"],
  intake: [hours, "when people are let in, where that is not always: Mo-Su 18:00-21:00"],
  opens_at_or_below_f: [whole(-60, 80), "opens only when the forecast low is this or colder, degrees F"],
  decided_at: [clockTime, "when staff decide about tonight: 08:00"],
  pools: [pools, "families room x12 of 4; men bed x40"],
  source: [text(300), "where all this comes from; hours_source and so on where one fact has another source"],
  source_date: [date, "when that was true: 2026-01-15; hours_date and so on"],
} as const;

export type ColumnName = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[];
export const NEEDED_COLUMNS = ["key", "kind", "name", "organization", "lat", "lon"] satisfies ColumnName[];

type Readers = { -readonly [Name in ColumnName]: (typeof COLUMNS)[Name][0] };
const readers = Object.fromEntries(
  COLUMN_NAMES.map((name) => [name, COLUMNS[name][0].prefault("")]),
) as unknown as Readers;

/** One row, read. */
export const rowReader = z.object(readers);
export type Row = z.output<typeof rowReader>;

/** Aspects of a place that may have a source and a date of their own. */
export const ASPECTS = ["address", "position", "hours", "rules", "phone", "beds"] as const;

const aspectColumn = new RegExp(`^(${ASPECTS.join("|")})_(source|date)$`);
const languageColumn = /^(about|rules|documents)_([a-z]{2,3})$/;

export function isKnownColumn(name: string): boolean {
  return name in COLUMNS || aspectColumn.test(name) || languageColumn.test(name);
}

/** The words of `column` in every language the row has it in, but English. */
export function otherLanguages(row: Record<string, string>, column: "about" | "rules" | "documents") {
  return Object.entries(row).flatMap(([name, typed]) => {
    const [, base, language] = languageColumn.exec(name) ?? [];
    return base === column && language && typed.trim() ? [[language, typed.trim()] as const] : [];
  });
}

/** The header, explained. */
export function columnsSaid(): string {
  const must: readonly string[] = NEEDED_COLUMNS;
  return COLUMN_NAMES.map((name) => {
    const mark = must.includes(name) ? "*" : " ";
    return `${mark} ${name.padEnd(20)}${COLUMNS[name][1]}`;
  }).join("\n");
}
