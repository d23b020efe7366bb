import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";

import { ParallaxError } from "../errors.ts";
import type { Corpus } from "../ports.ts";
import { codeOf } from "./file-system.ts";

/** Endings of files that are documents, lower case. */
const ENDINGS = [".md", ".markdown", ".txt"] as const;

/**
 * The documents in a folder and the folders in it: Markdown and plain text. Hidden files and folders and README files are left out, and so is
 * a link that leads outside the folder or nowhere.
 */
export function openFsCorpus(folder: string): Corpus {
  return {
    place: folder,
    list: async () => {
      try {
        const root = await realpath(folder);
        const entries = await readdir(root, { recursive: true, withFileTypes: true });
        const paths: string[] = [];
        for (const entry of entries) {
          const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join("/");
          if (!isDocumentPath(path)) continue;
          if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFileInside(root, path)))) paths.push(path);
        }
        return paths.sort();
      } catch (error) {
        throw unreadable(`Corpus folder "${folder}" cannot be read`, error);
      }
    },
    read: async (path) => {
      const place = resolve(folder, path);
      if (!place.startsWith(resolve(folder) + sep)) throw unreadable(`"${path}" lies outside the corpus`, null);
      try {
        return await readFile(place);
      } catch (error) {
        throw unreadable(`Document "${path}" cannot be read`, error);
      }
    },
  };
}

function isDocumentPath(path: string): boolean {
  const names = path.split("/");
  const name = names.at(-1)?.toLowerCase() ?? "";
  if (names.some((part) => part.startsWith("."))) return false;
  return ENDINGS.some((ending) => name.endsWith(ending)) && name.slice(0, name.lastIndexOf(".")) !== "readme";
}

async function leadsToFileInside(root: string, path: string): Promise<boolean> {
  try {
    const target = await realpath(join(root, path));
    return target.startsWith(root + sep) && (await stat(target)).isFile();
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ELOOP") return false;
    throw error;
  }
}

function unreadable(what: string, cause: unknown): ParallaxError {
  const why = cause instanceof Error ? ` (${codeOf(cause) || cause.message})` : "";
  return new ParallaxError(
    "corpus-unreadable",
    `${what}${why}. Check that it exists and may be read, then ingest again.`,
    { cause },
  );
}
