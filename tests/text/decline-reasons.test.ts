import { expect, test } from "vitest";
import {
  DECLINE_REASONS,
  declineText,
  LONGEST_OWN_WORDS,
  reasonIn,
  type DeclineReason,
} from "~/text/decline-reasons";

const REASONS = Object.keys(DECLINE_REASONS) as DeclineReason[];
// What the database takes.
const MOST = 300;

test.each(REASONS)("%s is read in either language, with what was added", (reason) => {
  for (const language of ["en", "es"] as const) {
    const said = DECLINE_REASONS[reason][language];
    expect(reasonIn(declineText(reason, ""), language)).toBe(said);
    expect(reasonIn(declineText(reason, "Come at 9."), language)).toBe(`${said} Come at 9.`);
  }
});

test("what is kept says it in both languages to a page that knows no list, and is never too long to keep", () => {
  expect(declineText("full", "")).toBe("We have no room left tonight. / Ya no nos queda lugar esta noche.");
  const longest = REASONS.map((reason) => declineText(reason, "x".repeat(LONGEST_OWN_WORDS)).length);
  expect(Math.max(...longest)).toBeLessThanOrEqual(MOST);
});

test("own words alone stay what they are; nothing is nothing", () => {
  expect(declineText(null, "The boiler broke.")).toBe("The boiler broke.");
  expect(reasonIn("The boiler broke.", "es")).toBe("The boiler broke.");
  expect(declineText(null, "")).toBe("");
});
