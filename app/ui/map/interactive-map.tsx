/** The map one can move: loaded after the list, beside it, and saying the same. */
import type { Map as LeafletMap } from "leaflet";
import "~/ui/map/leaflet.css";
import { Component, useEffect, useState, type KeyboardEvent, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { MapContainer } from "react-leaflet";
import type { LatLon } from "~/domain/journey";
import { mapWords } from "~/text/map";
import { Controls, moveByKey } from "~/ui/map/controls";
import { firstPoints, shownOption } from "~/ui/map/first-view";
import { Layers } from "~/ui/map/layers";
import "~/ui/map/map.css";
import type { MapData, MapOption } from "~/ui/map/map-data";
import type { MapFacts } from "~/ui/map/map-facts";
import { Below, SearchHere } from "~/ui/map/map-words";

/** Takes the place of what the panel shows; where the map breaks, that comes back. */
export function showMap(panel: HTMLElement, data: MapData, facts: MapFacts): void {
  createRoot(panel).render(
    <Instead of={panel.innerHTML}>
      <InteractiveMap data={data} facts={facts} />
    </Instead>,
  );
}

/** React catches what breaks below it only in a class. */
class Instead extends Component<{ of: string; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    const { of, children } = this.props;
    return this.state.broken ? <div dangerouslySetInnerHTML={{ __html: of }} /> : children;
  }
}

function InteractiveMap({ data, facts }: { data: MapData; facts: MapFacts }) {
  const { options, language } = data;
  const [selected, setSelected] = useState<number | null>(null);
  const [map, setMap] = useState<LeafletMap | null>(null);
  const [middle, setMiddle] = useState<LatLon | null>(null);
  const words = mapWords[language];
  const moved = () => map && setMiddle({ lat: map.getCenter().lat, lon: map.getCenter().lng });
  const onKeyDown = (event: KeyboardEvent) => map && moveByKey(map, event) && moved();
  const onPick = ({ number }: MapOption, byKey: boolean) => {
    setSelected(number);
    showCard(number, byKey);
  };
  useEffect(() => (selected === null ? undefined : markCard(selected)), [selected]);
  return (
    <>
      <a className="map-skip" href="#after-map">
        {words.skip}
      </a>
      <div
        className="map-frame"
        role="application"
        tabIndex={0}
        aria-label={words.title(options.length)}
        aria-describedby="map-keys"
        onKeyDown={onKeyDown}
      >
        <MapContainer ref={setMap} {...optionsOf(data, facts)}>
          <Layers {...{ data, facts, selected, onPick, onDragged: moved }} />
        </MapContainer>
        {middle && <SearchHere middle={middle} words={words} />}
      </div>
      <Controls map={map} words={words} onMove={moved} />
      <Below {...{ facts, selected, words }} shown={shownOption(options, selected)} />
      <span id="after-map" tabIndex={-1} />
    </>
  );
}

const WIDEST = 9;
const CLOSEST = 17;
// A family on foot wants to see a few blocks, not one corner.
const FIRST_CLOSEST = 15;

const MARGIN = 0.25;

function optionsOf(data: MapData, { tiles }: MapFacts) {
  const { south, west, north, east } = data.region.bounds;
  const high = (north - south) * MARGIN;
  const wide = (east - west) * MARGIN;
  return {
    bounds: firstPoints(data).map(({ lat, lon }): [number, number] => [lat, lon]),
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

/** Until another is picked. */
function markCard(number: number): () => void {
  const card = document.getElementById(`p${number}`);
  card?.setAttribute("aria-current", "true");
  return () => card?.removeAttribute("aria-current");
}

// By keyboard one goes on at the card; with a pointer one stays at the map, and the card comes into view beside it.
function showCard(number: number, byKey: boolean): void {
  const card = document.getElementById(`p${number}`);
  if (byKey) card?.focus();
  else if (window.matchMedia("(min-width: 60rem)").matches) card?.scrollIntoView({ block: "nearest" });
}
