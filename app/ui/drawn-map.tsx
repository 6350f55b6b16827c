/** The drawn map: a picture in the first view, made on the server, without a script or a tile. */
import type { Drawing } from "~/domain/drawn/drawing";
import { KIND_SHAPES } from "~/ui/kind-mark";

// The shapes are drawn in a box of 40; a pin is 26 pixels wide.
const PIN_SCALE = 0.65;
const PIN_HALF = 13;

export function DrawnMap({ drawing, title }: { drawing: Drawing; title: string }) {
  const { width, height, outline, areas, lines, ride, walk, rooms, pins, you } = drawing;
  return (
    <svg className="drawn" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {outline && <path className="county" d={outline} />}
      {areas && <path className="area" d={areas} />}
      {lines.map(({ d, color, label }) => (
        <g key={label}>
          <path className="edge" d={d} />
          <path className="bus" d={d} stroke={color} />
        </g>
      ))}
      {walk && <path className="walk" d={walk} />}
      {ride && <path className="way" d={ride} />}
      {rooms.map(([x, y], at) => (
        <circle key={at} className="room" cx={x} cy={y} r="6" />
      ))}
      {lines.map(({ label, at }) => at && <LineNumber key={label} label={label} at={at} />)}
      <circle className="you" cx={you[0]} cy={you[1]} r="7" />
      {pins.toReversed().map(({ number, kind, at: [x, y] }) => (
        <g
          key={number}
          className="pin"
          transform={`translate(${x - PIN_HALF} ${y - PIN_HALF})scale(${PIN_SCALE})`}
        >
          <path d={KIND_SHAPES[kind].outline} />
          <text x={KIND_SHAPES[kind].numberX} y={KIND_SHAPES[kind].numberY}>
            {number}
          </text>
        </g>
      ))}
    </svg>
  );
}

function LineNumber({ label, at: [x, y] }: { label: string; at: [number, number] }) {
  const half = 5 + 4 * label.length;
  return (
    <g className="line-number">
      <rect x={x - half} y={y - 9} width={2 * half} height="18" rx="3" />
      <text x={x} y={y + 5}>
        {label}
      </text>
    </g>
  );
}
