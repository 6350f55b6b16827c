/** The words on the map: warm rooms and stops of the way that is shown, and the numbers of the lines. */
import type { Map as LeafletMap } from "leaflet";
import type { DrawnWay } from "~/domain/drawn/drawn-way";
import type { RouteLine } from "~/transit/timetable/lines";
import { spotsAlong, type Label } from "~/ui/map/labels";
import { viewBox } from "~/ui/map/view";
import { onceEach, roomsOf, stopsOf } from "~/ui/map/way-points";

/** Warm rooms and stops first: a stop's name is needed more than a line's number. */
export function labelsOn(map: LeafletMap, lines: RouteLine[], journey: DrawnWay | null): Label[] {
  return [...stopLabels(map, journey), ...lineLabels(map, lines)];
}

function stopLabels(map: LeafletMap, journey: DrawnWay | null): Label[] {
  const stops = journey ? onceEach([...roomsOf(journey), ...stopsOf(journey)]) : [];
  return stops.map(({ name, lat, lon }) => {
    const { x, y } = map.latLngToLayerPoint([lat, lon]);
    const aside = name.length * 4.5 + 22;
    const spots = [
      { x, y: y + 22 },
      { x, y: y - 22 },
      { x: x + aside, y },
      { x: x - aside, y },
    ];
    return { key: `stop ${name}`, words: name, spots };
  });
}

function lineLabels(map: LeafletMap, lines: RouteLine[]): Label[] {
  const view = viewBox(map);
  return lines.map(({ route, paths }, at) => {
    const pixels = paths.map((path) => path.map(([lon, lat]) => map.latLngToLayerPoint([lat, lon])));
    return {
      // Two agencies may each have a line of this name.
      key: `line ${at}`,
      words: route.shortName,
      spots: spotsAlong(pixels, view),
    };
  });
}
