/** The smallest PMTiles file (version 3) that holds one picture: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md */
import { zxyToTileId } from "pmtiles";

type Contents = { tile: { z: number; x: number; y: number }; picture: Buffer; tileType?: number };

const HEADER_BYTES = 127;
const UNCOMPRESSED = 1;
const PNG = 2;

export function pmtiles({ tile, picture, tileType = PNG }: Contents): Buffer<ArrayBuffer> {
  const about = Buffer.from(
    JSON.stringify({ attribution: '<a href="https://example.org">&copy; City Maps</a>' }),
  );
  // One entry: tile id, run length, length, offset + 1.
  const folder = Buffer.from([
    1,
    ...varint(zxyToTileId(tile.z, tile.x, tile.y)),
    1,
    ...varint(picture.length),
    1,
  ]);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write("PMTiles", 0, "latin1");
  header[7] = 3;
  const aboutAt = HEADER_BYTES + folder.length;
  const leavesAt = aboutAt + about.length;
  [
    HEADER_BYTES,
    folder.length,
    aboutAt,
    about.length,
    leavesAt,
    0,
    leavesAt,
    picture.length,
    1,
    1,
    1,
  ].forEach((number, at) => header.writeBigUInt64LE(BigInt(number), 8 + at * 8));
  header.set([1, UNCOMPRESSED, UNCOMPRESSED, tileType, 5, 14], 96);
  return Buffer.concat([header, folder, about, picture]);
}

function varint(number: number): number[] {
  const bytes = [];
  let rest = number;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}
