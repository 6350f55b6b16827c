import { expect, test } from "vitest";
import { readLevels, readPathways } from "~/transit/gtfs/read-pathways";
import { readStops } from "~/transit/gtfs/read-stops";
import { rowsOf, said, warned } from "./rows";

const stopLines = ["S,1,,", "P,0,S,", "E,2,S,", "N,3,S,", "B,4,P,", "T,1,,", "Q,0,T,", "V,0,S,1"];
const read = readStops(
  rowsOf(
    `stop_id,location_type,parent_station,stop_access,stop_lat,stop_lon\n${stopLines.map((line) => `${line},39,-94\n`).join("")}`,
  ).rows,
);

const HEADER = "from_stop_id,to_stop_id,pathway_mode,is_bidirectional,length,traversal_time,stair_count";

function pathways(...lines: string[]) {
  const { rows, faults } = rowsOf(`${[HEADER, ...lines].join("\n")}\n`, "pathways.txt");
  return { pathways: readPathways(rows, read), faults: said(faults), warnings: warned(faults) };
}

test("reads what a way is and how long it takes; 0 seconds are not known ones", () => {
  expect(pathways("E,N,1,1,20.5,,", "N,B,2,0,,,-24", "N,P,5,1,0,30.2,", "P,E,7,0,,0,").pathways).toEqual([
    { from: 2, to: 3, mode: 1, bothWays: true, metres: 20.5, seconds: -1, stairs: 0 },
    { from: 3, to: 4, mode: 2, bothWays: false, metres: NaN, seconds: -1, stairs: -24 },
    { from: 3, to: 1, mode: 5, bothWays: true, metres: 0, seconds: 31, stairs: 0 },
    { from: 1, to: 2, mode: 7, bothWays: false, metres: NaN, seconds: -1, stairs: 0 },
  ]);
});

test("a row that leads nowhere in its station is warned of and left out", () => {
  expect(pathways("E,Z,1,1,,,", "E,S,1,1,,,", "E,Q,1,1,,,", "E,V,1,1,,,", "E,P,8,1,,,")).toEqual({
    pathways: [],
    faults: [],
    warnings: [
      'pathways.txt:2 to_stop_id: "Z" is not in stops.txt',
      'pathways.txt:3 to_stop_id: "S" is a station, not a point of one',
      'pathways.txt:4 to_stop_id: "Q" is of another station than "E"',
      'pathways.txt:5 to_stop_id: "V" is reached from the street (stop_access 1)',
      'pathways.txt:6 pathway_mode: nobody knows a pathway_mode "8"',
    ],
  });
});

test.each([
  ["E,P,walk,1,,,", 'pathway_mode: "walk" is not a pathway_mode'],
  ["E,P,1,,,,", 'is_bidirectional: "" is neither 0 nor 1'],
  ["E,P,1,1,-3,,", 'length: "-3" is not a length in metres'],
  ["E,P,1,1,1e999,,", 'length: "1e999" is not a length in metres'],
  ["E,P,1,1,,-3,", 'traversal_time: "-3" is not a number of seconds'],
  ["E,P,2,1,,,many", 'stair_count: "many" is not a number of steps'],
])("%s is a fault", (line, fault) => {
  expect(pathways(line).faults).toEqual([`pathways.txt:2 ${fault}`]);
});

test("levels have heights, half ones too", () => {
  const { rows, faults } = rowsOf("level_id,level_index\nstreet,0\nmezzanine,-0.5\nx,deep\n", "levels.txt");
  expect(readLevels(rows)?.index.slice(0, 2)).toEqual([0, -0.5]);
  expect(said(faults)).toEqual(['levels.txt:4 level_index: "deep" is not a level_index']);
  expect(readLevels(null)).toBeNull();
});

test("a station of more points than can be walked between is refused", () => {
  const crowd = Array.from({ length: 800 }, (_, i) => `p${i},0,S,,39,-94\n`).join("");
  const header = "stop_id,location_type,parent_station,stop_access,stop_lat,stop_lon\n";
  const crowded = readStops(rowsOf(`${header}S,1,,,39,-94\n${crowd}`).rows);
  const lines = Array.from({ length: 799 }, (_, i) => `p${i},p${i + 1},1,1,5,,`);
  const { rows, faults } = rowsOf(`${[HEADER, ...lines].join("\n")}\n`, "pathways.txt");
  readPathways(rows, crowded);
  expect(said(faults)).toEqual([
    "pathways.txt:800 null: up to here stations have more than 500000 pairs of points",
  ]);
});
