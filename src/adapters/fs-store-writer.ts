import { createHash } from "node:crypto";
import type { Hash } from "node:crypto";
import { join } from "node:path";

import { ParallaxError } from "../errors.ts";
import type { StoreWriter } from "../ports.ts";
import type { FileSystem, OpenFile } from "./file-system.ts";
import { GENERATIONS, naming, newestFirst, PIECE_BYTES, POINTER, readFile } from "./fs-layout.ts";
import type { Lock } from "./fs-lock.ts";

type Growing = { readonly open: OpenFile; readonly hash: Hash; closed: boolean };

/** Where a generation grows until it is whole. One name is enough: there is one writer. */
const MAKING = "making";

/**
 * Writes one generation under a lock that the caller took. The order is what makes a crash harmless: files are synced and read back,
 * then the folder gets its name, and the pointer is renamed over the old one last.
 */
export async function fsStoreWriter(folder: string, files: FileSystem, lock: Lock): Promise<StoreWriter> {
  const making = join(folder, MAKING);
  const growing = new Map<string, Growing>();

  const close = async () => {
    await closeAll(growing.values()).catch(() => undefined);
    await files.remove(making).catch(() => undefined);
    await files.remove(join(folder, `${POINTER}.new`)).catch(() => undefined);
    await lock.release();
  };

  try {
    await naming(folder, async () => {
      await files.remove(making);
      await files.makeFolder(making);
    });
  } catch (error) {
    await close();
    throw error;
  }

  return {
    append: (file, bytes) =>
      naming(folder, async () => {
        let grown = growing.get(file);
        if (!grown) {
          grown = { open: await files.openNew(join(making, file)), hash: createHash("sha256"), closed: false };
          growing.set(file, grown);
        }
        await grown.open.write(bytes);
        grown.hash.update(bytes);
      }),
    read: (file) => naming(folder, async () => (await readFile(join(making, file), files)) ?? new Uint8Array(0)),
    publish: (generation) =>
      naming(folder, async () => {
        for (const { open } of growing.values()) await open.sync();
        await closeAll(growing.values());
        await files.syncFolder(making);
        for (const [file, { hash }] of growing) await checkReadsBack(join(making, file), hash.digest("hex"), files);
        const target = join(folder, GENERATIONS, generation);
        await moveIn({ making, target, names: [...growing.keys()] }, files);
        await files.syncFolder(join(folder, GENERATIONS));
        if (!(await lock.isHeld())) {
          throw new ParallaxError(
            "index-locked",
            `Another process took over index "${folder}". Try again once it has ended.`,
          );
        }
        const before = await switchTo(generation, folder, files);
        await dropOld({ folder, generation, before }, files);
      }),
    close,
  };
}

async function closeAll(growing: Iterable<Growing>): Promise<void> {
  let failure: unknown = null;
  for (const grown of growing) {
    if (grown.closed) continue;
    grown.closed = true;
    await grown.open.close().catch((error: unknown) => {
      failure ??= error;
    });
  }
  if (failure !== null) throw failure;
}

/** Some disks and libraries lose writes without an error. */
async function checkReadsBack(path: string, sha256: string, files: FileSystem): Promise<void> {
  const open = await files.openToRead(path);
  const hash = createHash("sha256");
  try {
    for (let offset = 0; ;) {
      const piece = await open.read(offset, PIECE_BYTES);
      if (piece.length === 0) break;
      hash.update(piece);
      offset += piece.length;
    }
  } finally {
    await open.close();
  }
  if (hash.digest("hex") === sha256) return;
  throw new ParallaxError(
    "disk-failed",
    `"${path}" does not read back as it was written. Check the disk, then try again.`,
  );
}

/**
 * Gives the folder its name. Where that is taken, a generation of the same content was made before: each file replaces its twin, which
 * is either the same or damaged, so that a reader never finds the folder gone.
 */
async function moveIn(
  move: { making: string; target: string; names: readonly string[] },
  files: FileSystem,
): Promise<void> {
  const { making, target, names } = move;
  if ((await files.look(target)) === null) {
    await files.rename(making, target);
    return;
  }
  for (const name of names) await files.rename(join(making, name), join(target, name));
  for (const name of await files.list(target)) if (!names.includes(name)) await files.remove(join(target, name));
  await files.syncFolder(target);
  await files.remove(making);
}

/** Renames a new pointer over the old one; returns what that named. Where the switch cannot be made durable, it is taken back. */
async function switchTo(generation: string, folder: string, files: FileSystem): Promise<string | null> {
  const before = await readFile(join(folder, POINTER), files);
  await point(generation, folder, files);
  try {
    await files.syncFolder(folder);
  } catch (error) {
    const name = before === null ? null : new TextDecoder().decode(before).trim();
    await (name === null ? files.remove(join(folder, POINTER)) : point(name, folder, files)).catch(() => undefined);
    throw error;
  }
  return before === null ? null : new TextDecoder().decode(before).trim();
}

async function point(generation: string, folder: string, files: FileSystem): Promise<void> {
  const path = join(folder, POINTER);
  const fresh = `${path}.new`;
  await files.remove(fresh);
  const open = await files.openNew(fresh);
  try {
    await open.write(new TextEncoder().encode(`${generation}\n`));
    await open.sync();
  } finally {
    await open.close();
  }
  await files.rename(fresh, path);
}

/**
 * Keeps the generation and one more: what was in use before, else the newest. Room is made after the switch, so a failure here is no
 * failure of the ingest: the next one tries again.
 */
async function dropOld(
  switched: { folder: string; generation: string; before: string | null },
  files: FileSystem,
): Promise<void> {
  try {
    const others = (await newestFirst(switched.folder, files)).filter((name) => name !== switched.generation);
    const spare = others.find((name) => name === switched.before) ?? others[0];
    for (const name of others) if (name !== spare) await files.remove(join(switched.folder, GENERATIONS, name));
  } catch {
    // Left for the next ingest.
  }
}
