/** The map one can move: loaded after the list, beside it, and saying the same. */
import type { Map as LeafletMap } from "leaflet";
import "~/ui/map/leaflet.css";
import { useState, type KeyboardEvent } from "react";
import { MapContainer } from "react-leaflet";
import type { LatLon } from "~/domain/journey";
import type { Region } from "~/domain/region";
import type { Option, Tonight } from "~/domain/tonight";
import { mapWords } from "~/text/map";
import type { Telling } from "~/ui/telling";
import { Controls, moveByKey } from "~/ui/map/controls";
import { firstPoints, shownOption } from "~/ui/map/first-view";
import { Layers } from "~/ui/map/layers";
import "~/ui/map/map.css";
import type { MapFacts } from "~/ui/map/map-facts";
import { Below, SearchHere } from "~/ui/map/map-words";

export type InteractiveMapProps = {
  tonight: Tonight;
  region: Pick<Region, "slug" | "bounds">;
  facts: MapFacts;
  telling: Telling;
  /** The number of the place whose way is drawn; null before one is picked. */
  selected: number | null;
  onSelect: (number: number) => void;
  placeHref: (placeId: number) => string;
};

export function InteractiveMap(props: InteractiveMapProps) {
  const { tonight, region, facts, telling, selected, onSelect } = props;
  const [map, setMap] = useState<LeafletMap | null>(null);
  const [middle, setMiddle] = useState<LatLon | null>(null);
  const words = mapWords[telling.language];
  const moved = () => map && setMiddle({ lat: map.getCenter().lat, lon: map.getCenter().lng });
  const onKeyDown = (event: KeyboardEvent) => map && moveByKey(map, event) && moved();
  const onPick = (option: Option, byKey: boolean) => {
    onSelect(option.number);
    showCard(option.number, byKey);
  };
  return (
    <>
      <a className="map-skip" href="#after-map">
        {words.skip}
      </a>
      <div
        className="map-frame"
        role="application"
        tabIndex={0}
        aria-label={words.title(tonight.options.length)}
        aria-describedby="map-keys"
        onKeyDown={onKeyDown}
      >
        <MapContainer ref={setMap} {...optionsOf(tonight, region, facts)}>
          <Layers {...{ tonight, facts, telling, selected, onPick, onDragged: moved }} />
        </MapContainer>
        {middle && <SearchHere middle={middle} words={words} />}
      </div>
      <Controls map={map} words={words} onMove={moved} />
      <Below {...props} words={words} shown={shownOption(tonight.options, selected)} />
      <span id="after-map" tabIndex={-1} />
    </>
  );
}

const WIDEST = 9;
const CLOSEST = 17;
// A family on foot wants to see a few blocks, not one corner.
const FIRST_CLOSEST = 15;

const MARGIN = 0.25;

function optionsOf(tonight: Tonight, { bounds }: Pick<Region, "bounds">, { tiles }: MapFacts) {
  const { south, west, north, east } = bounds;
  const high = (north - south) * MARGIN;
  const wide = (east - west) * MARGIN;
  return {
    bounds: firstPoints(tonight).map(({ lat, lon }): [number, number] => [lat, lon]),
    boundsOptions: { padding: [40, 40] as [number, number], maxZoom: FIRST_CLOSEST },
    maxBounds: [
      [south - high, west - wide],
      [north + high, east + wide],
    ] as [[number, number], [number, number]],
    maxBoundsViscosity: 1,
    minZoom: tiles?.minZoom ?? WIDEST,
    maxZoom: tiles?.maxZoom ?? CLOSEST,
    // Nothing moves by itself, for anyone.
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
    inertia: false,
    doubleClickZoom: false,
    keyboard: false,
    zoomControl: false,
    attributionControl: false,
  };
}

// By keyboard one goes on at the card; with a pointer one stays at the map, and the card comes into view beside it.
function showCard(number: number, byKey: boolean): void {
  const card = document.getElementById(`p${number}`);
  if (byKey) card?.focus();
  else if (window.matchMedia("(min-width: 60rem)").matches) card?.scrollIntoView({ block: "nearest" });
}
