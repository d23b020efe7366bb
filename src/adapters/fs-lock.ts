import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { ParallaxError } from "../errors.ts";
import { codeOf } from "./file-system.ts";
import type { FileSystem } from "./file-system.ts";

/** Who writes: enough to see, after a crash, that it no longer does. */
type Holder = {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the kernel's ticks, so that a reused pid is not taken for it; null where the system does not tell. */
  readonly began: string | null;
};

/** A held lock. */
export type Lock = {
  /** False once somebody removed its file by hand. */
  readonly isHeld: () => Promise<boolean>;
  /** Gives it back. Never fails. */
  readonly release: () => Promise<void>;
};

/** Another writer's claim. `isHeld` once it saw that it is alone. */
type Rival = { readonly name: string; readonly holder: Holder; readonly isHeld: boolean };

/** How often, and after how long, a writer looks again whether those who came at the same moment gave way: a second in all. */
const LOOKS = 100;
const LOOK_AGAIN_MS = 10;

let turns = 0;

/**
 * Takes the lock of a folder. Every writer puts down a claim, a file `lock.PID.BEGAN.TURN` of its own, then looks for others: alone, it holds
 * the lock; of several that come at once the first by name stays and the others give way. No file is ever taken over, so there is no
 * moment in which two can take over the same one; the claim of a dead process is simply removed.
 * @throws ParallaxError index-locked naming the process that writes
 */
export async function takeLock(folder: string, files: FileSystem): Promise<Lock> {
  const self: Holder = { pid: process.pid, host: hostname(), began: await beganAt(process.pid, files) };
  const name = `lock.${self.pid}.${self.began ?? 0}.${++turns}`;
  const claim = join(folder, name);
  const release = async (): Promise<void> => {
    // A claim that cannot be removed is void once this process has ended.
    for (const path of [`${claim}.new`, `${claim}.held`, claim]) await files.remove(path).catch(() => undefined);
  };
  try {
    await writeWhole(`${claim}.new`, JSON.stringify(self), files);
    await files.rename(`${claim}.new`, claim);
    for (let looks = 0; looks < LOOKS; looks++) {
      const rivals = await findRivals(folder, name, files);
      const [first] = rivals;
      if (!first) {
        await writeWhole(`${claim}.held`, "", files);
        return { isHeld: async () => (await files.look(claim)) !== null, release };
      }
      const stronger = rivals.find((rival) => rival.isHeld || rival.name < name);
      if (stronger) throw lockedBy(stronger, folder);
      await setTimeout(LOOK_AGAIN_MS);
    }
    throw new ParallaxError(
      "index-locked",
      `Other processes are about to write index "${folder}". Try again in a moment.`,
    );
  } catch (error) {
    await release();
    throw error;
  }
}

const CLAIM = /^lock\.\d+\.\d+\.\d+$/u;

/** The claims of living processes but one's own; those of dead ones are removed on the way. */
async function findRivals(folder: string, own: string, files: FileSystem): Promise<readonly Rival[]> {
  const names = (await files.list(folder)).filter((name) => name.startsWith("lock.") && !name.startsWith(own));
  const rivals: Rival[] = [];
  for (const name of names.filter((one) => CLAIM.test(one))) {
    const written = await readWhole(join(folder, name), files);
    if (written === null) continue;
    const holder = parseHolder(written);
    if (holder && (await isAlive(holder, files))) rivals.push({ name, holder, isHeld: names.includes(`${name}.held`) });
    else for (const path of [`${name}.held`, name]) await files.remove(join(folder, path));
  }
  // Half a claim, or a mark without one: what was left by a process that was killed.
  for (const name of names.filter((one) => !CLAIM.test(one) && !names.some((claim) => one === `${claim}.held`))) {
    if (!isRunning(Number(name.split(".")[1] ?? 0))) await files.remove(join(folder, name));
  }
  return rivals;
}

async function isAlive(holder: Holder, files: FileSystem): Promise<boolean> {
  // Nobody can see the processes of another machine that shares the folder.
  if (holder.host !== hostname()) return true;
  if (!isRunning(holder.pid)) return false;
  const began = await beganAt(holder.pid, files);
  return began === null || holder.began === null || began === holder.began;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
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

function lockedBy({ name, holder }: Rival, folder: string): ParallaxError {
  const path = join(folder, name);
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
    return { pid: found.pid, host: found.host, began };
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
