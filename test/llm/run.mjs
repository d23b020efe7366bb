// npm run test:llm: asks a small model on this machine, where there is one. npm run test:llm -- --set-up installs it first. Other arguments go to vitest.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root, setUp } from "../../bin/set-up.js";
import { findModel, installModel } from "./set-up.mjs";

const args = process.argv.slice(2);
if (args.includes("--set-up")) installModel();
const found = findModel();
if (found === null) {
  console.log(
    "Skipped: there is no model on this machine. `npm run test:llm -- --set-up` installs one (docs/local-model.md).",
  );
} else {
  setUp();
  const env = Object.entries(process.env).filter(([name]) => !/^(OPENAI|PARALLAX)_/.test(name));
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const given = ["run", "--config", "test/llm/vitest.config.ts", ...args.filter((arg) => arg !== "--set-up")];
  process.exitCode = spawnSync(process.execPath, [vitest, ...given], {
    cwd: root,
    stdio: "inherit",
    env: { ...Object.fromEntries(env), PARALLAX_TEST_GGUF: found.weights, PARALLAX_TEST_LLAMA: found.folder },
  }).status;
}
