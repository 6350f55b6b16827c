/** The places on the map, as real buttons in the order of the list; and the words on it. */
import { DomEvent, type Map as LeafletMap } from "leaflet";
import { useMemo, type ReactNode } from "react";
import { createPortal } from "react-dom";
import type { Journey } from "~/domain/journey";
import type { Option } from "~/domain/tonight";
import { fitSentence } from "~/text/fit";
import { mapWords } from "~/text/map";
import { openingWords } from "~/text/opening";
import type { RouteLine } from "~/transit/lines";
import type { Telling } from "~/ui/card";
import { KindMark } from "~/ui/kind-mark";
import { placeLabels, spotsAlong, type Label } from "~/ui/map/labels";
import { stopsOf } from "~/ui/map/lines";
import {
  MOST_NUMBERS,
  pinsOf,
  steppedAside,
  widthOf,
  type Cluster,
  type Pin,
  type Pixel,
  type Spot,
} from "~/ui/map/pins";
import { useView, viewBox } from "~/ui/map/view";

type PinLayerProps = {
  options: Option[];
  lines: RouteLine[];
  journey: Journey | null;
  /** The number of the place whose way is drawn: it stands alone. */
  shown: number | null;
  /** The number of the place that was picked. */
  selected: number | null;
  onPick: (option: Option, byKey: boolean) => void;
  telling: Telling;
};

export function PinLayer(props: PinLayerProps) {
  const { options, lines, journey, shown, selected, onPick, telling } = props;
  const map = useView();
  const index = useMemo(() => pinsOf(options, shown, map.getMaxZoom()), [options, shown, map]);
  const pins = index.at(map.getZoom());
  const places = steppedAside(pins.map((pin) => spotOf(map, pin)));
  const labels = placeLabels([...stopLabels(map, journey), ...lineLabels(map, lines)], places, viewBox(map));
  const drawn = pins.map((pin, at) => {
    const place = places[at] as Pixel;
    if (pin.kind === "pin") {
      const { number } = pin.option;
      const picked = number === selected;
      return (
        <PinButton key={number} pin={pin} place={place} picked={picked} onPick={onPick} telling={telling} />
      );
    }
    return (
      <ClusterButton key={`at ${pin.options[0]?.number}`} cluster={pin} place={place} telling={telling} />
    );
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

type PinButtonProps = {
  pin: Pin;
  place: Pixel;
  picked: boolean;
  onPick: PinLayerProps["onPick"];
  telling: Telling;
};

function PinButton({ pin: { option }, place, picked, onPick, telling }: PinButtonProps) {
  const map = useView();
  const { language, party } = telling;
  const { number, fit, standing } = option;
  const { kind, name, site } = option.place;
  const words = mapWords[language].pin(
    number,
    name,
    openingWords[language].kinds[kind],
    fitSentence(fit, party, language),
  );
  return (
    <Placed place={place} front={picked}>
      <button
        type="button"
        ref={keepFromMap}
        className={`map-pin ${standing}`}
        aria-label={words}
        aria-pressed={picked}
        // A click without a pointer is the Enter key or the space bar.
        onClick={({ detail }) => onPick(option, detail === 0)}
        onFocus={() => map.panInside([site.lat, site.lon], { padding: [48, 48], animate: false })}
      >
        <KindMark kind={kind} number={number} />
      </button>
    </Placed>
  );
}

function ClusterButton({ cluster, place, telling }: { cluster: Cluster; place: Pixel; telling: Telling }) {
  const map = useView();
  const words = mapWords[telling.language];
  const numbers = cluster.options.map(({ number }) => number);
  const shown = numbers.length > MOST_NUMBERS ? numbers.slice(0, MOST_NUMBERS - 1) : numbers;
  const rest = numbers.length - shown.length;
  const names = cluster.options.map(({ number, place: { name } }) => `${number} ${name}`);
  const middle = { lat: cluster.lat, lng: cluster.lon };
  return (
    <Placed place={place}>
      <button
        type="button"
        ref={keepFromMap}
        className="map-cluster"
        aria-label={words.cluster(names)}
        onClick={() => map.setView(middle, cluster.opensAt, { animate: false })}
        onFocus={() => map.panInside(middle, { padding: [48, 48], animate: false })}
      >
        {shown.map((number) => (
          <span key={number}>{number}</span>
        ))}
        {rest > 0 && <span>{words.more(rest)}</span>}
      </button>
    </Placed>
  );
}

export function Placed({
  place,
  front = false,
  children,
}: {
  place: Pixel;
  front?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={front ? "map-placed map-front" : "map-placed"}
      style={{ transform: `translate(${Math.round(place.x)}px, ${Math.round(place.y)}px)` }}
    >
      {children}
    </div>
  );
}

// A press on a pin must not begin to drag the map.
function keepFromMap(button: HTMLButtonElement | null): void {
  if (button) DomEvent.disableClickPropagation(button);
}

function spotOf(map: LeafletMap, pin: Pin | Cluster): Spot {
  const { x, y } = map.latLngToLayerPoint([pin.lat, pin.lon]);
  return { x, y, width: widthOf(pin) };
}

function stopLabels(map: LeafletMap, journey: Journey | null): Label[] {
  const stops = journey ? stopsOf(journey) : [];
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
  return lines.map(({ route, paths }) => {
    const pixels = paths.map((path) => path.map(([lon, lat]) => map.latLngToLayerPoint([lat, lon])));
    return {
      key: `line ${route.shortName} ${route.longName}`,
      words: route.shortName,
      spots: spotsAlong(pixels, view),
    };
  });
}
