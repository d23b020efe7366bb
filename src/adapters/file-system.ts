import { constants } from "node:fs";
import { link, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";

/** An open file: appended to from its start, or read from any place. */
export type OpenFile = {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Up to `length` bytes from `offset`; shorter only where the file ends. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What the index asks of a disk, each one operation that may fail; tests make the n-th one fail. Errors are Node's, with `code`. */
export type FileSystem = {
  readonly makeFolder: (path: string) => Promise<void>;
  readonly openToRead: (path: string) => Promise<OpenFile>;
  /** Fails with EEXIST where the file is there. */
  readonly openNew: (path: string) => Promise<OpenFile>;
  /** Names in a folder, sorted; empty where the folder is missing. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Null where nothing is there. `version` differs between two files that had this name. */
  readonly look: (
    path: string,
  ) => Promise<{ readonly version: string; readonly modifiedNs: bigint; readonly bytes: number } | null>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Gives a file a second name; fails with EEXIST where that is taken. */
  readonly link: (from: string, to: string) => Promise<void>;
  /** A file or a folder with all that is in it; nothing happens where it is missing. */
  readonly remove: (path: string) => Promise<void>;
  /** Makes names made, changed and removed in a folder durable. */
  readonly syncFolder: (folder: string) => Promise<void>;
};

/** Node's own disk. */
export const nodeFileSystem: FileSystem = {
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true });
  },
  openToRead: (path) => openWith(path, constants.O_RDONLY),
  openNew: (path) => openWith(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL),
  list: async (folder) => {
    try {
      return (await readdir(folder)).sort();
    } catch (error) {
      if (codeOf(error) === "ENOENT") return [];
      throw error;
    }
  },
  look: async (path) => {
    try {
      const found = await stat(path, { bigint: true });
      return {
        version: `${found.ino}-${found.mtimeNs}-${found.size}`,
        modifiedNs: found.mtimeNs,
        bytes: Number(found.size),
      };
    } catch (error) {
      if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
      throw error;
    }
  },
  rename,
  link,
  remove: (path) => rm(path, { recursive: true, force: true }),
  syncFolder: async (folder) => {
    const handle = await open(folder, constants.O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

/** The `code` of a Node error ("ENOSPC"), "" for anything else. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

async function openWith(path: string, flags: number): Promise<OpenFile> {
  const handle = await open(path, flags);
  return {
    write: async (bytes) => {
      for (let done = 0; done < bytes.length;)
        done += (await handle.write(bytes, done, bytes.length - done)).bytesWritten;
    },
    read: async (offset, length) => {
      const bytes = new Uint8Array(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return bytes.subarray(0, done);
    },
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}
