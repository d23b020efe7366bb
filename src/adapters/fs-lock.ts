import { hostname } from "node:os";
import { join } from "node:path";

import { ParallaxError } from "../errors.ts";
import { codeOf } from "./file-system.ts";
import type { FileSystem } from "./file-system.ts";

/** Who writes: enough to see, after a crash, that it no longer does. */
type Holder = {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the kernel's ticks, so that a reused pid is not taken for it; null where the system does not tell. */
  readonly began: string | null;
  /** Tells the writers of one process apart. */
  readonly turn: number;
};

/** A held lock. */
export type Lock = {
  /** False once another writer has taken it over. */
  readonly isHeld: () => Promise<boolean>;
  /** Gives it back. Never fails. */
  readonly release: () => Promise<void>;
};

const LOCK = "lock";
let turns = 0;

/**
 * Takes the lock of a folder, a file `lock` that names its holder. The file gets its name by a link, so it is never seen half
 * written; one left behind by a dead process is taken over.
 * @throws ParallaxError index-locked naming the process that holds it
 */
export async function takeLock(folder: string, files: FileSystem): Promise<Lock> {
  const self: Holder = { pid: process.pid, host: hostname(), began: await beganAt(process.pid, files), turn: ++turns };
  const written = JSON.stringify(self);
  const path = join(folder, LOCK);
  const mine = `${path}.${self.pid}.${self.turn}`;
  await files.remove(mine);
  try {
    await writeWhole(mine, written, files);
    // Twice is enough: the second try is for a lock that proved stale, or was given back meanwhile.
    for (let tries = 0; tries < 3; tries++) {
      if (await linked(mine, path, files)) return heldLock(path, written, files);
      const found = await readWhole(path, files);
      if (found === null) continue;
      const holder = parseHolder(found);
      if (holder !== null && (await isAlive(holder, files))) throw lockedBy(holder, path);
      await setAside({ path, stale: found, aside: `${mine}.stale` }, files);
    }
    throw new ParallaxError(
      "index-locked",
      `Index "${folder}" is being taken by other processes. Try again in a moment.`,
    );
  } finally {
    await files.remove(mine).catch(() => undefined);
  }
}

function heldLock(path: string, written: string, files: FileSystem): Lock {
  const isHeld = async () => (await readWhole(path, files)) === written;
  return {
    isHeld,
    release: async () => {
      try {
        if (await isHeld()) await files.remove(path);
      } catch {
        // A lock that cannot be removed is found stale once this process has ended.
      }
    },
  };
}

/** Moves a stale lock away, which only one of several can do, and puts it back where another took the lock in between. */
async function setAside(lock: { path: string; stale: string; aside: string }, files: FileSystem): Promise<void> {
  try {
    await files.rename(lock.path, lock.aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  if ((await readWhole(lock.aside, files)) !== lock.stale) await linked(lock.aside, lock.path, files);
  await files.remove(lock.aside);
}

async function linked(from: string, to: string, files: FileSystem): Promise<boolean> {
  try {
    await files.link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

async function isAlive(holder: Holder, files: FileSystem): Promise<boolean> {
  // Nobody can see the processes of another machine that shares the folder.
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
  const began = await beganAt(holder.pid, files);
  return began === null || holder.began === null || began === holder.began;
}

/** Field 22 of /proc/PID/stat (proc(5)); the command in field 2 may hold spaces and parentheses. Null where there is no /proc. */
async function beganAt(pid: number, files: FileSystem): Promise<string | null> {
  try {
    const stat = await readWhole(`/proc/${pid}/stat`, files);
    return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function lockedBy(holder: Holder, path: string): ParallaxError {
  const there = holder.host === hostname() ? "" : ` on ${holder.host}`;
  const next =
    there === "" ? "Wait until it has ended" : `Wait until it has ended, or remove "${path}" if it no longer runs`;
  return new ParallaxError(
    "index-locked",
    `Process ${holder.pid}${there} is writing this index. ${next}, then try again.`,
    {
      details: { pid: holder.pid, host: holder.host, lock: path },
    },
  );
}

function parseHolder(written: string): Holder | null {
  try {
    const found: unknown = JSON.parse(written);
    if (typeof found !== "object" || found === null) return null;
    if (!("pid" in found && typeof found.pid === "number" && Number.isInteger(found.pid) && found.pid > 0)) return null;
    if (!("host" in found && typeof found.host === "string")) return null;
    const began = "began" in found && typeof found.began === "string" ? found.began : null;
    return { pid: found.pid, host: found.host, began, turn: 0 };
  } catch {
    return null;
  }
}

async function writeWhole(path: string, text: string, files: FileSystem): Promise<void> {
  const file = await files.openNew(path);
  try {
    await file.write(new TextEncoder().encode(text));
  } finally {
    await file.close();
  }
}

/** Null where the file is missing. A lock or a stat line is far below 64 KiB. */
async function readWhole(path: string, files: FileSystem): Promise<string | null> {
  try {
    const file = await files.openToRead(path);
    try {
      return new TextDecoder().decode(await file.read(0, 65_536));
    } finally {
      await file.close();
    }
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}
