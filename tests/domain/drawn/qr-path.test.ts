import { encode } from "uqr";
import { expect, it } from "vitest";
import { qrPath } from "~/domain/drawn/qr-path";

it("draws each dark module once and no light one", () => {
  const { data, size } = encode("https://warmstop.example/places/7");
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of qrPath(data).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(length); i += 1) {
      expect(drawn[Number(y)][Number(x) + i]).toBe(false);
      drawn[Number(y)][Number(x) + i] = true;
    }
  }
  expect(drawn).toEqual(data);
});
