import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { readPlaces } from "../../scripts/journeys/places";
import { readRooms } from "../../scripts/journeys/rooms";
import { writeAll } from "../../scripts/journeys/write";
import { fileWith } from "../support/command";

const DAY = 1_700_000_000;
const hour = (hours: number) => DAY + 3600 * hours;

async function places(json: unknown) {
  const said: string[] = [];
  const targets = await readPlaces(fileWith("p.json", JSON.stringify(json)), DAY, (line) => said.push(line));
  return { targets, said };
}

const there = { lat: 38.6, lon: -90.2 };

test("places written by hand have hours of the service day, or ISO 8601", async () => {
  const { targets } = await places([
    { ...there, id: 7, name: "Hope", opens: "18:00", closes: "31:00" },
    { ...there, opens: new Date(hour(20) * 1000).toISOString(), closes: null },
  ]);
  expect(targets).toEqual([
    { key: 0, id: "7", name: "Hope", ...there, opens: hour(18), closes: hour(31) },
    { key: 1, id: null, name: null, ...there, opens: hour(20), closes: null },
  ]);
});

test("points of GeoJSON are places", async () => {
  const point = {
    type: "Feature",
    geometry: { type: "Point", coordinates: [-90.2, 38.6] },
    properties: { name: "Hope" },
  };
  const expected = [{ key: 0, id: null, name: "Hope", ...there, opens: null, closes: null }];
  expect((await places({ type: "FeatureCollection", features: [point] })).targets).toEqual(expected);
  expect((await places(point)).targets).toEqual(expected);
  const line = { ...point, geometry: { type: "LineString", coordinates: [] } };
  await expect(places([line])).rejects.toThrow("row 1: only points are places");
});

test("what /places.json answers is taken, with its hours, and without who lets nobody in", async () => {
  const iso = (at: number) => new Date(at * 1000).toISOString();
  const place = (placeId: number, opening: object) => ({
    placeId,
    name: `p${placeId}`,
    site: { ...there, street: "x" },
    opening,
  });
  const { targets, said } = await places({
    places: [
      place(1, { kind: "open", until: iso(hour(31)), intake: { until: iso(hour(21)) } }),
      place(2, {
        kind: "opens",
        at: iso(hour(18)),
        until: null,
        intake: { from: iso(hour(18)), until: iso(hour(22)) },
      }),
      place(3, { kind: "unknown" }),
      place(4, { kind: "closed", opensNext: null }),
    ],
  });
  expect(targets.map(({ id, opens, closes }) => [id, opens, closes])).toEqual([
    ["1", null, hour(21)],
    ["2", hour(18), hour(22)],
    ["3", null, null],
  ]);
  expect(said).toEqual(["Careful: 1 of the 4 places let nobody in tonight; they are left out."]);
});

test("every row that cannot be used is said, with what is wrong in it", async () => {
  const rows = [
    { lat: 38.6 },
    3,
    { ...there, opens: "late" },
    { ...there, opens: "18:00", closes: "07:00" },
    there,
  ];
  await expect(places(rows)).rejects.toThrow(
    [
      "p.json cannot be used:",
      '  row 1: lat and lon are degrees, like 38.627 and -90.199; they are "38.6" and missing',
      "  row 2: is not an object in braces",
      '  row 3: opens takes a time like 18:00, or 2024-04-10T18:00:00-05:00; "late" is not one',
      '  row 4: closes is before opens: seven in the morning after is "31:00"',
    ].join("\n"),
  );
});

test("a file that is no list of places is refused", async () => {
  await expect(places({ a: 1 })).rejects.toThrow(/^p\.json is none of these: a list of places in brackets/);
  const broken = fileWith("b.json", '[\n{"lat": 1,\n}]');
  await expect(readPlaces(broken, DAY, () => {})).rejects.toThrow("b.json, line 3: this is not JSON.");
  await expect(readPlaces("/nowhere.json", DAY, () => {})).rejects.toThrow("There is no file /nowhere.json.");
});

test("a room's stretches are put in order, those that touch made one", async () => {
  const open = [
    ["20:00", "21:00"],
    ["17:00", "18:30"],
    ["18:30", "19:00"],
  ];
  const file = fileWith("r.json", JSON.stringify([{ name: "Library", ...there, open }]));
  expect(await readRooms(file, DAY)).toEqual([
    {
      roomKey: 0,
      name: "Library",
      ...there,
      open: [
        { from: hour(17), until: hour(19) },
        { from: hour(20), until: hour(21) },
      ],
    },
  ]);
  const shut = fileWith("r.json", JSON.stringify([{ ...there, open: [["18:00", "17:00"]] }, there]));
  await expect(readRooms(shut, DAY)).rejects.toThrow(/row 1: open takes pairs[^]*row 2: open is missing/);
});

test("an answer is written whole to who reads slowly, and ends where nobody reads any more", async () => {
  let read = "";
  const slow = new Writable({
    highWaterMark: 1,
    write: (chunk: Buffer, _encoding, done) => {
      read += chunk.toString();
      setTimeout(done, 1);
    },
  });
  await writeAll(slow, ["a", "b", "c"]);
  expect(read).toBe("abc");
  let asked = 0;
  const gone = new Writable({ write: (_chunk, _encoding, done) => done(new Error("EPIPE")) });
  gone.on("error", () => {});
  const parts = function* () {
    while (asked < 1000) yield `${asked++}`.padEnd(20_000);
  };
  await writeAll(gone, parts());
  expect(asked).toBeLessThan(10);
});
