/** The checksum zips carry (CRC-32), also where Node is older than 20.15 and has none. */
import zlib from "node:zlib";

const POLYNOMIAL = 0xedb88320;

export function checksum(bytes: Uint8Array): number {
  // A named import that is not there would stop the whole server from starting.
  return zlib.crc32 ? zlib.crc32(bytes) : checksumByTable(bytes);
}

export function checksumByTable(bytes: Uint8Array): number {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    return crc;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}
