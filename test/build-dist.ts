import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(root, "dist", ".built");

/**
 * Compiles `src` to `dist` if a source is newer than the last build: workers start from there. Types are checked by `npm run types`;
 * here only a build that emits nothing fails.
 */
export function setup(): void {
  const startedMs = Date.now();
  if (existsSync(stamp) && newestMs(join(root, "src")) <= statSync(stamp).mtimeMs) return;
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const built = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: root, encoding: "utf8" });
  if (!existsSync(join(root, "dist", "adapters", "transformers-worker.js"))) {
    throw new Error(`tsc emitted no dist:\n${built.stdout}${built.stderr}`);
  }
  mkdirSync(join(root, "dist"), { recursive: true });
  // What changed while tsc ran is newer than the stamp.
  writeFileSync(stamp, "");
  utimesSync(stamp, startedMs / 1000, startedMs / 1000);
}

function newestMs(folder: string): number {
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}
