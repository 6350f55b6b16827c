import { expect, it } from "vitest";
import { sourceWords } from "~/text/sample-sources";
import { INVENTED_PLACES, REAL_PLACES } from "../../db/sample/facts";

const sources = new Set(
  [...INVENTED_PLACES, ...REAL_PLACES].flatMap(({ facts }) => facts.map(({ source }) => source)),
);

it("every source of the sample is said in Spanish, and in English as it is stored", () => {
  expect(sources.size).toBe(2);
  for (const source of sources) {
    expect(sourceWords(source, "en")).toBe(source);
    expect(sourceWords(source, "es")).not.toBe(source);
  }
});

it("a source that was imported is said as it was written", () => {
  expect(sourceWords("Their own page", "es")).toBe("Their own page");
});
