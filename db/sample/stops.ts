/** The bus stops of the sample timetable: the certain ones, and further corners placed by interpolation. */
import type { LatLon } from "~/domain/journey";
import { KANSAS_LAT, onParallel, onSeventh, onState } from "./grid";

export type SampleStop = LatLon & {
  id: string;
  name: string;
  /** False: a stop of the real network, at its real position. True: a corner on the line's street, placed by us. */
  interpolated: boolean;
};

const CERTAIN: Record<string, [name: string, lat: number, lon: number]> = {
  "7-minnesota-eb": ["7th & Minnesota", 39.115464, -94.62653],
  "7-minnesota-wb": ["7th & Minnesota", 39.115568, -94.626944],
  "7-minnesota-nb": ["7th & Minnesota", 39.115558, -94.626746],
  "6-minnesota": ["6th & Minnesota", 39.115416, -94.624138],
  "5-armstrong": ["Armstrong & 5th", 39.114622, -94.621248],
  "10-minnesota": ["Minnesota & 10th", 39.115483, -94.634994],
  "7-central-nb": ["7th & Central", 39.102656, -94.626117],
  "7-kansas-nb": ["7th & Kansas Ave", 39.087433, -94.625784],
  "29-state": ["State & 29th", 39.116825, -94.661696],
  "47-state": ["47th & State MetroCenter", 39.113408, -94.685842],
  "67-state": ["State & 67th", 39.116644, -94.734175],
  kckcc: ["Kansas City Kansas Community College", 39.120903, -94.748704],
  "82-state": ["State & 82nd", 39.11622, -94.769007],
  "village-west": ["Village West", 39.130065, -94.830952],
};

const INTERPOLATED: Record<string, [name: string, at: LatLon]> = {
  // Downtown Kansas City, Missouri, by its own grid.
  "east-village": ["East Village Transit Center (12th & Charlotte)", { lat: 39.0996, lon: -94.5718 }],
  "12-grand": ["12th & Grand", { lat: 39.0997, lon: -94.5815 }],
  "12-broadway": ["12th & Broadway", { lat: 39.0998, lon: -94.5893 }],
  "14-minnesota": ["Minnesota & 14th", onState(14)],
  "18-state": ["State & 18th", onState(18)],
  "23-state": ["State & 23rd", onState(23)],
  "34-state": ["State & 34th", onState(34)],
  "38-state": ["State & 38th", onState(38)],
  "42-state": ["State & 42nd", onState(42)],
  "51-state": ["State & 51st", onState(51)],
  "55-state": ["State & 55th", onState(55)],
  "59-state": ["State & 59th", onState(59)],
  "63-state": ["State & 63rd", onState(63)],
  "78-state": ["State & 78th", onState(78)],
  "86-state": ["State & 86th", onState(86)],
  "90-state": ["State & 90th", onState(90)],
  "94-state": ["State & 94th", onState(94)],
  "98-state": ["State & 98th", onState(98)],
  "102-state": ["State & 102nd", onState(102)],
  "7-osage": ["7th & Osage", onSeventh(KANSAS_LAT + 0.0022)],
  "7-pacific": ["7th & Pacific", onSeventh(39.0978)],
  "7-reynolds": ["7th & Reynolds", onSeventh(39.1061)],
  "7-sandusky": ["7th & Sandusky", onSeventh(39.1096)],
  "7-barnett": ["7th & Barnett", onSeventh(39.1127)],
  "7-minnesota-sb": ["7th & Minnesota", { lat: 39.115302, lon: -94.626872 }],
  "7-washington": ["7th & Washington", onSeventh(39.1194)],
  "7-freeman": ["7th & Freeman", onSeventh(39.1234)],
  "7-parallel": ["7th & Parallel", onParallel(7)],
  "10-parallel": ["Parallel & 10th", onParallel(10)],
  "13-parallel": ["Parallel & 13th", onParallel(13)],
  "18-parallel": ["Parallel & 18th", onParallel(18)],
  "22-parallel": ["Parallel & 22nd", onParallel(22)],
  "27-parallel": ["Parallel & 27th", onParallel(27)],
  "32-parallel": ["Parallel & 32nd", onParallel(32)],
  "38-parallel": ["Parallel & 38th", onParallel(38)],
  "42-parallel": ["Parallel & 42nd", onParallel(42)],
  "47-parallel": ["Parallel & 47th", onParallel(47)],
};

export const SAMPLE_STOPS: ReadonlyMap<string, SampleStop> = new Map([
  ...Object.entries(CERTAIN).map(([id, [name, lat, lon]]): [string, SampleStop] => [
    id,
    { id, name, lat, lon, interpolated: false },
  ]),
  ...Object.entries(INTERPOLATED).map(([id, [name, at]]): [string, SampleStop] => [
    id,
    { id, name, ...at, interpolated: true },
  ]),
]);
