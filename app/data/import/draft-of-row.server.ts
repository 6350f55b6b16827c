/** One row of words, whatever file it stood in, as a place: the meaning of the columns. */
import type { Admits, Fact, Words } from "~/domain/place";
import { asWord } from "./answers.server";
import { ASPECTS, otherLanguages, rowReader } from "./columns.server";
import type { Row } from "./columns.server";
import { IMPORTED_KINDS } from "./drafts.server";
import type { HoursDraft, PlaceDraft, SafetyCard } from "./drafts.server";
import { contradictions } from "./row-faults.server";
import type { RowFault } from "./row-faults.server";
import { saysSafetyShelter } from "./safety.server";

export type RowRead =
  | { kind: "place"; draft: PlaceDraft }
  | { kind: "safety-card"; card: SafetyCard | null; why: string }
  | { kind: "refused"; faults: RowFault[] };

type Cells = Record<string, string>;

export function draftOfRow(cells: Cells): RowRead {
  const why = safetyReason(cells);
  if (why) return safetyCardOf(cells, why);
  const read = rowReader.safeParse(cells);
  if (!read.success) {
    return {
      kind: "refused",
      faults: read.error.issues.map(({ path, message }) => ({ column: String(path[0]), reason: message })),
    };
  }
  const faults = contradictions(read.data, cells);
  return faults.length > 0
    ? { kind: "refused", faults }
    : { kind: "place", draft: draftOf(read.data, cells) };
}

function safetyReason(cells: Cells): string | null {
  if (asWord(cells.kind ?? "") === "safety-shelter") return "kind safety-shelter";
  const named = [cells.name, cells.organization, cells.site].find((words) => saysSafetyShelter(words ?? ""));
  return named ? `its name says so` : null;
}

// Only the hotline is read: what is never read cannot be stored by mistake.
function safetyCardOf(cells: Cells, why: string): RowRead {
  const row = rowReader.pick({ phone: true, organization: true }).safeParse(cells);
  if (!row.success || !row.data.phone) return { kind: "safety-card", why, card: null };
  const { phone, organization } = row.data;
  const name: Words = {
    en: `${organization}: safety shelter hotline`,
    es: `${organization}: línea del refugio seguro`,
  };
  return { kind: "safety-card", why, card: { name, phone, note: null } };
}

function draftOf(row: Row, cells: Cells): PlaceDraft {
  const { key, name, organization, phone, website, address, city, zip, lat, lon } = row;
  return {
    key,
    programKey: key,
    organizationKey: organization.toLowerCase(),
    siteKey: key,
    kind: IMPORTED_KINDS.find((kind) => kind === row.kind)!,
    name,
    organization,
    phone,
    website,
    about: wordsOf(row.about, otherLanguages(cells, "about")),
    rules: wordsOf(row.rules, otherLanguages(cells, "rules")),
    site: { name: row.site, address, city, zip, lat, lon, approximate: row.approximate ?? false },
    admits: admitsOf(row, cells),
    pools: row.pools,
    hours: hoursOf(row),
    facts: factsOf(row, cells),
  };
}

function wordsOf(en: string | null, others: (readonly [string, string])[]): Words | null {
  return en === null ? null : { en, ...Object.fromEntries(others) };
}

function admitsOf(row: Row, cells: Cells): Admits {
  const others = otherLanguages(cells, "documents").map(
    ([language, words]) => [language, words.split("|").map((word) => word.trim())] as const,
  );
  return {
    adultsAlone: row.adults_alone,
    families: row.families,
    youthAlone: row.youth_alone,
    gender: row.gender,
    couples: row.couples,
    fathers: row.fathers,
    teenBoys: row.teen_boys,
    minAge: row.min_age,
    maxAge: row.max_age,
    maxPeople: row.max_people,
    keepsTogether: row.keeps_together,
    pets: {
      "service-animal": row.service_animal,
      cat: row.cat,
      "small-dog": row.small_dog,
      "large-dog": row.large_dog,
    },
    wheelchair: row.wheelchair,
    documents:
      row.documents?.map((en, i) => ({
        en,
        ...Object.fromEntries(others.map(([language, words]) => [language, words[i]!])),
      })) ?? null,
    sobriety: row.sobriety,
    referral: row.referral,
    maxStayNights: row.max_stay_nights,
  };
}

function hoursOf(row: Row): HoursDraft {
  const { spans: operating, exceptions } = row.hours;
  const { opens_at_or_below_f: lowAtOrBelowF, decided_at: decidedAt } = row;
  const rule = lowAtOrBelowF === null && decidedAt === null ? null : { lowAtOrBelowF, decidedAt };
  return { operating, intake: row.intake.spans, exceptions, rule };
}

/** Each aspect the row states, with its own source where it has one, else the row's. */
function factsOf(row: Row, cells: Cells): Fact[] {
  const stated: Record<Fact["about"], boolean> = {
    address: row.address !== null,
    position: true,
    hours:
      row.hours.spans.length > 0 ||
      row.intake.spans.length > 0 ||
      row.decided_at !== null ||
      row.opens_at_or_below_f !== null,
    rules: row.rules !== null,
    phone: row.phone !== null,
    beds: row.pools.length > 0,
  };
  return ASPECTS.flatMap((about) => {
    const source = cells[`${about}_source`]?.trim() || row.source;
    const asOf = cells[`${about}_date`]?.trim() || row.source_date;
    return stated[about] && source && asOf ? [{ about, source, asOf }] : [];
  });
}
