/** The words around the map: what is picked, where to search again, whose pictures these are. */
import { useLocation } from "@remix-run/react";
import { roundedPosition } from "~/domain/geo";
import type { LatLon } from "~/domain/journey";
import type { Option } from "~/domain/tonight";
import type { MapWords } from "~/text/map";
import type { MapFacts } from "~/ui/map/map-facts";

/** The same search from the middle of the map. */
export function SearchHere({ middle, words }: { middle: LatLon; words: MapWords }) {
  const query = new URLSearchParams(useLocation().search);
  const { lat, lon } = roundedPosition(middle);
  query.set("where", `${lat.toFixed(3)},${lon.toFixed(3)}`);
  query.set("map", "1");
  return (
    <a className="map-search" href={`/?${query}`}>
      {words.searchHere}
    </a>
  );
}

type BelowProps = {
  facts: MapFacts;
  selected: number | null;
  shown: Option | undefined;
  words: MapWords;
  placeHref: (placeId: number) => string;
};

export function Below({ facts, selected, shown, words, placeHref }: BelowProps) {
  return (
    <div className="map-below">
      <p role="status">
        {selected !== null && shown ? (
          <a href={placeHref(shown.place.placeId)}>{words.picked(shown.number, shown.place.name)}</a>
        ) : (
          words.tapOne
        )}
      </p>
      {facts.tiles && <Credit words={words} attribution={facts.tiles.attribution} />}
      <p id="map-keys" hidden>
        {words.keys}
      </p>
    </div>
  );
}

const OPENSTREETMAPS_TERMS = "https://www.openstreetmap.org/copyright";

function Credit({ words, attribution }: { words: MapWords; attribution: string }) {
  return (
    <p className="map-credit">
      {words.pictures}{" "}
      {attribution.includes("OpenStreetMap") ? (
        <a href={OPENSTREETMAPS_TERMS} rel="noreferrer noopener">
          {attribution}
        </a>
      ) : (
        attribution
      )}
    </p>
  );
}
