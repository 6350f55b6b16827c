import { expect, test } from "vitest";
import { partsOf, testFiles } from "../../../scripts/test/parts";
import { noTally, plus } from "../../../scripts/test/tally";
import { failedIn } from "../../../scripts/test/vitest";

test("every test file of the project belongs to exactly one part", () => {
  const files = testFiles();
  const inParts = partsOf(files, []).flatMap((part) => part.files);
  expect(inParts.toSorted()).toEqual(files);
});

test("a folder nobody has listed is still run, after all others", () => {
  const parts = partsOf(["tests/elsewhere/kill.test.ts", "tests/domain/fit.test.ts"], []);
  expect(parts.map(({ name, files }) => [name, files])).toEqual([
    ["unit", ["tests/domain/fit.test.ts"]],
    ["other", ["tests/elsewhere/kill.test.ts"]],
  ]);
});

test("what touches the database runs on every server", () => {
  const files = [
    "tests/data/a.test.ts",
    "tests/routes/a.test.ts",
    "tests/http/a.test.ts",
    "tests/domain/a.test.ts",
  ];
  const twice = partsOf(files, []).filter(({ onEveryServer }) => onEveryServer);
  expect(twice.flatMap((part) => part.files)).toEqual(
    files.slice(0, 1).concat(["tests/routes/a.test.ts", "tests/http/a.test.ts"]),
  );
});

test("a filter leaves the files whose path has its words", () => {
  const files = ["tests/data/places.test.ts", "tests/domain/fit.test.ts"];
  expect(partsOf(files, ["data/pl"]).flatMap((part) => part.files)).toEqual(["tests/data/places.test.ts"]);
});

test("tallies add up", () => {
  expect(
    plus(plus(noTally, { passed: 2, failed: 1, skipped: 0 }), { passed: 3, failed: 0, skipped: 4 }),
  ).toEqual({
    passed: 5,
    failed: 1,
    skipped: 4,
  });
});

test("every test that failed is told by its name, at the end of what is told", () => {
  const assertionResults = ["passed", "failed", "skipped"].map((status) => ({
    status,
    fullName: `a ${status} one`,
  }));
  expect(failedIn({ testResults: [{ status: "failed", assertionResults }] })).toEqual([
    "     failed: a failed one",
  ]);
  expect(failedIn(null)).toEqual([]);
});
