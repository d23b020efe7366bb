import { join } from "node:path";

import { ParallaxError } from "../errors.ts";
import { codeOf } from "./file-system.ts";
import type { FileSystem, OpenFile } from "./file-system.ts";

/** Reads and hashes go in pieces of this size, so that no step holds the event loop for long. */
export const PIECE_BYTES = 1 << 20;

/** The pointer file holds the name of the generation in use and a line feed. */
export const POINTER = "current";
/** Folder of the generations, one folder each. */
export const GENERATIONS = "generations";

/** The bytes of a file in pieces, null where it is missing. */
export async function readFile(path: string, files: FileSystem): Promise<Uint8Array | null> {
  const length = (await files.look(path))?.bytes;
  if (length === undefined) return null;
  const open = await openIfThere(path, files);
  if (open === null) return null;
  try {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const piece = await open.read(done, Math.min(PIECE_BYTES, length - done));
      if (piece.length === 0) return bytes.subarray(0, done);
      bytes.set(piece, done);
      done += piece.length;
    }
    return bytes;
  } finally {
    await open.close();
  }
}

/** Generations by the time they were put there, the newest first, ties by name. */
export async function newestFirst(folder: string, files: FileSystem): Promise<readonly string[]> {
  const names = await files.list(join(folder, GENERATIONS));
  const found = await Promise.all(
    names.map(async (name) => ({ name, at: (await files.look(join(folder, GENERATIONS, name)))?.modifiedNs ?? 0n })),
  );
  return found
    .sort((a, b) => (a.at === b.at ? (a.name < b.name ? -1 : 1) : a.at > b.at ? -1 : 1))
    .map(({ name }) => name);
}

/**
 * Does something on disk and turns what the system says into one sentence for people.
 * @throws ParallaxError disk-full or disk-failed
 */
export async function naming<T>(folder: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof ParallaxError) throw error;
    const code = codeOf(error);
    if (code === "ENOSPC" || code === "EDQUOT") {
      const message = `No space is left for index "${folder}"; the index in use is unchanged. Make room, then run the same command again.`;
      throw new ParallaxError("disk-full", message, { cause: error, details: { folder, code } });
    }
    const what = error instanceof Error ? error.message : String(error);
    const message = `The disk failed under index "${folder}" (${what}); the index in use is unchanged. Check the disk and its permissions, then run the same command again.`;
    throw new ParallaxError("disk-failed", message, { cause: error, details: { folder, code } });
  }
}

/** Opens a file to read, null where it is missing. */
export async function openIfThere(path: string, files: FileSystem): Promise<OpenFile | null> {
  try {
    return await files.openToRead(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
    throw error;
  }
}
