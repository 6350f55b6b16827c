import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { faultsIn, type Files } from "./support/architecture";

const project = projectFiles();

test("the project keeps its own rules", () => {
  expect(faultsIn(project)).toEqual([]);
});

test("the median file has at most 70 lines", () => {
  const lengths = [...project]
    .filter(([file]) => /^(app|db|scripts)\/.*\.tsx?$/.test(file))
    .map(([, text]) => text.split("\n").length - 1)
    .toSorted((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(70);
});

test("the checker reads this project, not an empty one", () => {
  expect(project.size).toBeGreaterThan(50);
  for (const folder of ["domain", "transit", "text", "data", "http", "ui", "routes"]) {
    expect([...project.keys()].some((file) => file.startsWith(`app/${folder}/`))).toBe(true);
  }
});

describe("a planted fault is found:", () => {
  const planted: [what: string, files: Record<string, string>, fault: RegExp][] = [
    ["domain that imports zod", { "app/domain/fit.ts": 'import { z } from "zod"; z;' }, /may not import zod/],
    [
      "domain that imports data",
      { "app/domain/fit.ts": 'import { a } from "~/data/a.server";' },
      /may not import/,
    ],
    ["domain that reads the clock", { "app/domain/fit.ts": "const a = Date.now();" }, /may not use Date.now/],
    ["domain that makes today's date", { "app/domain/fit.ts": "const a = new Date();" }, /read the clock/],
    [
      "domain that reads settings",
      { "app/domain/fit.ts": "const a = process.env.A;" },
      /may not use process.env/,
    ],
    [
      "transit that opens files",
      { "app/transit/a.ts": 'import fs from "node:fs";' },
      /may not import node:fs/,
    ],
    ["transit that imports React", { "app/transit/a.ts": 'import "react";' }, /may not import react/],
    ["text that imports data", { "app/text/a.ts": 'import "../data/a.server";' }, /may not import/],
    ["data that imports http", { "app/data/a.server.ts": 'import "~/http/b.server";' }, /may not import/],
    ["data that knows Request", { "app/data/a.server.ts": "const a = (b: Request) => b;" }, /Request/],
    ["data that reaches the browser", { "app/data/a.ts": "const a = 1;" }, /must end with .server.ts/],
    ["http that imports ui", { "app/http/a.server.ts": 'import "~/ui/card";' }, /may not import/],
    ["ui that imports data", { "app/ui/a.tsx": 'import "~/data/a.server";' }, /may not import/],
    ["ui that re-exports data", { "app/ui/a.tsx": 'export { a } from "~/data/a.server";' }, /may not import/],
    [
      "ui that loads data later",
      { "app/ui/a.tsx": 'const a = import("~/data/a.server");' },
      /may not import/,
    ],
    [
      "ui that imports the engine",
      { "app/ui/a.tsx": 'import { a } from "~/transit/search/scan";' },
      /may not import/,
    ],
    ["ui that imports leaflet at once", { "app/ui/a.tsx": 'import "leaflet";' }, /may not import leaflet/],
    ["a route that imports a route", { "app/routes/a.tsx": 'import "./b";' }, /imports another route/],
    ["a route that imports remix", { "app/routes/a.tsx": 'import "remix";' }, /may not import remix/],
    ["an import out of app", { "app/domain/a.ts": 'import "../../scripts/b";' }, /may not import/],
    ["a folder nobody planned", { "app/stuff/a.ts": "" }, /no folder stuff in its plan/],
    ["a folder of helpers", { "app/domain/helpers/a.ts": "" }, /no folder is called helpers/],
    ["an index file", { "app/ui/index.ts": "" }, /no index files/],
    ["a file in camelCase", { "app/ui/placeCard.tsx": "" }, /kebab-case/],
    ["three folders under app", { "app/ui/map/pins/big/a.tsx": "" }, /more than two folders/],
    ["a long file", { "app/ui/a.tsx": "\n".repeat(201) }, /has 201 lines/],
    ["a long README", { "README.md": "\n".repeat(151) }, /has 151 lines/],
    ["a domain module without a test", { "app/domain/a.ts": "export function a() {}" }, /has no test/],
    ["a function called getPlace", { "app/ui/a.tsx": "function getPlace() {}" }, /domain's verb/],
    ["a function called handleTap", { "app/ui/a.tsx": "const handleTap = () => 1;" }, /domain's verb/],
    [
      "a need for the neighbour's folder",
      { "scripts/a.ts": 'const a = "../shared/gtfs";' },
      /needs \.\.\/shared/,
    ],
  ];
  test.each(planted)("%s", (_what, files, fault) => {
    expect(faultsIn(new Map(Object.entries(files))).join("\n")).toMatch(fault);
  });
});

describe("what is allowed is let through:", () => {
  const allowed: [what: string, files: Record<string, string>][] = [
    [
      "ui that takes the engine's types",
      { "app/ui/a.tsx": 'import type { A } from "~/transit/timetable/lines";' },
    ],
    ["ui that loads leaflet later", { "app/ui/a.tsx": 'const a = () => import("leaflet");' }],
    ["domain that uses turf", { "app/domain/a.ts": 'import { distance } from "@turf/turf";' }],
    ["domain of types alone, without a test", { "app/domain/a.ts": "export type A = { b: 1 };" }],
    ["a scan of 300 lines", { "app/transit/search/scan.ts": "\n".repeat(300) }],
    ["flat routes", { "app/routes/places.$placeId._index.tsx": "", "app/routes/places[.]json.ts": "" }],
    ["a date from a given moment", { "app/domain/a.ts": "const a = new Date(0);" }],
    ["a test that looks beside the project", { "tests/transit/a.test.ts": 'const a = "../shared/gtfs";' }],
  ];
  test.each(allowed)("%s", (_what, files) => {
    expect(faultsIn(new Map(Object.entries(files)))).toEqual([]);
  });
});

/** What git would commit; in a copy without git, what is there. */
function projectFiles(): Files {
  const names = existsSync(".git")
    ? execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" }).split("\n")
    : ["app", "db", "scripts", "tests"].flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name)),
      );
  const texts = [...new Set([...names, "README.md"])].filter(
    (name) =>
      /^(app|db|scripts|tests)\/.*\.(tsx?|sql|css)$|^[^/]+\.(md|ts|js)$/.test(name) && existsSync(name),
  );
  return new Map(texts.map((name) => [name, readFileSync(name, "utf8")]));
}
