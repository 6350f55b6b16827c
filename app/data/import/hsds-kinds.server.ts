/** What a service of an HSDS file is to us, by its taxonomy terms and, where it has none, by its name. */
import { asWord } from "./answers.server";
import type { ImportedKind } from "./drafts.server";
import type { HsdsRow } from "./hsds-tables.server";
import { isSafetyTaxonomyCode, saysSafetyShelter } from "./safety.server";

/** A term, with the attribute's value where it has one. */
export type Term = { code: string; name: string; value: string };

export type ServiceKind = ImportedKind | "safety-shelter" | "other";

const NOT_FOR_PEOPLE = /animal|pet\b|tax shelter|bus shelter|picnic/i;
const BY_NAME: [ImportedKind, RegExp][] = [
  ["warming-center", /warming (?:center|centre|station|room|site)|cold weather (?:warming|relief)/i],
  ["day-center", /day (?:center|centre|shelter|resource)|drop[- ]in/i],
  ["shelter", /shelter|emergency housing|overnight (?:stay|bed)/i],
];
// 211 LA County taxonomy, "Homeless Shelter", "Family Shelters" and their kin.
const SHELTER_CODE = /^BH-1800\.(?:1500|3500|8500)/i;

export function kindOf(service: HsdsRow, organization: HsdsRow | undefined, terms: Term[]): ServiceKind {
  const own = [service.name, service.alternate_name, organization?.name].join(" | ");
  const said = terms.map(({ code, name, value }) => `${name} ${code} ${value}`).join(" | ");
  if (terms.some(({ code, value }) => isSafetyTaxonomyCode(code) || isSafetyTaxonomyCode(value)))
    return "safety-shelter";
  if (saysSafetyShelter(own) || saysSafetyShelter(said)) return "safety-shelter";
  const stated = terms.find(({ code }) => code === "kind")?.value;
  const exact = BY_NAME.find(([kind]) => kind === asWord(stated ?? ""))?.[0];
  if (exact) return exact;
  if (terms.some(({ code }) => SHELTER_CODE.test(code))) return "shelter";
  return byName(terms.map(({ name }) => name).join(" | ")) ?? byName(service.name ?? "") ?? "other";
}

function byName(words: string): ImportedKind | undefined {
  if (NOT_FOR_PEOPLE.test(words)) return undefined;
  return BY_NAME.find(([, pattern]) => pattern.test(words))?.[0];
}
