/** Where words fit on the map without lying on one another. Pixels, y down. */
import type { Pixel, Spot } from "~/ui/map/pins";

export type Label = {
  key: string;
  words: string;
  /** Where its middle may be, the best spot first. */
  spots: Pixel[];
};

export type PlacedLabel = Label & { at: Pixel };

type Box = { left: number; top: number; right: number; bottom: number };

const PIN_PX = 44;
const LETTER_PX = 9;
const LINE_PX = 22;
const AIR_PX = 4;

/** First come, first placed; a label without a free spot inside the view is left out. */
export function placeLabels(labels: readonly Label[], pins: readonly Spot[], view: Box): PlacedLabel[] {
  const taken = pins.map((pin) => boxAround(pin, pin.width, PIN_PX));
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    const width = label.words.length * LETTER_PX + 12;
    const at = label.spots.find((spot) => {
      const box = boxAround(spot, width + AIR_PX, LINE_PX + AIR_PX);
      return inside(box, view) && !taken.some((other) => overlap(box, other));
    });
    if (!at) continue;
    taken.push(boxAround(at, width, LINE_PX));
    placed.push({ ...label, at });
  }
  return placed;
}

/** Spots along a line's visible part, its middle first, then outwards. */
export function spotsAlong(paths: readonly Pixel[][], view: Box): Pixel[] {
  const seen = paths.flatMap((path) => evenly(path)).filter((point) => inside(boxAround(point, 0, 0), view));
  const middle = Math.floor(seen.length / 2);
  return seen
    .map((spot, at) => ({ spot, far: Math.abs(at - middle) }))
    .toSorted((a, b) => a.far - b.far)
    .map(({ spot }) => spot);
}

const STEP_PX = 24;

function evenly(path: Pixel[]): Pixel[] {
  return path.slice(1).flatMap((to, at) => {
    const from = path[at] ?? to;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const steps = Math.min(200, Math.max(1, Math.round(length / STEP_PX)));
    return Array.from({ length: steps }, (_, step) => ({
      x: from.x + ((to.x - from.x) * (step + 0.5)) / steps,
      y: from.y + ((to.y - from.y) * (step + 0.5)) / steps,
    }));
  });
}

function boxAround({ x, y }: Pixel, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function inside(box: Box, view: Box): boolean {
  return box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}
