import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { fileWith, runScript } from "../support/command";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";
import { tableSums } from "../support/table-sums";

const database = testDatabase();
beforeAll(async () => void (await seedRegion(database.owner)));

const example = /```csv\n([\s\S]*?)```/.exec(readFileSync("db/cells-file.md", "utf8"))![1]!;
const cells = (...args: string[]) => runScript("cells", ["--region", "kck", ...args], database.ownerUrl);

test("npm run cells shows a file, takes it with --apply, and refuses a bad one with its line, changing nothing", async () => {
  process.env.APP_SECRET = "a secret of at least thirty-two letters";
  const file = fileWith("cells.csv", example);
  const before = await tableSums(database.owner);
  const shown = await cells(file);
  expect(shown).toMatchObject({ code: 0, err: "" });
  expect(shown.out).toContain(
    "4 cells in Region kck with those they lie in, 3 of them with 2000 people or more.",
  );
  expect(shown.out).toContain("Nothing was changed.");
  expect(await tableSums(database.owner)).toEqual(before);

  const done = await cells(file, "--apply");
  expect(done).toMatchObject({ code: 0, err: "" });
  expect(done.out).toContain("Done: they are in force");
  const kept = () => database.owner`select cell, residents from cell_residents order by cell desc`;
  expect(await kept()).toHaveLength(4);

  const bad = await cells(fileWith("bad.csv", `${example}8826560833fffff,5\n`), "--apply");
  expect(bad.code).toBe(1);
  expect(bad.err).toMatch(/bad\.csv.*4.*in line 2 already/s);
  expect(await kept()).toHaveLength(4);
  expect((await cells()).err).toContain("Name one FILE.csv.");
});
