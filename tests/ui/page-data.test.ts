import { expect, test } from "vitest";
import { drawnFrom, forPage } from "~/ui/page-data";

test("what a page is drawn from is the same for the page, and nothing for whoever writes it out", () => {
  const list = { kind: "found", options: [{ at: new Date(0) }] };
  const given = forPage(list);
  expect(drawnFrom(given)).toBe(list);
  expect(Object.keys(given)).toEqual([]);
  expect(JSON.stringify(given)).toBe("{}");
});
