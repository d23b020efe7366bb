// npm test: sets up what is missing, then format, lint, types, unused code and every test; ends with one line of counts.
// npm test -- --project unit some/folder: only vitest, with these arguments.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, setUp } from "./set-up.js";

setUp("go-on");

// What happens to be configured on this machine must not decide a test.
for (const name of Object.keys(process.env)) if (/^(OPENAI|PARALLAX)_/.test(name)) delete process.env[name];

const scratch = mkdtempSync(join(tmpdir(), "parallax-test-"));
const countsFile = join(scratch, "counts.json");
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

const inModules = (...names) => join(root, "node_modules", ...names);
const steps = [
  { name: "format", script: inModules("oxfmt", "bin", "oxfmt"), given: ["--check"] },
  { name: "lint", script: inModules("oxlint", "bin", "oxlint"), given: ["--type-aware"] },
  { name: "types", script: inModules("typescript", "bin", "tsc"), given: ["--noEmit"] },
  { name: "types of the widget", script: inModules("typescript", "bin", "tsc"), given: ["-p", "src/widget"] },
  { name: "unused", script: inModules("knip", "bin", "knip.js"), given: [] },
];
const args = process.argv.slice(2);

function run(script, given, environment = {}) {
  return spawnSync(process.execPath, [script, ...given], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  }).status;
}

for (const { name, script, given } of args.length > 0 ? [] : steps) {
  console.log(`\n> ${name}`);
  if (run(script, given) === 0) total.passed += 1;
  else {
    total.failed += 1;
    failures.push(name);
  }
}

console.log("\n> tests");
const status = run(inModules("vitest", "vitest.mjs"), ["run", ...args], { VITEST_COUNTS_FILE: countsFile });
const counts = readCounts();
for (const key of Object.keys(total)) total[key] += counts[key];
if (counts.failed > 0) failures.push("tests");
else if (status !== 0) {
  // An error outside any test, or vitest itself: not in its counts, and no less a failure.
  total.failed += 1;
  failures.push(`vitest ended with ${status}`);
}
rmSync(scratch, { recursive: true, force: true });

if (failures.length > 0) console.log(`\nFailed: ${failures.join(", ")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;

function readCounts() {
  try {
    return JSON.parse(readFileSync(countsFile, "utf8"));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
