// What `npm start` and `npm test` do before anything else: check Node, install what is missing, build what is stale.
// Plain JavaScript without dependencies, for it runs before they are there. A run that finds all in order starts no process.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that runs this; `engines` in package.json says the same. */
const OLDEST_NODE = [20, 19];

const at = (...names) => join(root, ...names);
const say = (line) => process.stderr.write(`${line}\n`);
const sha256 = (data) => createHash("sha256").update(data).digest("hex");
const readOr = (path, otherwise) => (existsSync(path) ? readFileSync(path, "utf8") : otherwise);

/** Says in one sentence what to do where Node is too old, and ends the process. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  say(
    `Parallax needs Node ${OLDEST_NODE.join(".")} or newer, this is ${version}. Install it from https://nodejs.org and run the same command again.`,
  );
  process.exit(1);
}

/** Runs `npm ci` where node_modules is missing or does not belong to the lock file. Ends the process where that fails. */
export function installIfMissing() {
  const lock = sha256(readFileSync(at("package-lock.json")));
  const stamp = at("node_modules", ".parallax-lock");
  const done = at("node_modules", ".package-lock.json"); // npm writes it last: without it, an install was cut short
  if (existsSync(done)) {
    const known = readOr(stamp, null);
    if (known === lock) return;
    if (known === null && statSync(done).mtimeMs >= statSync(at("package-lock.json")).mtimeMs) {
      writeFileSync(stamp, lock);
      return;
    }
  }
  say(
    existsSync(done)
      ? "The lock file has changed: installing what it names (npm ci) …"
      : "Installing what is needed (npm ci) …",
  );
  const status = npm(["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (status !== 0) {
    say(
      "npm ci failed. Look at its message above: most often the registry cannot be reached or the disk is full (450 MB are needed).",
    );
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

/** npm as this process was started by it, else the one on the path. */
function npm(args) {
  const own = process.env.npm_execpath;
  const useOwn = own !== undefined && own.endsWith("npm-cli.js") && existsSync(own);
  const [command, first] = useOwn ? [process.execPath, [own]] : ["npm", []];
  return spawnSync(command, [...first, ...args], { cwd: root, stdio: ["ignore", 2, 2] }).status;
}

/** A hash over everything that the build reads, by content: dates say nothing after a checkout. */
function hashSources() {
  const hash = createHash("sha256");
  const others = ["tsconfig.json", "tsconfig.build.json", "package-lock.json", "bin/bundle-widget.js"];
  for (const file of [...listFiles("src"), ...others]) {
    hash.update(`${file}\0`).update(sha256(readFileSync(at(file))));
  }
  return hash.digest("hex");
}

/** Paths below a folder of the project, sorted. */
function listFiles(folder) {
  return readdirSync(at(folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** Whether dist/ was built from the sources as they are: "built", "built-with-wrong-types" or "stale". */
export function stateOfBuild() {
  const [sources, status] = readOr(at("dist", ".sources"), "").split(" ");
  if (sources !== hashSources()) return "stale";
  return status === "0" ? "built" : "built-with-wrong-types";
}

/**
 * Builds dist/: compiles, bundles the widget, and copies what is not TypeScript. Made beside and renamed, so that a build that is cut short, or a
 * second one at the same time, leaves a whole one.
 * @returns 0, or the exit code of what went wrong: of the compiler where types are wrong; what could be compiled is there all the same
 */
export function build() {
  const sources = hashSources();
  const fresh = at(`.dist-${process.pid}`);
  const old = at(`.dist-old-${process.pid}`);
  const compiler = at("node_modules", "typescript", "bin", "tsc");
  const compiled = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json", "--outDir", fresh], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  const bundled = spawnSync(process.execPath, [at("bin", "bundle-widget.js"), join(fresh, "widget.js")], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  const status = compiled.status === 0 ? (bundled.status ?? 1) : (compiled.status ?? 1);
  for (const file of listFiles("src").filter((name) => !name.endsWith(".ts") && !name.endsWith("tsconfig.json"))) {
    const target = join(fresh, file.slice("src/".length));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(at(file), target);
  }
  writeFileSync(join(fresh, ".sources"), `${sources} ${status}`);
  if (existsSync(at("dist"))) renameSync(at("dist"), old);
  renameSync(fresh, at("dist"));
  rmSync(old, { recursive: true, force: true });
  return status;
}

/**
 * Node, packages and dist/ in order; a line for each thing that had to be done. Ends the process where it cannot be.
 * @param wrongTypes "refuse", or "go-on" for those who report wrong types themselves
 */
export function setUp(wrongTypes = "refuse") {
  requireNode();
  try {
    installIfMissing();
    const state = stateOfBuild();
    if (state === "built" || (state !== "stale" && wrongTypes === "go-on")) return;
    say("Building …");
    if (build() === 0 || wrongTypes === "go-on") return;
    say("The build failed. Look at the compiler's message above.");
  } catch (error) {
    const refused = {
      ENOSPC: "The disk is full",
      EACCES: "This folder cannot be written to",
      EROFS: "This disk is read-only",
    };
    if (!(error.code in refused)) throw error;
    say(`${refused[error.code]}: ${root}. 600 MB and the right to write are needed; then run the same command again.`);
  }
  process.exit(1);
}
