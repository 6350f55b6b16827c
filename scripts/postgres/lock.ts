/** One owner for a data folder: a lock file that names its holder, and is void when that process is gone. */
import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { birthOf } from "./processes";

export type Holder = { pid: number; birth: string; since: string; address: string | null; job: string };
export type Lock = { kind: "held"; setAddress(address: string): void; release(): void };
export type TakenLock = Lock | { kind: "taken"; holder: Holder };

/** Takes the folder for this process, or says who has it. `job` is what for: "npm start". */
export function takeLock(folder: string, job: string): TakenLock {
  const file = path.join(folder, "lock.json");
  const me: Holder = {
    pid: process.pid,
    birth: birthOf(process.pid) ?? "",
    since: new Date().toISOString(),
    address: null,
    job,
  };
  for (;;) {
    if (putInPlace(file, me)) return heldLock(file, me);
    const holder = readHolder(file);
    if (holder !== undefined && isAlive(holder)) return { kind: "taken", holder };
    clearAway(file, holder);
  }
}

/** Who has the folder now, if anyone does. */
export function holderOf(folder: string): Holder | undefined {
  const holder = readHolder(path.join(folder, "lock.json"));
  return holder !== undefined && isAlive(holder) ? holder : undefined;
}

function isAlive(holder: Holder): boolean {
  return birthOf(holder.pid) === holder.birth;
}

function readHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as Partial<Holder>;
    return typeof holder.pid === "number" && typeof holder.birth === "string"
      ? (holder as Holder)
      : undefined;
  } catch {
    return undefined;
  }
}

// A hard link is made whole or not at all, and never over another: nobody sees half a lock.
function putInPlace(file: string, holder: Holder): boolean {
  const draft = writeDraft(file, holder);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeDraft(file: string, holder: Holder): string {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, JSON.stringify(holder, null, 2) + "\n", { mode: 0o600 });
  return draft;
}

// Two starts may find the same dead holder: whoever moved a living one's lock away puts it back.
function clearAway(file: string, dead: Holder | undefined): void {
  const aside = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const moved = readHolder(aside);
  try {
    if (moved !== undefined && moved.birth !== dead?.birth && isAlive(moved)) linkSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}

function heldLock(file: string, me: Holder): Lock {
  return {
    kind: "held",
    setAddress(address) {
      me.address = address;
      renameSync(writeDraft(file, me), file);
    },
    release() {
      const holder = readHolder(file);
      if (holder?.pid === me.pid && holder.birth === me.birth) rmSync(file, { force: true });
    },
  };
}
