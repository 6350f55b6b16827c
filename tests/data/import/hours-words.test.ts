import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { sayHours } from "~/data/import/hours-said.server";
import { readHours } from "~/data/import/hours-words.server";

const always = { from: null, until: null };

function spansOf(words: string) {
  const read = readHours(words);
  if (read.kind === "unclear") throw new Error(read.reason);
  return read;
}

describe("hours as one line of text", () => {
  it("read nights that end the next morning", () => {
    expect(spansOf("Mo-Fr 18:00-07:00; Sa,Su 17:00-08:00").spans).toEqual([
      { days: [1, 2, 3, 4, 5], opens: 1080, closes: 420, ...always },
      { days: [6, 7], opens: 1020, closes: 480, ...always },
    ]);
  });

  it.each([
    ["24/7", "24/7"],
    ["00:00-24:00", "24/7"],
    ["Mo-Su 18:00-31:00", "Mo-Su 18:00-07:00"],
    ["Fr-Mo 9:00-17:00", "Mo,Fr-Su 09:00-17:00"],
    ["Mo-Su 08:00-12:00; We off", "Mo-Tu,Th-Su 08:00-12:00"],
    ["Mo-Su 08:00-12:00; Mo 13:00-17:00", "Mo 13:00-17:00; Tu-Su 08:00-12:00"],
    ["Mo 08:00-12:00,13:00-17:00", "Mo 08:00-12:00,13:00-17:00"],
    ["Mo–Fr 08:00–12:00", "Mo-Fr 08:00-12:00"],
    ["Mo 10:00-24:00", "Mo 10:00-00:00"],
    ["2026 Nov 15-2027 Mar 31 Mo-Su 18:00-07:00", "2026 Nov 15-2027 Mar 31 Mo-Su 18:00-07:00"],
    [
      "Mo-Su 18:00-07:00; 2026 Dec 24 16:00-07:00; 2026 Dec 31 off",
      "Mo-Su 18:00-07:00; 2026 Dec 24 16:00-07:00; 2026 Dec 31 off",
    ],
    ["", ""],
  ])("read %s as %s", (words, said) => {
    const { spans, exceptions } = spansOf(words);
    expect(sayHours(spans, exceptions)).toBe(said);
  });

  it.each([
    ["6pm-7am", /18:00-07:00/],
    ["Mo-Fr 25:00-26:00", /not a time of day/],
    ["Mo-Fr 18:60-19:00", /not a time of day/],
    ["Mo 08:00-40:00", /not a time of day/],
    ["Xx 18:00-07:00", /"Xx" is not a day/],
    ["PH off", /give each one's date/],
    ["2026 Feb 30 off", /not a date/],
    ["2026 Foo 3 off", /not a date/],
    ["2027 Mar 1-2026 Nov 1 Mo 08:00-09:00", /ends before it begins/],
    ["Mo 08:00-09:00; 2026 Nov 1-2026 Dec 1 Tu 08:00-09:00", /overlap/],
    ["2026 Dec 24 Mo 08:00-09:00", /no weekdays/],
    ["2026 Dec 24 08:00-09:00,10:00-11:00", /one stretch/],
    ["Mo-Fr", /not understood|18:00-07:00/],
    ["18:00+", /18:00-07:00/],
    ["sunset-sunrise", /18:00-07:00/],
  ])("refuse %s with a sentence", (words, reason) => {
    expect(readHours(words)).toEqual({ kind: "unclear", reason: expect.stringMatching(reason) });
  });

  it("say the same again when read back, whatever they are", () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    const span = fc.record({
      days: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
      opens: minutes,
      closes: minutes,
    });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 4 }), (spans) => {
        const said = sayHours(
          spans.map((each) => ({ ...each, days: each.days.toSorted(), ...always })) as never,
        );
        const read = spansOf(said);
        expect(sayHours(read.spans, read.exceptions)).toBe(said);
      }),
    );
  });

  it("never throw at what a stranger types", () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (words) => void readHours(words)));
  });
});
