/** Which test files run together, in which order: what is quick and tells most comes first. */
import { readdirSync } from "node:fs";

export type Part = {
  name: string;
  files: string[];
  onEveryServer: boolean;
  inBrowser: boolean;
  alone: boolean;
};

// A folder nobody has listed yet belongs to the last part, so that no test is ever left out.
const PARTS: { name: string; has: RegExp; onEveryServer?: true; inBrowser?: true; alone?: true }[] = [
  { name: "architecture", has: /^tests\/[^/]+$/ },
  { name: "unit", has: /^tests\/(domain|transit|text|ui|support)\// },
  { name: "database", has: /^tests\/(data|db)\//, onEveryServer: true },
  { name: "http", has: /^tests\/(http|routes)\//, onEveryServer: true },
  { name: "start and stop", has: /^tests\/scripts\// },
  // Seconds are measured while nothing else runs.
  { name: "browser, speed", has: /^tests\/browser\/speed\./, inBrowser: true, alone: true },
  { name: "browser", has: /^tests\/browser\//, inBrowser: true },
  // The machine's last, for it wants all of it.
  { name: "faults", has: /^tests\/faults\//, alone: true },
  { name: "other", has: /^/ },
];

/** The parts that have files. Filters are parts of a path, as Vitest takes them. */
export function partsOf(files: string[], filters: string[]): Part[] {
  const wanted = files.filter(
    (file) => filters.length === 0 || filters.some((words) => file.includes(words)),
  );
  return PARTS.map(({ name, onEveryServer = false, inBrowser = false, alone = false }, index) => ({
    name,
    onEveryServer,
    inBrowser,
    alone,
    files: wanted.filter((file) => PARTS.findIndex(({ has }) => has.test(file)) === index),
  })).filter((part) => part.files.length > 0);
}

export function testFiles(): string[] {
  return readdirSync("tests", { recursive: true, encoding: "utf8" })
    .map((file) => `tests/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.test\.tsx?$/.test(file))
    .toSorted();
}
