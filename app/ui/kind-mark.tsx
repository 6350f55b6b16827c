/** The shape of each kind of place, the same in the list, on the drawn map and on the interactive one. */
import type { PlaceKind } from "~/domain/place";

/** One closed outline in a 40 x 40 box, and where the middle of the number's baseline sits in it. */
export type KindShape = { outline: string; numberX: number; numberY: number };

/** Told apart by their edge alone: a house, a flame, a cup, a cell, a sign. */
export const KIND_SHAPES: Record<PlaceKind, KindShape> = {
  shelter: { outline: "M20 2 38 18H34V38H6V18H2Z", numberX: 20, numberY: 32 },
  "warming-center": {
    outline:
      "M6 25C6 19 9 16 9 9 12 11 13.5 12.5 14.5 15 15.5 10 17.5 5 22 1 22 6 24 9 26.5 12 27.5 11 28.5 9 28.5 6 32 11 34 18 34 25A14 14 0 0 1 6 25Z",
    numberX: 20,
    numberY: 32,
  },
  "day-center": {
    outline:
      "M3 8H31V12H33A7 7 0 0 1 33 27H30.5A13 13 0 0 1 18 37H16A13 13 0 0 1 3 24ZM31 16V23H33A3 3 0 0 0 33 16Z",
    numberX: 17,
    numberY: 28,
  },
  room: { outline: "M20 2 36 11V29L20 38 4 29V11Z", numberX: 20, numberY: 26 },
  "funded-stay": { outline: "M4 12H10V8H30V12H36V37H4Z", numberX: 20, numberY: 31 },
};

/** A picture beside words that say the same: readers of the screen skip it. */
export function KindMark({ kind, number }: { kind: PlaceKind; number?: number }) {
  const { outline, numberX, numberY } = KIND_SHAPES[kind];
  return (
    <svg className="kind-mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path d={outline} fillRule="evenodd" />
      {number !== undefined && (
        <text x={numberX} y={numberY}>
          {number}
        </text>
      )}
    </svg>
  );
}
