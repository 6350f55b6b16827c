/** Bus lines in their route's color with a dark edge, and the way of one journey over them. */
import type { LatLngTuple } from "leaflet";
import { useMemo } from "react";
import { CircleMarker, Polygon, Polyline } from "react-leaflet";
import type { DrawnWay } from "~/domain/drawn/drawn-way";
import type { LatLon, Leg } from "~/domain/journey";
import type { RouteLine } from "~/transit/timetable/lines";
import { roomsOf, stopsOf } from "~/ui/map/way-points";

const STILL = { interactive: false, smoothFactor: 1.5 } as const;

export function Outline({ outline }: { outline: number[][][] }) {
  const paths = useMemo(() => outline.map((path) => path.map(tuple)), [outline]);
  return <Polyline positions={paths} className="map-county" {...STILL} />;
}

/** The cells in which there are vetted rooms: never a pin. */
export function RoomAreas({ rooms }: { rooms: [number, number][][] }) {
  const areas = useMemo(() => rooms.map((corners) => corners.map(tuple)), [rooms]);
  return <Polygon positions={areas} className="map-area" {...STILL} smoothFactor={0} />;
}

/** All edges lie under all colors: where lines meet, none cuts another. */
export function BusLines({ lines, used }: { lines: RouteLine[]; used: ReadonlySet<string> }) {
  const drawn = useMemo(
    () =>
      lines.map(({ route, paths }) => ({
        route,
        paths: paths.map((path) => path.map(tuple)),
        className: used.has(route.shortName) ? "map-used" : "map-other",
      })),
    [lines, used],
  );
  return (
    <>
      {drawn.map(({ paths, className }, at) => (
        <Polyline
          key={`${className} ${at}`}
          positions={paths}
          className={`map-edge ${className}`}
          {...STILL}
        />
      ))}
      {drawn.map(({ route, paths, className }, at) => (
        <Polyline
          key={`${className} ${at}`}
          positions={paths}
          className={`map-bus ${className}`}
          pathOptions={{ color: route.color }}
          {...STILL}
        />
      ))}
    </>
  );
}

/** Rides thick, walks dotted, a dot where one gets on and off, a full one where one waits inside. Give it the journey's number as key. */
export function JourneyLine({ journey }: { journey: DrawnWay }) {
  const rides = journey.legs.filter((leg) => leg.kind === "ride");
  const walks = journey.legs.filter((leg) => leg.kind === "walk");
  const rideLines = rides.map((leg) => leg.path.map(point));
  return (
    <>
      <Polyline positions={rideLines} className="map-way-edge" {...STILL} />
      <Polyline positions={rideLines} className="map-way" {...STILL} />
      <Polyline positions={walks.map(ends)} className="map-walk" {...STILL} />
      {roomsOf(journey).map((room, at) => (
        <CircleMarker
          key={`room ${at}`}
          center={point(room)}
          radius={8}
          className="map-room"
          interactive={false}
        />
      ))}
      {stopsOf(journey).map((stop, at) => (
        <CircleMarker key={at} center={point(stop)} radius={5} className="map-stop" interactive={false} />
      ))}
    </>
  );
}

function ends({ from, to }: Leg): LatLngTuple[] {
  return [point(from), point(to)];
}

function point({ lat, lon }: LatLon): LatLngTuple {
  return [lat, lon];
}

// Data come as [lon, lat], Leaflet wants [lat, lon].
function tuple([lon = 0, lat = 0]: number[]): LatLngTuple {
  return [lat, lon];
}
