import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { codeOf } from "./file-system.ts";

/** The folders of code that turn a file into a record. */
const ROOMS = ["text", "documents", "passages", "claims", "index"] as const;

/**
 * A hash of the compiled code that turns files into records, and of the versions of the libraries it uses: what an index was made with.
 * A record made by other code is made again at the next ingest, so nobody has to remember to raise a number.
 */
export async function fingerprintPipeline(): Promise<string> {
  const isSource = import.meta.url.endsWith(".ts");
  const project = fileURLToPath(new URL("../../", import.meta.url));
  const compiled = isSource ? join(project, "dist") : fileURLToPath(new URL("../", import.meta.url));
  const hash = createHash("sha256");
  for (const room of ROOMS) {
    const names = await readdir(join(compiled, room));
    for (const name of names.filter((file) => file.endsWith(".js")).sort()) {
      hash.update(`${room}/${name}\n`).update(await readFile(join(compiled, room, name)));
    }
  }
  return hash.update(await readIfThere(join(project, "package-lock.json"))).digest("hex");
}

async function readIfThere(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return new Uint8Array(0);
    throw error;
  }
}
