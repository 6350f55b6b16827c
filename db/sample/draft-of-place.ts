/** A place of the sample as an import would bring it. */
import type { HoursDraft, PlaceDraft, PoolDraft } from "~/data/import/drafts.server";
import { readHours } from "~/data/import/hours-words.server";
import { readPools } from "~/data/import/pools-words.server";
import { HOURS_UNKNOWN, NOTHING_KNOWN } from "~/data/import/nothing-known.server";
import type { ExceptionDay, Span } from "~/domain/hours/hours";
import type { Fact, Words } from "~/domain/place";
import type { BothWords, SamplePlace } from "./sample-place";

/** Every pin of the sample is only near its door: no building's position was verified. */
export function draftOf(place: SamplePlace, source: string, asOf: string): PlaceDraft {
  const { key, kind, name, organization, phone, about, rules, admits, pets, documents, site } = place;
  const words = (both: BothWords | undefined): Words | null => both ?? null;
  return {
    key,
    programKey: key,
    organizationKey: organization.toLowerCase(),
    siteKey: key,
    kind,
    name,
    organization,
    phone: phone ?? null,
    website: null,
    about: words(about),
    rules: words(rules),
    site: { name: null, address: null, city: null, zip: null, ...site, approximate: true },
    admits: {
      ...NOTHING_KNOWN,
      ...admits,
      pets: { ...NOTHING_KNOWN.pets, ...pets },
      documents: documents ?? null,
    },
    pools: poolsOf(place.pools ?? ""),
    hours: hoursOf(place),
    facts: aspectsOf(place).map((aspect): Fact => ({ about: aspect, source, asOf })),
  };
}

function aspectsOf({ site, phone, rules, hours, rule, pools }: SamplePlace): Fact["about"][] {
  const stated: [Fact["about"], boolean][] = [
    ["address", Boolean(site.address)],
    ["position", true],
    ["phone", Boolean(phone)],
    ["rules", Boolean(rules)],
    ["hours", Boolean(hours || rule)],
    ["beds", Boolean(pools)],
  ];
  return stated.flatMap(([about, is]) => (is ? [about] : []));
}

function hoursOf({ hours, intake, rule }: SamplePlace): HoursDraft {
  const operating = spansOf(hours ?? "");
  return {
    ...HOURS_UNKNOWN,
    operating: operating.spans,
    exceptions: operating.exceptions,
    intake: spansOf(intake ?? "").spans,
    rule: rule ?? null,
  };
}

function spansOf(words: string): { spans: Span[]; exceptions: ExceptionDay[] } {
  const read = readHours(words);
  if (read.kind === "unclear") throw new Error(`The sample's hours "${words}": ${read.reason}`);
  return read;
}

function poolsOf(words: string): PoolDraft[] {
  const read = readPools(words);
  if (read.kind === "unclear") throw new Error(`The sample's pools "${words}": ${read.reason}`);
  return read.pools;
}
