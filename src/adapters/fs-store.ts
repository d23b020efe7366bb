import { join } from "node:path";

import type { Store } from "../ports.ts";
import { nodeFileSystem } from "./file-system.ts";
import type { FileSystem } from "./file-system.ts";
import { GENERATIONS, naming, newestFirst, openIfThere, POINTER, readFile } from "./fs-layout.ts";
import { takeLock } from "./fs-lock.ts";
import { fsStoreWriter } from "./fs-store-writer.ts";

/**
 * An index folder: `current`, `generations/NAME/FILE`, `lock` while someone writes and `making/` while something is written.
 * Reading never locks: what is read was complete before it got its name, and the generation before it stays for a while.
 */
export function openFsStore(folder: string, files: FileSystem = nodeFileSystem): Store {
  const path = (generation: string, file: string) => join(folder, GENERATIONS, generation, file);

  return {
    place: folder,
    stamp: async () => (await naming(folder, () => files.look(join(folder, POINTER))))?.version ?? "none",
    current: async () => {
      const bytes = await naming(folder, () => readFile(join(folder, POINTER), files));
      return bytes === null ? null : new TextDecoder().decode(bytes).trim();
    },
    generations: () => naming(folder, () => newestFirst(folder, files)),
    read: (generation, file) => naming(folder, () => readFile(path(generation, file), files)),
    readRange: (generation, file, range) =>
      naming(folder, async () => {
        const open = await openIfThere(path(generation, file), files);
        if (open === null) return new Uint8Array(0);
        try {
          return await open.read(range.offset, range.length);
        } finally {
          await open.close();
        }
      }),
    openWriter: async () => {
      const lock = await naming(folder, async () => {
        await files.makeFolder(join(folder, GENERATIONS));
        return takeLock(folder, files);
      });
      return fsStoreWriter(folder, files, lock);
    },
  };
}
