/** What lies on the map, from the ground up: tiles, county, bus lines, the way, you, the places. */
import { useEffect, useMemo } from "react";
import { CircleMarker, TileLayer, useMap, useMapEvent } from "react-leaflet";
import { shownOption, wayPoints } from "~/ui/map/first-view";
import { BusLines, JourneyLine, Outline, RoomAreas } from "~/ui/map/lines";
import type { MapData, MapOption } from "~/ui/map/map-data";
import type { MapFacts } from "~/ui/map/map-facts";
import { PinLayer } from "~/ui/map/pin-layer";
import { useSize } from "~/ui/map/view";

type LayersProps = {
  data: MapData;
  facts: MapFacts;
  selected: number | null;
  onPick: (option: MapOption, byKey: boolean) => void;
  onDragged: () => void;
};

export function Layers({ data, facts, selected, onPick, onDragged }: LayersProps) {
  const { options, origin, language } = data;
  const used = useMemo(() => new Set(data.used), [data.used]);
  // Lines that are ridden get their numbers first.
  const lines = useMemo(
    () => [
      ...facts.lines.filter(({ route }) => used.has(route.shortName)),
      ...facts.lines.filter(({ route }) => !used.has(route.shortName)),
    ],
    [facts.lines, used],
  );
  const shown = shownOption(options, selected);
  const journey = shown?.best ?? null;
  useMapEvent("dragend", onDragged);
  useSize();
  return (
    <>
      {facts.tiles && <TileLayer {...facts.tiles} />}
      <Outline outline={facts.outline} />
      <RoomAreas rooms={facts.rooms} />
      <BusLines lines={lines} used={used} />
      {journey && <JourneyLine key={shown?.number} journey={journey} />}
      <CircleMarker center={[origin.lat, origin.lon]} radius={9} className="map-you" interactive={false} />
      <PinLayer
        {...{ origin, options, lines, journey, selected, onPick, language }}
        shown={shown?.number ?? null}
      />
      {selected !== null && shown && <InView option={shown} />}
    </>
  );
}

/** Brings the whole way into view where part of it lies outside. */
function InView({ option }: { option: MapOption }) {
  const map = useMap();
  useEffect(() => {
    const points = wayPoints(option).map(({ lat, lon }): [number, number] => [lat, lon]);
    if (points.every((point) => map.getBounds().contains(point))) return;
    map.fitBounds(points, { padding: [40, 40], animate: false });
  }, [map, option]);
  return null;
}
