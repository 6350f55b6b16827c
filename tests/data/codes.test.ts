import { createHmac, hkdfSync, randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { codeOf, codeWords, doorWords, hashOfCode, readCode } from "~/data/codes.server";

const row = "0190a3c4-7b1e-7c3d-9a52-3f6e8d1b2c40";
const SECRET = "only-for-tests-and-nothing-else!";

beforeEach(() => vi.stubEnv("APP_SECRET", SECRET));
afterEach(() => vi.unstubAllEnvs());

// People have these on paper: whoever changes the derivation or moves a word loses them their beds.
describe("known codes stay what they are", () => {
  test.each([
    [
      "hold",
      [1275, 791, 1781, 606, 142],
      "organ goose tabby essence barley",
      "nardo folclor suéter domingo antena",
      "c26a1d6ff3160d17aa5f4146f35c61b74c1a5f6483f4b6439c416fbc48cdc531",
    ],
    [
      "ask",
      [1041, 916, 964, 632, 423],
      "light invite keen fan crowd",
      "labranza helio idóneo edredón cereza",
      "5a1c0a0681f75e4ddafa71ca3eda7a78f1de603360be37da693b358471ac2af3",
    ],
  ] as const)("of a %s", (purpose, indices, english, spanish, hash) => {
    const code = codeOf(purpose, row);
    expect(code).toEqual(indices);
    expect(codeWords(code, "en").join(" ")).toBe(english);
    expect(codeWords(code, "es").join(" ")).toBe(spanish);
    expect(hashOfCode(purpose, code).toString("hex")).toBe(hash);
  });

  test("by HKDF and HMAC as they are written down (RFC 5869, RFC 2104)", () => {
    const key = Buffer.from(hkdfSync("sha256", SECRET, "", "warmstop codes: words of hold", 32));
    const bits = createHmac("sha256", key)
      .update(row)
      .digest()
      .readBigUInt64BE()
      .toString(2)
      .padStart(64, "0");
    const indices = [0, 11, 22, 33, 44].map((at) => Number.parseInt(bits.slice(at, at + 11), 2));
    expect(codeOf("hold", row)).toEqual(indices);
  });
});

test("the word at a door is the match's own, in both languages, and no other purpose's", () => {
  expect(doorWords(row)).toEqual({
    en: codeWords(codeOf("door", row), "en")[0],
    es: codeWords(codeOf("door", row), "es")[0],
  });
  expect(codeOf("door", row)).not.toEqual(codeOf("ask", row));
  expect(new Set(Array.from({ length: 50 }, () => doorWords(randomUUID()).en)).size).toBeGreaterThan(40);
});

test("what is said in one language opens under the other", () => {
  for (let times = 0; times < 20; times++) {
    const code = codeOf("hold", randomUUID());
    for (const language of ["en", "es"] as const) {
      expect(readCode(codeWords(code, language).join(" "))).toEqual({ kind: "code", code });
    }
  }
});

test("another row, purpose or secret has another code and another hash", () => {
  const code = codeOf("hold", row);
  expect(codeOf("hold", row.toUpperCase())).toEqual(code);
  expect(codeOf("hold", row.replace("0190", "0191"))).not.toEqual(code);
  expect(codeOf("ask", row)).not.toEqual(code);
  const hash = hashOfCode("hold", code);
  expect(hash).toHaveLength(32);
  expect(hashOfCode("ask", code)).not.toEqual(hash);
  expect(hashOfCode("hold", [code[1], code[0], code[2], code[3], code[4]])).not.toEqual(hash);
  vi.stubEnv("APP_SECRET", `${SECRET}?`);
  expect(codeOf("hold", row)).not.toEqual(code);
  expect(hashOfCode("hold", code)).not.toEqual(hash);
});

test("every word comes up equally often in each place", () => {
  const codes = Array.from({ length: 8_000 }, (_, at) =>
    codeOf("hold", `00000000-0000-4000-8000-${at.toString(16).padStart(12, "0")}`),
  );
  expect(new Set(codes.map(String)).size).toBe(codes.length);
  for (let place = 0; place < 5; place++) {
    const times = Array.from({ length: 64 }, () => 0);
    for (const code of codes) times[code[place]! >> 5]!++;
    const expected = codes.length / 64;
    const chi2 = times.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
    // 63 degrees of freedom: beyond 110 once in 5,000 times, and these ids never change.
    expect(chi2).toBeLessThan(110);
  }
});

test("a missing or short secret, and what is no UUID, are faults of ours", () => {
  expect(() => codeOf("hold", "17")).toThrow(/UUID/);
  for (const secret of ["", "short"]) {
    vi.stubEnv("APP_SECRET", secret);
    expect(() => codeOf("hold", row)).toThrow(/Set APP_SECRET/);
    expect(() => hashOfCode("hold", [0, 1, 2, 3, 4])).toThrow(/Set APP_SECRET/);
  }
});
