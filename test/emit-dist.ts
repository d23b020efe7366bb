import { spawnSync } from "node:child_process";

/** Before any test: workers and the command line are started from dist/, so it has to be that of the sources. */
export function setup(): void {
  const { status } = spawnSync(process.execPath, ["bin/build.js", "--if-stale"], { stdio: "inherit" });
  if (status !== 0) throw new Error("dist/ could not be built. Look at the message above.");
}
