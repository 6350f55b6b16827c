/** What lies on the map, from the ground up: tiles, county, bus lines, the way, you, the places. */
import { useEffect, useMemo } from "react";
import { CircleMarker, TileLayer, useMap, useMapEvent } from "react-leaflet";
import type { Option, Tonight } from "~/domain/tonight";
import type { Telling } from "~/ui/telling";
import { routesUsed, shownOption, wayPoints } from "~/ui/map/first-view";
import { BusLines, JourneyLine, Outline } from "~/ui/map/lines";
import type { MapFacts } from "~/ui/map/map-facts";
import { PinLayer } from "~/ui/map/pin-layer";
import { useSize } from "~/ui/map/view";

type LayersProps = {
  tonight: Tonight;
  facts: MapFacts;
  telling: Telling;
  selected: number | null;
  onPick: (option: Option, byKey: boolean) => void;
  onDragged: () => void;
};

export function Layers({ tonight, facts, telling, selected, onPick, onDragged }: LayersProps) {
  const { options, origin } = tonight;
  const used = useMemo(() => routesUsed(options), [options]);
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
      <BusLines lines={lines} used={used} />
      {journey && <JourneyLine key={shown?.number} journey={journey} />}
      <CircleMarker center={[origin.lat, origin.lon]} radius={9} className="map-you" interactive={false} />
      <PinLayer
        {...{ origin, options, lines, journey, selected, onPick, telling }}
        shown={shown?.number ?? null}
      />
      {selected !== null && shown && <InView key={selected} option={shown} />}
    </>
  );
}

/** Brings the whole way into view where part of it lies outside. */
function InView({ option }: { option: Option }) {
  const map = useMap();
  useEffect(() => {
    const points = wayPoints(option).map(({ lat, lon }): [number, number] => [lat, lon]);
    if (points.every((point) => map.getBounds().contains(point))) return;
    map.fitBounds(points, { padding: [40, 40], animate: false });
  }, [map, option]);
  return null;
}
