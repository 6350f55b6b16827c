/** How the sample states a place: what is not written is not known. */
import type { ImportedKind } from "~/data/import/drafts.server";
import type { OpeningRule } from "~/domain/hours/hours";
import type { Admits, Site } from "~/domain/place";

/** A place whose words are all in both languages. */
export type BothWords = { en: string; es: string };

export type SamplePlace = {
  key: string;
  kind: ImportedKind;
  name: string;
  organization: string;
  phone?: string;
  about?: BothWords;
  rules?: BothWords;
  site: Partial<Site> & Pick<Site, "lat" | "lon">;
  admits?: Partial<Omit<Admits, "pets" | "documents">>;
  pets?: Partial<Admits["pets"]>;
  documents?: BothWords[];
  pools?: string;
  hours?: string;
  intake?: string;
  rule?: OpeningRule;
};
