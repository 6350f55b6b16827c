import { describe, expect, it } from "vitest";
import { decode } from "~/data/import/decode.server";

describe("bytes of a places file", () => {
  it("are UTF-8, with or without a mark at the beginning", () => {
    expect(decode(Buffer.from("\uFEFFkey\nní"))).toEqual({ kind: "text", text: "key\nní", notes: [] });
  });

  it("are read as Windows-1252 where they are not UTF-8, and the line is said", () => {
    const bytes = Buffer.concat([Buffer.from("key\nSe"), Buffer.from([0xf1, 0x61, 0x20, 0x96])]);
    expect(decode(bytes)).toEqual({
      kind: "text",
      text: "key\nSeña –",
      notes: [expect.stringMatching(/line 2.*Windows-1252/)],
    });
  });

  it("are read as UTF-16 where a spreadsheet wrote that", () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("key", "utf16le")]);
    expect(decode(bytes)).toMatchObject({ kind: "text", text: "key" });
  });

  it.each([
    ["nothing", Buffer.alloc(0), /empty/],
    ["a spreadsheet", Buffer.from("PK\u0003\u0004abc"), /save it as CSV/],
    ["too many bytes", Buffer.alloc(16 * 2 ** 20 + 1, "a"), /16 MB/],
  ])("are refused when they are %s", (_, bytes, reason) => {
    expect(decode(bytes)).toEqual({ kind: "refused", line: null, reason: expect.stringMatching(reason) });
  });

  it("are refused with the line where they are no text", () => {
    for (const [text, line] of [
      ["a\0b", 1],
      ["key\r\n\nx\0", 3],
      ["key\rx\0\0", 2],
    ] as const)
      expect(decode(Buffer.from(text))).toEqual({
        kind: "refused",
        line,
        reason: expect.stringMatching(/not text.*CSV/),
      });
  });
});
