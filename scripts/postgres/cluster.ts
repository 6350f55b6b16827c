/** The files of one embedded server: its folder, its passwords, and making its data the first time. */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { embeddedBinaries, type Binaries } from "./binaries";
import { Refusal } from "./refusal";
import { findRunner, type Runner } from "./runner";

/** Written beside the data, 0600. The port is that of the latest start. */
export type Keys = { superPassword: string; ownerPassword: string; port: number };
export type Cluster = { home: string; data: string; binaries: Binaries; runner: Runner; keys: Keys };

const MAJOR = "18";

/** The cluster in this folder, made when it is not there yet. The caller holds the folder's lock. */
export function openCluster(folder: string): Cluster {
  const home = openHome(folder);
  const binaries = embeddedBinaries();
  const data = path.join(home, "postgres");
  const runner = findRunner({ program: binaries.postgres, folder: home, data });
  const cluster = { home, data, binaries, runner, keys: openKeys(home, existsSync(data)) };
  if (!existsSync(data)) makeData(cluster);
  checkVersion(data);
  if (runner.uid !== statSync(data).uid) giveTo(runner, data);
  return cluster;
}

/** The folder itself, closed to others but for passing through: PostgreSQL may be another user. */
export function openHome(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    if (process.getuid?.() === statSync(folder).uid || process.getuid?.() === 0) {
      chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    }
    writeFileSync(path.join(folder, ".gitignore"), "*\n");
    return realpathSync(folder);
  } catch (error) {
    throw new Refusal(
      `Cannot write to ${folder} (${(error as NodeJS.ErrnoException).code}): start as the user it belongs to, or choose another folder with WARMSTOP_DATA.`,
    );
  }
}

export function saveKeys({ home, keys }: Pick<Cluster, "home" | "keys">): void {
  const draft = path.join(home, "keys.json.new");
  writeFileSync(draft, JSON.stringify(keys, null, 2) + "\n", { mode: 0o600 });
  renameSync(draft, path.join(home, "keys.json"));
}

/** The keys of a cluster that may be running, or undefined when there is none. */
export function readKeys(home: string): Keys | undefined {
  const file = path.join(home, "keys.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Keys) : undefined;
}

function openKeys(home: string, mustExist: boolean): Keys {
  const known = readKeys(home);
  if (known !== undefined) return known;
  if (mustExist) {
    throw new Refusal(
      `${path.join(home, "keys.json")} is gone, and with it the password of the data beside it: put it back from a backup.`,
    );
  }
  const keys = { superPassword: newPassword(), ownerPassword: newPassword(), port: 0 };
  saveKeys({ home, keys });
  return keys;
}

function newPassword(): string {
  return randomBytes(24).toString("base64url");
}

// Made under another name and moved when whole: a start that is killed in the middle leaves no half of it.
function makeData(cluster: Cluster): void {
  const { home, data, runner } = cluster;
  const draft = `${data}.new`;
  const passwordFile = path.join(home, "password.new");
  rmSync(draft, { recursive: true, force: true });
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, cluster.keys.superPassword + "\n", { mode: 0o600 });
    if (process.getuid?.() === 0) for (const file of [draft, passwordFile]) chownTo(runner, file);
    const complaint =
      initdb(cluster, draft, passwordFile, "C.UTF-8") && initdb(cluster, draft, passwordFile, "C");
    if (complaint) throw new Refusal(`PostgreSQL could not make its data in ${data}: ${complaint}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, data);
}

/** Runs initdb; the answer is its complaint, empty when it worked. */
function initdb({ binaries, runner }: Cluster, data: string, passwordFile: string, locale: string): string {
  const { file, args, options } = runner.command(binaries.initdb, [
    `--pgdata=${data}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    `--locale=${locale}`,
    "--no-instructions",
  ]);
  const ran = spawnSync(file, args, { ...options, cwd: "/", env: plainEnv(), encoding: "utf8" });
  return ran.status === 0 ? "" : (ran.error?.message ?? ran.stderr).trim().split("\n").slice(-2).join(" ");
}

/** The environment PostgreSQL gets: none of the PG* settings of whoever starts it. */
export function plainEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, TZ: "UTC", LANG: "C", NODE_ENV: "production" };
}

function checkVersion(data: string): void {
  const found = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  if (found === MAJOR) return;
  throw new Refusal(
    `${data} was made by PostgreSQL ${found}, and this version of Warmstop brings ${MAJOR}: start the version that made it, or choose another folder with WARMSTOP_DATA.`,
  );
}

function giveTo(runner: Runner, data: string): void {
  if (process.getuid?.() !== 0) {
    throw new Refusal(
      `${data} belongs to another user (uid ${statSync(data).uid}): start as that user, or choose another folder with WARMSTOP_DATA.`,
    );
  }
  chownTo(runner, data);
  for (const entry of readdirSync(data, { recursive: true, encoding: "utf8" })) {
    lchownSync(path.join(data, entry), runner.uid, runner.gid);
  }
}

function chownTo({ uid, gid }: Runner, file: string): void {
  chownSync(file, uid, gid);
}
