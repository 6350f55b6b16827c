/** A place as the columns a person would fill in: what a preview compares and shows. */
import type { PlaceDraft } from "./drafts.server";
import { sayHours } from "./hours-said.server";
import { sayPools } from "./pools-words.server";

/** Empty where nothing is known. */
export function fieldsOf(draft: PlaceDraft): Record<string, string> {
  const { site, admits, hours } = draft;
  const { pets, documents, ...others } = admits;
  return {
    kind: draft.kind,
    name: draft.name,
    organization: draft.organization,
    phone: said(draft.phone),
    website: said(draft.website),
    ...inLanguages("about", draft.about),
    ...inLanguages("rules", draft.rules),
    ...saidEach("site.", site),
    ...saidEach("", others),
    ...saidEach("", pets),
    documents: documents ? documents.map((words) => JSON.stringify(sorted(words))).join(" | ") || "none" : "",
    hours: sayHours(hours.operating, hours.exceptions),
    intake: sayHours(hours.intake),
    opens_at_or_below_f: said(hours.rule?.lowAtOrBelowF),
    decided_at: hours.rule && hours.rule.decidedAt !== null ? clock(hours.rule.decidedAt) : "",
    pools: sayPools(draft.pools),
    ...Object.fromEntries(
      draft.facts.map(({ about, source, asOf }) => [`${about}_source`, `${source} (${asOf})`]),
    ),
  };
}

function inLanguages(
  field: string,
  words: Record<string, string | undefined> | null,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words ?? {}).map(([language, sentence]) => [
      language === "en" ? field : `${field}_${language}`,
      sentence ?? "",
    ]),
  );
}

function saidEach(prefix: string, values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, said(value)]));
}

function said(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

function sorted(words: object): Record<string, string> {
  return Object.fromEntries(Object.entries(words).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
