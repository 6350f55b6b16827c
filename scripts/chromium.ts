/** Chromium for the browser tests: found where it may be, or installed where this machine lets us. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

export type Chromium = { kind: "found"; path: string } | { kind: "missing"; what: string };

// The same engine without windows around it: every page opens in half the time.
const SHELL = /headless.shell/;
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const APPS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const IN_PLAYWRIGHT = [
  "chrome-linux/headless_shell",
  "chrome-headless-shell-linux64/chrome-headless-shell",
  "chrome-linux/chrome",
  "chrome-linux64/chrome",
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
];
const PACKAGES = ["chromium", "chromium-headless-shell"];
const WHAT_TO_DO =
  "There is no Chromium for the browser tests: install one (Debian, Ubuntu: apt-get install chromium) or set CHROME_PATH to it.";

/** Flags that keep a headless Chromium to itself: no lookups at Google's hosts, and no sandbox under root. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/**
 * CHROME_PATH, then the system's, then what Playwright once downloaded; the shell first, unless the whole browser is
 * asked for.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env, { whole = false } = {}): Chromium {
  if (env.CHROME_PATH) {
    if (runs(env.CHROME_PATH)) return { kind: "found", path: env.CHROME_PATH };
    return {
      kind: "missing",
      what: `CHROME_PATH is ${env.CHROME_PATH}, and that does not run: correct it or unset it.`,
    };
  }
  const found = [...onPath(env), ...APPS, ...playwrights(env)].find(
    (file) => !(whole && SHELL.test(file)) && runs(file),
  );
  return found === undefined ? { kind: "missing", what: WHAT_TO_DO } : { kind: "found", path: found };
}

/** The same, and where none is found, root and apt make one: Debian's own package. */
export function findOrInstallChromium(say: (line: string) => void): Chromium {
  const found = findChromium();
  if (found.kind === "found" || process.env.CHROME_PATH) return found;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return found;
  say("There is no Chromium: installing Debian's (apt-get install chromium chromium-headless-shell)");
  const aptGet = (...args: string[]) =>
    spawnSync("apt-get", args, {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", "ignore", "ignore"],
    }).status === 0;
  if (aptGet("update", "-q")) aptGet("install", "-y", "-q", "--no-install-recommends", ...PACKAGES);
  return findChromium();
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  // Some systems put a script in its place that only says how to install it.
  return spawnSync(file, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function onPath(env: NodeJS.ProcessEnv): string[] {
  const folders = (env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function playwrights(env: NodeJS.ProcessEnv): string[] {
  const caches = [
    env.PLAYWRIGHT_BROWSERS_PATH ?? "",
    path.join(homedir(), ".cache", "ms-playwright"),
    path.join(homedir(), "Library", "Caches", "ms-playwright"),
  ].filter((folder) => folder !== "" && existsSync(folder));
  return caches.flatMap((cache) => {
    const chromiums = readdirSync(cache).filter((name) => name.startsWith("chromium"));
    // The newest first: they are numbered.
    return chromiums
      .toSorted()
      .toReversed()
      .flatMap((name) => IN_PLAYWRIGHT.map((program) => path.join(cache, name, program)));
  });
}
