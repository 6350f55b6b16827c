/** As whom PostgreSQL runs: it refuses uid 0, and another user may not reach a project in a closed folder. */
import { spawnSync } from "node:child_process";
import { lstatSync, readFileSync } from "node:fs";
import { Refusal } from "./refusal";

/** How to run a program: `uid` owns the data folder; the rest goes to spawn. */
export type Runner = {
  name: string;
  uid: number;
  gid: number;
  command(
    program: string,
    args: string[],
  ): { file: string; args: string[]; options: { uid?: number; gid?: number } };
};

/** The first way to run PostgreSQL that reaches its programs and the folder of its data. */
export function findRunner(reach: { program: string; folder: string; data: string }): Runner {
  const uid = process.getuid?.() ?? -1;
  if (uid !== 0) return asMyself(uid, process.getgid?.() ?? -1);
  for (const runner of rootsRunners(reach.data)) {
    if (reaches(runner, reach)) return runner;
  }
  throw new Refusal(
    `PostgreSQL does not run as root, and no other user can reach ${reach.folder}: start as another user, move the project to a folder that others may enter, or set DATABASE_URL.`,
  );
}

function rootsRunners(data: string): Runner[] {
  const owner = lstatSync(data, { throwIfNoEntry: false });
  const users = ["postgres", "nobody"].map(asUser).filter((user) => user !== undefined);
  // Data that an ordinary user once made stay that user's.
  if (owner !== undefined && owner.uid !== 0) users.unshift(asIds(`uid ${owner.uid}`, owner.uid, owner.gid));
  const withUser = users.find((user) => user.name === "postgres" || user.name === "nobody");
  return [...users, inNamespace(), ...(withUser === undefined ? [] : [withCapability(withUser)])];
}

function reaches(runner: Runner, { program, folder }: { program: string; folder: string }): boolean {
  // A closed parent folder shows only when tried: modes, groups and access lists all have a say.
  const script = '"$0" --version >/dev/null && cd "$1"';
  const { file, args, options } = runner.command("/bin/sh", ["-c", script, program, folder]);
  return spawnSync(file, args, { ...options, cwd: "/", stdio: "ignore" }).status === 0;
}

function asMyself(uid: number, gid: number): Runner {
  return { name: "you", uid, gid, command: (file, args) => ({ file, args, options: {} }) };
}

function asIds(name: string, uid: number, gid: number): Runner {
  return { name, uid, gid, command: (file, args) => ({ file, args, options: { uid, gid } }) };
}

function asUser(name: string): Runner | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  if (line === undefined) return undefined;
  const [, , uid, gid] = line.split(":");
  return asIds(name, Number(uid), Number(gid));
}

// Outside it stays root, so that every folder opens; inside it sees another uid, so that PostgreSQL agrees.
function inNamespace(): Runner {
  const flags = ["--user", "--map-user=65534", "--map-group=65534"];
  return {
    name: "root, in a user namespace",
    uid: 0,
    gid: 0,
    command: (file, args) => ({ file: "unshare", args: [...flags, file, ...args], options: {} }),
  };
}

// Containers often forbid namespaces; the one right to enter closed folders is then enough.
function withCapability({ name, uid, gid }: Runner): Runner {
  const flags = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  // PostgreSQL asks access(2) for its own program, which forgets such rights unless told not to.
  const right = [
    "--securebits=+no_setuid_fixup",
    "--inh-caps=-all,+dac_override",
    "--ambient-caps=-all,+dac_override",
  ];
  return {
    name: `${name}, with the right to enter closed folders`,
    uid,
    gid,
    command: (file, args) => ({ file: "setpriv", args: [...flags, ...right, file, ...args], options: {} }),
  };
}
