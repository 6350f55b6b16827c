/** A front in the making: by arrival, each cheaper than all before it. Fronts are short, and most who come are bettered. */

type Point = { enters: number; cost: number };

/** Where someone belongs in a front; -1 where one who is there comes as early and costs less, or earlier and no more. */
export function placeIn(front: readonly Point[], enters: number, cost: number): number {
  let place = front.length;
  while (place > 0 && front[place - 1]!.enters > enters) place--;
  if (place === 0) return 0;
  const before = front[place - 1]!;
  const isBettered = before.cost < cost || (before.cost === cost && before.enters < enters);
  return isBettered ? -1 : place;
}

/** Who is as early and costs as much as someone for that place. */
export function tieAt<P extends Point>(front: readonly P[], place: number, point: Point): P | undefined {
  const before = front[place - 1];
  return before?.enters === point.enters && before.cost === point.cost ? before : undefined;
}

/** Puts someone in their place, and takes out whom they better. */
export function putIn<P extends Point>(front: P[], place: number, point: P): void {
  const first = front[place - 1]?.enters === point.enters ? place - 1 : place;
  let end = place;
  while (end < front.length && front[end]!.cost >= point.cost) end++;
  front.splice(first, end - first, point);
}
