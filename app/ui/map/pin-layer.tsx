/** The places on the map, as real buttons in the order of the list; and the words on it. */
import type { Map as LeafletMap } from "leaflet";
import { useMemo } from "react";
import { createPortal } from "react-dom";
import type { DrawnWay } from "~/domain/drawn/drawn-way";
import type { LatLon } from "~/domain/journey";
import type { Language } from "~/text/language";
import type { RouteLine } from "~/transit/timetable/lines";
import { placeLabels } from "~/ui/map/labels";
import { labelsOn } from "~/ui/map/layer-labels";
import type { MapOption } from "~/ui/map/map-data";
import { ClusterButton, PinButton, Placed, type OnPick, type Stand } from "~/ui/map/pin-buttons";
import {
  firstNumber,
  pinsOf,
  steppedAside,
  waitingPlace,
  widthOf,
  type Cluster,
  type Pin,
  type Spot,
} from "~/ui/map/pins";
import { useView, viewBox } from "~/ui/map/view";

type PinLayerProps = {
  origin: LatLon;
  options: MapOption[];
  lines: RouteLine[];
  journey: DrawnWay | null;
  /** The number of the place whose way is drawn: it stands alone. */
  shown: number | null;
  /** The number of the place that was picked. */
  selected: number | null;
  onPick: OnPick;
  language: Language;
};

export function PinLayer(props: PinLayerProps) {
  const { origin, options, lines, journey, shown, selected, onPick, language } = props;
  const map = useView();
  const index = useMemo(() => pinsOf(options, shown, map.getMaxZoom()), [options, shown, map]);
  const pins = index.at(map.getZoom());
  // You come first: no place may hide where you are.
  const spots = steppedAside([youOn(map, origin), ...pins.map((pin) => spotOf(map, pin))]);
  const view = viewBox(map);
  const labels = placeLabels(labelsOn(map, lines, journey), spots, view);
  const drawn = pins.map((pin, at) => {
    const place = standOf(spots[at + 1] as Spot, view);
    if (pin.kind === "cluster") {
      return (
        <ClusterButton key={`from ${firstNumber(pin)}`} cluster={pin} place={place} language={language} />
      );
    }
    const picked = pin.option.number === selected;
    return <PinButton key={firstNumber(pin)} {...{ pin, place, picked, onPick }} />;
  });
  return createPortal(
    <>
      {labels.map(({ key, words, at }) => (
        <Placed key={key} place={at}>
          <span
            className={key.startsWith("stop") ? "map-label map-label-stop" : "map-label"}
            aria-hidden="true"
          >
            {words}
          </span>
        </Placed>
      ))}
      {drawn}
    </>,
    map.getPane("markerPane") as HTMLElement,
  );
}

function standOf(spot: Spot, view: ReturnType<typeof viewBox>): Stand {
  const waiting = waitingPlace(spot, view);
  return waiting ? { ...waiting, away: true } : { ...spot, away: false };
}

const YOU_PX = 26;

function youOn(map: LeafletMap, { lat, lon }: LatLon): Spot {
  const { x, y } = map.latLngToLayerPoint([lat, lon]);
  return { x, y, width: YOU_PX };
}

function spotOf(map: LeafletMap, pin: Pin | Cluster): Spot {
  const { x, y } = map.latLngToLayerPoint([pin.lat, pin.lon]);
  return { x, y, width: widthOf(pin) };
}
