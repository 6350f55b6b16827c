/** Moving the map without dragging: words on buttons, and the same by keyboard. */
import type { Map as LeafletMap } from "leaflet";
import type { KeyboardEvent } from "react";
import type { MapWords } from "~/text/map";

const STEP_PX = 120;

const DIRECTIONS = ["west", "north", "south", "east"] as const;
type Direction = (typeof DIRECTIONS)[number];

const ARROWS: Record<Direction, { sign: string; by: [x: number, y: number] }> = {
  west: { sign: "←", by: [-STEP_PX, 0] },
  north: { sign: "↑", by: [0, -STEP_PX] },
  south: { sign: "↓", by: [0, STEP_PX] },
  east: { sign: "→", by: [STEP_PX, 0] },
};

function step(map: LeafletMap, direction: Direction): void {
  map.panBy(ARROWS[direction].by, { animate: false });
}

const KEYS: Record<string, (map: LeafletMap) => void> = {
  ArrowLeft: (map) => step(map, "west"),
  ArrowRight: (map) => step(map, "east"),
  ArrowUp: (map) => step(map, "north"),
  ArrowDown: (map) => step(map, "south"),
  "+": (map) => map.zoomIn(),
  "=": (map) => map.zoomIn(),
  "-": (map) => map.zoomOut(),
};

/** True where the key was one of the map's. */
export function moveByKey(map: LeafletMap, event: KeyboardEvent): boolean {
  const move = KEYS[event.key];
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return false;
  event.preventDefault();
  move(map);
  return true;
}

/** Without a map yet the buttons keep their room. */
type ControlsProps = { map: LeafletMap | null; words: MapWords; onMove: () => void };

export function Controls({ map, words, onMove }: ControlsProps) {
  const moved = (move: (map: LeafletMap) => void) => () => {
    if (!map) return;
    move(map);
    onMove();
  };
  return (
    <div className="map-controls">
      <div role="group" aria-label={words.move}>
        {DIRECTIONS.map((direction) => (
          <button
            key={direction}
            type="button"
            aria-label={words[direction]}
            onClick={moved((shown) => step(shown, direction))}
          >
            {ARROWS[direction].sign}
          </button>
        ))}
      </div>
      <button type="button" onClick={moved((shown) => shown.zoomIn())}>
        + <span>{words.closer}</span>
      </button>
      <button type="button" onClick={moved((shown) => shown.zoomOut())}>
        − <span>{words.farther}</span>
      </button>
    </div>
  );
}
