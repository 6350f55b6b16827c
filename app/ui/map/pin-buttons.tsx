/** Places and clusters of places as real buttons. */
import { DomEvent } from "leaflet";
import type { ReactNode } from "react";
import { useMap } from "react-leaflet";
import type { Language } from "~/text/language";
import { mapWords } from "~/text/map";
import { KindMark } from "~/ui/kind-mark";
import type { MapOption } from "~/ui/map/map-data";
import { MOST_NUMBERS, type Cluster, type Pin, type Pixel } from "~/ui/map/pins";

/** Where a pin stands; `away` is out of sight, there for the keyboard and the ear alone. */
export type Stand = Pixel & { away: boolean };

export type OnPick = (option: MapOption, byKey: boolean) => void;

type PinButtonProps = {
  pin: Pin;
  place: Stand;
  picked: boolean;
  onPick: OnPick;
};

export function PinButton({ pin: { option }, place, picked, onPick }: PinButtonProps) {
  const map = useMap();
  const { number, standing, words } = option;
  const { kind, site } = option.place;
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

export function ClusterButton({
  cluster,
  place,
  language,
}: {
  cluster: Cluster;
  place: Stand;
  language: Language;
}) {
  const map = useMap();
  const words = mapWords[language];
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
  place: Pixel & { away?: boolean };
  front?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={`map-placed${front ? " map-front" : ""}${place.away ? " map-away" : ""}`}
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
