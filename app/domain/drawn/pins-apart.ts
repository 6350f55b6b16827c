/** Keeps the numbered pins of a small map readable: near ones give way to each other. Pixels. */

export type Pixel = [x: number, y: number];

// Numbers that cover each other cannot be read: a few gentle pushes keep pins apart and inside the frame.
const PIN_APART = 27;
const HALF_PIN = 15;

export function apart<Pin extends { at: Pixel }>(
  pins: readonly Pin[],
  { you, width, height }: { you: Pixel; width: number; height: number },
): Pin[] {
  const moved = pins.map((pin) => ({ ...pin, at: [...pin.at] as Pixel }));
  for (let round = 0; round < 12; round += 1) {
    for (const [i, a] of moved.entries()) {
      for (const b of moved.slice(i + 1)) push(a.at, b.at);
      // You stay where you are: only the pin gives way.
      push(a.at, [...you]);
    }
  }
  for (const { at } of moved) {
    at[0] = Math.round(within(at[0], HALF_PIN, width - HALF_PIN));
    at[1] = Math.round(within(at[1], HALF_PIN, height - HALF_PIN));
  }
  return moved;
}

function push(a: Pixel, b: Pixel): void {
  const far = distance(a, b);
  if (far >= PIN_APART) return;
  const [dx, dy] = far === 0 ? [1, 0] : [(b[0] - a[0]) / far, (b[1] - a[1]) / far];
  const half = (PIN_APART - far) / 2;
  a[0] -= dx * half;
  a[1] -= dy * half;
  b[0] += dx * half;
  b[1] += dy * half;
}

export function distance([ax, ay]: Pixel, [bx, by]: Pixel): number {
  return Math.hypot(bx - ax, by - ay);
}

export function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
