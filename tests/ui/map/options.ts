/** Options as small as a map needs them: "1 shelter 39.1 -94.6 takes-you". */
import type { Journey } from "~/domain/journey";
import type { PlaceKind } from "~/domain/place";
import type { MapOption } from "~/ui/map/map-data";

export function option(described: string, best: Journey | null = null): MapOption {
  const [number, kind, lat, lon, standing] = described.split(" ") as [
    string,
    PlaceKind,
    string,
    string,
    MapOption["standing"],
  ];
  const site = { lat: Number(lat), lon: Number(lon) };
  const name = `Place ${number}`;
  const words = `${number}, ${name}`;
  return {
    number: Number(number),
    standing,
    place: { name, kind, site },
    best,
    words,
    href: `/places/${number}`,
  };
}

/** A ride of the 101 between two corners, walked to from a little south of the first. */
export const alongState: Journey = {
  leaveBy: 0,
  arrives: 1800,
  enters: 1800,
  outdoorS: 300,
  coldMinutes: 5,
  boardings: 1,
  estimated: false,
  estimateS: 0,
  worst: { seconds: 0, coldMinutes: 0, peakWeight: 1 },
  callFirst: false,
  stepFree: "maybe" as const,
  legs: [
    {
      kind: "walk",
      from: { name: "", lat: 39.113, lon: -94.627 },
      to: { name: "7th & Minnesota", lat: 39.1155, lon: -94.6265 },
      departs: 0,
      arrives: 300,
      metres: 280,
    },
    {
      kind: "ride",
      route: { shortName: "101", longName: "State", color: "#d11141", textColor: "#ffffff" },
      headsign: "Village West",
      from: { name: "7th & Minnesota", lat: 39.1155, lon: -94.6265 },
      to: { name: "State & 29th", lat: 39.1168, lon: -94.6617 },
      departs: 300,
      arrives: 1800,
      stops: 8,
      estimated: false,
      staysOn: false,
      ask: { on: "nobody", off: "nobody" },
      stepFree: "maybe",
      path: [
        { lat: 39.1155, lon: -94.6265 },
        { lat: 39.1168, lon: -94.6617 },
      ],
    },
  ],
};
