/** All the sample's places together, real and invented, as an import would bring them. */
import type { PlaceDraft, PlacesFile } from "~/data/import/drafts.server";
import { SAMPLE_SOURCES } from "~/text/sample-sources";
import { draftOf } from "./draft-of-place";
import { INVENTED_FOR_ADULTS } from "./invented-adults";
import { INVENTED_FOR_THE_COLD } from "./invented-cold";
import { INVENTED_FAMILIES } from "./invented-families";
import { INVENTED_WITHOUT_ROOM } from "./invented-full";
import { REAL_SHELTERS } from "./real-shelters";
import { REAL_WARMING } from "./real-warming";

import type { InventedPlace } from "./stamp-counts";

export const SAMPLE_SOURCE = "sample";

// Facts about real places carry the date of the newest source they were found in.
const REAL_AS_OF = "2025-01-31";
const INVENTED_AS_OF = "2026-06-01";

export const REAL_PLACES: PlaceDraft[] = [...REAL_SHELTERS, ...REAL_WARMING].map((place) =>
  draftOf(place, SAMPLE_SOURCES.listings.en, REAL_AS_OF),
);

export const INVENTED: InventedPlace[] = [
  ...INVENTED_FAMILIES,
  ...INVENTED_WITHOUT_ROOM,
  ...INVENTED_FOR_ADULTS,
  ...INVENTED_FOR_THE_COLD,
];
export const INVENTED_PLACES: PlaceDraft[] = INVENTED.map((place) =>
  draftOf(place, SAMPLE_SOURCES.invented.en, INVENTED_AS_OF),
);

export const SAMPLE_FILE: PlacesFile = {
  places: [...INVENTED_PLACES, ...REAL_PLACES].map((draft) => ({ line: null, draft })),
  safetyShelters: [],
  refused: [],
  notes: [],
};
