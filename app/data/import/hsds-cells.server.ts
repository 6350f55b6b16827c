/** One service at one location of an HSDS file, put into the columns a CSV would have. */
import { COLUMN_NAMES } from "./columns.server";
import type { Term } from "./hsds-kinds.server";
import type { HsdsHours } from "./hsds-hours.server";
import type { HsdsRow } from "./hsds-tables.server";

export type AtLocation = {
  key: string;
  kind: string;
  service: HsdsRow;
  organization: HsdsRow | undefined;
  location: HsdsRow | undefined;
  address: HsdsRow | undefined;
  phones: HsdsRow[];
  accessibility: HsdsRow[];
  documents: HsdsRow[];
  languages: HsdsRow[];
  terms: Term[];
  pools: string;
  hours: HsdsHours;
};

const LONGEST_SENTENCES = 1_000;

export function cellsOf(at: AtLocation): Record<string, string> {
  const { service, organization, location, address, hours } = at;
  const asked: Record<string, string | undefined> = {
    ...fitOf(at.terms),
    key: at.key,
    kind: at.kind,
    name: service.name,
    organization: organization?.name ?? service.name,
    phone: phoneOf(at.phones),
    website: webAddress(service.url ?? organization?.website ?? organization?.url),
    about: shortened([service.description, languagesSaid(at.languages)]),
    rules: shortened([
      service.eligibility_description,
      service.application_process,
      service.fees_description,
    ]),
    site: location?.name,
    address: [address?.address_1, address?.address_2].filter(Boolean).join(", "),
    city: address?.city,
    zip: address?.postal_code,
    lat: location?.latitude,
    lon: location?.longitude,
    min_age: service.minimum_age && String(Math.floor(Number(service.minimum_age))),
    max_age: service.maximum_age && String(Math.floor(Number(service.maximum_age))),
    wheelchair: wheelchairOf(at.accessibility) ?? fitOf(at.terms).wheelchair,
    documents: papersOf(at.documents) ?? fitOf(at.terms).documents,
    pools: at.pools,
    hours: hours.hours,
    intake: hours.intake,
    source:
      service.assured_date &&
      `HSDS, assured by ${service.assurer_email ?? organization?.name ?? "its publisher"}`,
    source_date: service.assured_date?.slice(0, 10),
  };
  return Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, value ?? ""]));
}

// A term named as one of our columns holds what that column would: this is how such files say yes, no and how many.
function fitOf(terms: Term[]): Record<string, string> {
  const columns: readonly string[] = COLUMN_NAMES;
  return Object.fromEntries(
    terms
      .filter(({ code }) => columns.includes(code) && code !== "kind")
      .map(({ code, value }) => [code, value]),
  );
}

function phoneOf(phones: HsdsRow[]): string | undefined {
  const spoken = phones.filter(({ type }) => !/fax|tty|text|sms|video|pager/i.test(type ?? ""));
  const hotline = spoken.find(({ type, name, description }) =>
    /hotline/i.test(`${type} ${name} ${description}`),
  );
  const { number, extension } = hotline ?? spoken[0] ?? {};
  return number && (extension ? `${number} ext ${extension}` : number);
}

function webAddress(words: string | undefined): string | undefined {
  return words && !/^https?:/i.test(words) ? `https://${words}` : words;
}

function languagesSaid(languages: HsdsRow[]): string | undefined {
  const names = languages.flatMap(({ name, code, language }) => name ?? language ?? code ?? []);
  return names.length > 0 ? `Languages spoken: ${[...new Set(names)].join(", ")}.` : undefined;
}

function wheelchairOf(rows: HsdsRow[]): string | undefined {
  const said = rows.map(
    ({ description, details, accessibility }) => `${description ?? accessibility} ${details ?? ""}`,
  );
  const about = said.filter((words) => /wheelchair|\bramp|\bADA\b|step[- ]free/i.test(words));
  if (about.length === 0) return undefined;
  return about.some((words) => /\b(?:no|not|without|isn't)\b/i.test(words)) ? "no" : "yes";
}

function papersOf(rows: HsdsRow[]): string | undefined {
  const papers = rows.flatMap(({ document }) => document?.replaceAll("|", "/") ?? []);
  if (papers.length === 0) return undefined;
  return papers.every((paper) => /^(?:none|no documents?( required)?|n\/a)\.?$/i.test(paper))
    ? "none"
    : papers.join(" | ");
}

function shortened(parts: (string | undefined)[]): string {
  const whole = parts.filter(Boolean).join("\n");
  return whole.length <= LONGEST_SENTENCES ? whole : `${whole.slice(0, LONGEST_SENTENCES - 1).trimEnd()}…`;
}
