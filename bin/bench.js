// node bin/bench.js embed [arguments]: runs bench/embed.ts, which is TypeScript, against dist/ as it is now.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root, setUp } from "./set-up.js";

setUp("go-on");
const [name, ...rest] = process.argv.slice(2);
const known = readdirSync(join(root, "bench"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length));
if (name === undefined || !known.includes(name)) {
  process.stderr.write(`Which bench? One of: ${known.join(", ")}.\n`);
  process.exitCode = 2;
} else {
  // Benches read their arguments from the third on, as if they had been started themselves.
  process.argv = [process.argv[0], join(root, "bench", `${name}.ts`), ...rest];
  const { runnerImport } = await import("vite");
  await runnerImport(process.argv[1], { root, configFile: false, logLevel: "error" });
}
