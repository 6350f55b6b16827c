import { expect, test } from "vitest";
import { csvAnswer } from "~/http/csv.server";

test("a table is CSV with its name, kept by nobody, and runs no formula", async () => {
  const answer = csvAnswer(
    [
      ["who", "taken"],
      ['Ana "la jefa", desk', 3],
      ["=HYPERLINK(1)", -1],
    ],
    "log.csv",
  );
  expect(await answer.text()).toBe(`who,taken\r\n"Ana ""la jefa"", desk",3\r\n'=HYPERLINK(1),-1\r\n`);
  expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="log.csv"');
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
});
