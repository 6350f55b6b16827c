/** What a page carries for its map: the answer's places and ways, in the words of the list. */
import { drawnWay, routesRidden, type DrawnWay } from "~/domain/drawn/drawn-way";
import type { LatLon } from "~/domain/journey";
import type { Region } from "~/domain/region";
import type { Option, PublicPlace, Tonight } from "~/domain/tonight";
import { fitSentence } from "~/text/fit";
import type { Language } from "~/text/language";
import { mapWords } from "~/text/map";
import { openingWords } from "~/text/opening";
import type { Telling } from "~/ui/telling";

export type MapOption = Pick<Option, "number" | "standing"> & {
  place: Pick<PublicPlace, "name" | "kind"> & { site: LatLon };
  /** null where there is none. */
  best: DrawnWay | null;
  /** Its number, name, kind and whether it fits. */
  words: string;
  /** To its page. */
  href: string;
};

export type MapData = {
  language: Language;
  region: Pick<Region, "slug" | "bounds">;
  origin: LatLon;
  options: MapOption[];
  /** Short names of the routes that are ridden. */
  used: string[];
};

export function mapDataOf(
  { options, origin }: Pick<Tonight, "options" | "origin">,
  { slug, bounds }: Pick<Region, "slug" | "bounds">,
  telling: Telling,
  placeHref: (placeId: number) => string,
): MapData {
  return {
    language: telling.language,
    region: { slug, bounds },
    origin: { lat: origin.lat, lon: origin.lon },
    options: options.map((option) => mapOption(option, telling, placeHref)),
    used: [...routesRidden(options)],
  };
}

function mapOption(
  { number, standing, place, fit, best }: Option,
  { language, party }: Telling,
  placeHref: (placeId: number) => string,
): MapOption {
  const { placeId, name, kind, site } = place;
  const kindWords = openingWords[language].kinds[kind];
  return {
    number,
    standing,
    place: { name, kind, site: { lat: site.lat, lon: site.lon } },
    best: best && drawnWay(best),
    words: mapWords[language].pin(number, name, kindWords, fitSentence(fit, party, language)),
    href: placeHref(placeId),
  };
}
