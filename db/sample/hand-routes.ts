/**
 * The sample's hand-entered routes: the county's 104 and 106, for which no GTFS is published.
 * Known are their names and that they rest at weekends. Their streets, hours and headways here are our guess.
 */
import type { HandRoute } from "~/transit/timetable/hand-route";
import { CENTRAL_LAT, onStreet } from "./grid";
import { SAMPLE_STOPS } from "./stops";

const WEEKDAYS = [1, 2, 3, 4, 5] as const;
const DOWNTOWN = SAMPLE_STOPS.get("7-minnesota-nb")!;
const SOURCE = "Names and days from public listings; streets, hours and headways guessed for the sample";

const METROPOLITAN_LAT = 39.075;
const QUINDARO_LAT = 39.1345;

export const SAMPLE_HAND_ROUTES = [
  {
    route: { shortName: "104", longName: "Argentine", color: "#8e3a8c", textColor: "#ffffff" },
    agency: "Unified Government (sample)",
    stops: [
      { name: DOWNTOWN.name, lat: DOWNTOWN.lat, lon: DOWNTOWN.lon, minutes: 0 },
      { name: "10th & Central", ...onStreet(10, CENTRAL_LAT), minutes: 6 },
      { name: "7th & Kansas Ave", lat: 39.087433, lon: -94.625784, minutes: 12 },
      { name: "Metropolitan & 12th", ...onStreet(12, METROPOLITAN_LAT), minutes: 17 },
      { name: "Metropolitan & 18th", ...onStreet(18, METROPOLITAN_LAT), minutes: 20 },
      { name: "Metropolitan & 24th", ...onStreet(24, METROPOLITAN_LAT), minutes: 22 },
      { name: "Metropolitan & 28th", ...onStreet(28, METROPOLITAN_LAT), minutes: 24 },
      { name: "Metropolitan & 37th", ...onStreet(37, METROPOLITAN_LAT), minutes: 28 },
      { name: "Metropolitan & 47th", ...onStreet(47, METROPOLITAN_LAT), minutes: 32 },
      { name: "Metropolitan & 55th", ...onStreet(55, METROPOLITAN_LAT), minutes: 37 },
    ],
    bothWays: true,
    service: [{ days: [...WEEKDAYS], first: 6 * 60 + 15, last: 18 * 60 + 15, headwayMinutes: 60 }],
    from: null,
    until: null,
    source: SOURCE,
    asOf: "2026-06-01",
  },
  {
    route: { shortName: "106", longName: "Quindaro", color: "#a85a00", textColor: "#ffffff" },
    agency: "Unified Government (sample)",
    stops: [
      { name: DOWNTOWN.name, lat: DOWNTOWN.lat, lon: DOWNTOWN.lon, minutes: 0 },
      { name: "10th & Washington", ...onStreet(10, 39.1194), minutes: 4 },
      { name: "10th & Freeman", ...onStreet(10, 39.1234), minutes: 6 },
      { name: "10th & Quindaro", ...onStreet(10, 39.1305), minutes: 9 },
      { name: "Quindaro & 13th", ...onStreet(13, 39.1325), minutes: 11 },
      { name: "Quindaro & 18th", ...onStreet(18, QUINDARO_LAT), minutes: 13 },
      { name: "Quindaro & 23rd", ...onStreet(23, QUINDARO_LAT + 0.002), minutes: 15 },
      { name: "Quindaro & 27th", ...onStreet(27, QUINDARO_LAT + 0.004), minutes: 17 },
    ],
    bothWays: true,
    service: [{ days: [...WEEKDAYS], first: 6 * 60 + 30, last: 18 * 60 + 0, headwayMinutes: 45 }],
    from: null,
    until: null,
    source: SOURCE,
    asOf: "2026-06-01",
  },
] satisfies HandRoute[];
