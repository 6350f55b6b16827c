/** The words around the map: what is picked, where to search again, whose pictures these are. */
import { roundedPosition } from "~/domain/geo";
import type { LatLon } from "~/domain/journey";
import type { MapWords } from "~/text/map";
import type { MapOption } from "~/ui/map/map-data";
import type { MapFacts } from "~/ui/map/map-facts";

/** The same search from the middle of the map. */
export function SearchHere({ middle, words }: { middle: LatLon; words: MapWords }) {
  const query = new URLSearchParams(window.location.search);
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
  shown: MapOption | undefined;
  words: MapWords;
};

export function Below({ facts, selected, shown, words }: BelowProps) {
  return (
    <div className="map-below">
      <p role="status">
        {selected !== null && shown ? (
          <a href={shown.href}>{words.picked(shown.number, shown.place.name)}</a>
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
