/** What an import would change, before anything is changed. */
import type { Region } from "~/domain/region";
import type { PlaceDraft, PlacesFile, Refusal, SafetyCard } from "./drafts.server";
import { fieldsOf } from "./fields.server";
import { poolKey } from "./pools-words.server";
import type { StoredPlace } from "./stored.server";

export type Change = { field: string; before: string; after: string };

export type Preview = {
  added: PlaceDraft[];
  changed: { draft: PlaceDraft; changes: Change[] }[];
  unchanged: number;
  /** In force, but not in the file any more: to be marked closed. */
  gone: PlaceDraft[];
  /** False while nobody can say what is gone: a row's key, or the whole file, cannot be read. */
  knowsGone: boolean;
  refused: Refusal[];
  safetyCards: SafetyCard[];
  /** Stored places that the file now says are safety shelters: they must forget where they are. */
  secret: string[];
  notes: string[];
  /** All of the file's places, their keys led by the source: what apply takes. */
  drafts: PlaceDraft[];
};

export function previewOf(
  file: PlacesFile,
  stored: StoredPlace[],
  region: Pick<Region, "name" | "bounds">,
  source: string,
): Preview {
  const drafts = file.places.map(({ draft }) => ledBySource(draft, source));
  const keys = new Set(drafts.map(({ key }) => key));
  const before = new Map(stored.map((place) => [place.draft.key, place]));
  const compared = drafts.map((draft) => ({ draft, changes: changesTo(draft, before.get(draft.key)) }));
  // A row that was refused still means its place; one without a sound key may mean any.
  const isUnknown = ({ key, column }: Refusal) =>
    key === null || (column === "key" && !keys.has(`${source}:${key}`));
  const knowsGone = !file.refused.some(isUnknown);
  const named = new Set([...keys, ...file.refused.map(({ key }) => `${source}:${key}`)]);
  const gone = stored.filter(({ draft, retired }) => !retired && !named.has(draft.key));
  const secret = file.safetyShelters
    .map(({ key }) => `${source}:${key}`)
    .filter((key) => before.has(key) && !keys.has(key));
  return {
    added: drafts.filter(({ key }) => !before.has(key)),
    changed: compared.filter(({ draft, changes }) => before.has(draft.key) && changes.length > 0),
    unchanged: compared.filter(({ draft, changes }) => before.has(draft.key) && changes.length === 0).length,
    gone: knowsGone ? gone.map(({ draft }) => draft) : [],
    knowsGone,
    refused: [...file.refused, ...outsideOf(region, file)],
    safetyCards: file.safetyShelters.flatMap(({ card }) => card ?? []),
    secret,
    notes: [...file.notes, ...keptByStaff(drafts, before)],
    drafts,
  };
}

function ledBySource(draft: PlaceDraft, source: string): PlaceDraft {
  return {
    ...draft,
    key: `${source}:${draft.key}`,
    programKey: `${source}:${draft.programKey}`,
    organizationKey: `${source}:${draft.organizationKey}`,
    siteKey: `${source}:${draft.siteKey}`,
  };
}

function outsideOf({ bounds, name }: Pick<Region, "name" | "bounds">, { places }: PlacesFile): Refusal[] {
  const { south, west, north, east } = bounds;
  return places
    .filter(
      ({ draft: { site } }) =>
        !(site.lat >= south && site.lat <= north && site.lon >= west && site.lon <= east),
    )
    .map(({ line, draft }) => {
      const { lat, lon } = draft.site;
      return { line, key: draft.key, column: "lat", reason: `${lat}, ${lon} lies outside ${name}` };
    });
}

function keptByStaff(drafts: PlaceDraft[], before: Map<string, StoredPlace>): string[] {
  return drafts.flatMap(({ key, name, pools }) => {
    const reported = new Map(before.get(key)?.reportedPools.map((pool) => [poolKey(pool), pool.capacity]));
    return pools.flatMap((pool) => {
      const counted = reported.get(poolKey(pool));
      if (counted === undefined || counted === pool.capacity) return [];
      return [
        `${name}: staff counted ${counted} ${pool.household} ${pool.unit}s; the file's ${pool.capacity} is not taken.`,
      ];
    });
  });
}

function changesTo(draft: PlaceDraft, stored: StoredPlace | undefined): Change[] {
  if (!stored) return [];
  const reported = new Map(stored.reportedPools.map((pool) => [poolKey(pool), pool.capacity]));
  const pools = draft.pools.map((pool) => ({
    ...pool,
    capacity: reported.get(poolKey(pool)) ?? pool.capacity,
  }));
  const before = fieldsOf(stored.draft);
  const after = fieldsOf({ ...draft, pools });
  const changes = Object.keys({ ...before, ...after })
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field] ?? "", after: after[field] ?? "" }));
  return stored.retired ? [{ field: "closed", before: "yes", after: "no" }, ...changes] : changes;
}
