import { expect, test } from "vitest";
import { checksum, checksumByTable } from "~/data/feeds/checksum.server";

test.each([
  ["", 0],
  ["123456789", 0xcbf43926],
  ["The quick brown fox jumps over the lazy dog", 0x414fa339],
])("the checksum of %j is as published, with Node's own and without", (text, crc) => {
  const bytes = new TextEncoder().encode(text);
  expect([checksum(bytes), checksumByTable(bytes)]).toEqual([crc, crc]);
});
