import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../../bin", import.meta.url));

/** A tool that only notes that it ran, does `then`, and ends with the code that STATUS_<name> says. */
const standIn = (name: string, then = ""): string => `
const fs = require("node:fs");
fs.appendFileSync(process.env.TOOL_LOG, ${JSON.stringify(`${name}\n`)});
${then}
process.exit(Number(process.env["STATUS_" + ${JSON.stringify(name)}] ?? 0));
`;

const COMPILE = `
const out = process.argv[process.argv.indexOf("--outDir") + 1];
if (process.argv.includes("--outDir")) {
  fs.mkdirSync(out + "/cli", { recursive: true });
  fs.writeFileSync(out + "/cli/run.js", "export const run = async (args) => { console.log('ran ' + args.join(' ')); return 7; };");
}`;
const COUNT = `fs.writeFileSync(process.env.VITEST_COUNTS_FILE, process.env.COUNTS);
fs.appendFileSync(process.env.TOOL_LOG, "sees " + Object.keys(process.env).filter((name) => /^(OPENAI|PARALLAX)_/.test(name)).length + " settings\\n");`;

let project = "";

/** A project with our scripts and stand-ins for every tool they start. */
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "parallax-set-up-"));
  cpSync(bin, join(project, "bin"), { recursive: true });
  const files = {
    "package.json": '{"type":"module"}',
    "package-lock.json": "{}",
    "tsconfig.json": "{}",
    "tsconfig.build.json": "{}",
    "src/a.ts": "1;",
    "src/page/page.css": "p{}",
    "npm-cli.js": "",
    "node_modules/.package-lock.json": "{}",
    "node_modules/package.json": '{"type":"commonjs"}',
    "node_modules/typescript/bin/tsc": standIn("tsc", COMPILE),
    "node_modules/esbuild/package.json": '{"type":"commonjs","main":"main.js"}',
    "node_modules/esbuild/main.js": `exports.buildSync = ({ outfile }) => { ${standIn("esbuild", 'fs.writeFileSync(outfile, "bundle");')} };`,
    "node_modules/oxfmt/bin/oxfmt": standIn("oxfmt"),
    "node_modules/oxlint/bin/oxlint": standIn("oxlint"),
    "node_modules/knip/bin/knip.js": standIn("knip"),
    "node_modules/vitest/vitest.mjs": `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);${standIn("vitest", COUNT)}`,
    "npm/package.json": '{"type":"commonjs"}',
    "npm/npm-cli.js": standIn("npm", 'fs.writeFileSync("node_modules/.package-lock.json", "{}");'),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

function run(script: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const log = join(project, "tools.log");
  writeFileSync(log, "");
  const environment = {
    PATH: process.env["PATH"] ?? "",
    TOOL_LOG: log,
    npm_execpath: join(project, "npm", "npm-cli.js"),
    ...env,
  };
  const done = spawnSync(process.execPath, [join(project, "bin", script), ...args], {
    env: environment,
    encoding: "utf8",
    cwd: tmpdir(),
  });
  const tools = readFileSync(log, "utf8").split("\n").filter(Boolean);
  return { status: done.status, tools, out: done.stdout, err: done.stderr };
}

describe("npm start", () => {
  it("builds what is missing, says so, and hands on arguments and exit code", () => {
    const first = run("start.js", ["--port", "9000"]);
    expect(first).toMatchObject({ status: 7, tools: ["tsc", "esbuild"], err: "Building …\n" });
    expect(first.out).toBe("ran serve --ingest --port 9000\n");
    expect(readFileSync(join(project, "dist/page/page.css"), "utf8")).toBe("p{}");
    expect(readFileSync(join(project, "dist/widget.js"), "utf8")).toBe("bundle");
  });

  it("starts no process the second time, even where dates have changed", () => {
    run("start.js");
    writeFileSync(join(project, "src/a.ts"), "1;");
    expect(run("start.js")).toMatchObject({ status: 7, tools: [], err: "" });
  });

  it("builds again where a source has changed, come or gone", () => {
    run("start.js");
    appendFileSync(join(project, "src/a.ts"), "2;");
    expect(run("start.js").tools).toEqual(["tsc", "esbuild"]);
    writeFileSync(join(project, "src/b.ts"), "");
    expect(run("start.js").tools).toEqual(["tsc", "esbuild"]);
    rmSync(join(project, "src/b.ts"));
    expect(run("start.js").tools).toEqual(["tsc", "esbuild"]);
  });

  it("installs where nothing is installed, or half, or another lock file", () => {
    expect(run("start.js").tools).toEqual(["tsc", "esbuild"]);
    appendFileSync(join(project, "package-lock.json"), "\n");
    expect(run("start.js")).toMatchObject({
      tools: ["npm", "tsc", "esbuild"],
      err: expect.stringContaining("The lock file has changed"),
    });
    rmSync(join(project, "node_modules/.package-lock.json"));
    expect(run("start.js")).toMatchObject({
      tools: ["npm"],
      err: expect.stringContaining("Installing what is needed"),
    });
    expect(run("start.js").tools).toEqual([]);
  });

  it("stops with one sentence where npm ci fails, and tries again the next time", () => {
    rmSync(join(project, "node_modules/.package-lock.json"));
    const failed = run("start.js", [], { STATUS_npm: "1" });
    expect(failed).toMatchObject({ status: 1, tools: ["npm"], out: "" });
    expect(failed.err).toContain("npm ci failed.");
    rmSync(join(project, "node_modules/.package-lock.json"));
    expect(run("start.js").tools).toEqual(["npm", "tsc", "esbuild"]);
  });

  it("does not start where types are wrong, this time or the next", () => {
    expect(run("start.js", [], { STATUS_tsc: "2" })).toMatchObject({ status: 1, out: "" });
    expect(run("start.js", [], { STATUS_tsc: "2" })).toMatchObject({ status: 1, tools: ["tsc", "esbuild"] });
    expect(run("start.js").status).toBe(7);
  });

  it("says what it needs where Node is too old", () => {
    const code = `import(${JSON.stringify(join(project, "bin/set-up.js"))}).then((setUp) => setUp.requireNode("20.18.3"))`;
    const { status, stderr } = spawnSync(process.execPath, ["-e", code], { encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Parallax needs Node 20\.19 or newer, this is 20\.18\.3\. Install it from [^\n]+\n$/);
  });
});

describe("npm test", () => {
  const COUNTS = '{"passed":5,"failed":0,"skipped":2}';
  const lastLine = (text: string): string | undefined => text.trimEnd().split("\n").at(-1);

  it("runs every check and all tests without this machine's settings, and ends with the counts", () => {
    const result = run("test.js", [], { COUNTS, OPENAI_API_KEY: "x", PARALLAX_PORT: "1" });
    expect(result.tools).toEqual([
      "tsc",
      "esbuild",
      "oxfmt",
      "oxlint",
      "tsc",
      "tsc",
      "knip",
      "vitest",
      "sees 0 settings",
    ]);
    expect([result.status, lastLine(result.out)]).toEqual([0, "10 passed, 0 failed, 2 skipped"]);
  });

  it("counts and names a step that fails, and runs the rest", () => {
    const result = run("test.js", [], { COUNTS, STATUS_oxlint: "1" });
    expect([result.status, lastLine(result.out)]).toEqual([1, "9 passed, 1 failed, 2 skipped"]);
    expect(result.out).toContain("Failed: lint\n");
    expect(result.tools).toContain("vitest");
  });

  it("fails where a test fails, and where vitest dies without counting", () => {
    const failed = run("test.js", [], { COUNTS: '{"passed":4,"failed":1,"skipped":0}', STATUS_vitest: "1" });
    expect([failed.status, lastLine(failed.out)]).toEqual([1, "9 passed, 1 failed, 0 skipped"]);
    const died = run("test.js", [], { COUNTS: "", STATUS_vitest: "134" });
    expect([died.status, lastLine(died.out)]).toEqual([1, "5 passed, 1 failed, 0 skipped"]);
    expect(died.out).toContain("Failed: vitest ended with 134");
  });

  it("hands arguments to vitest and runs only that", () => {
    expect(run("test.js", ["--project", "unit"], { COUNTS }).tools).toEqual([
      "tsc",
      "esbuild",
      "vitest",
      "sees 0 settings",
    ]);
  });

  it("is what CI runs", () => {
    const script = readFileSync(join(bin, "..", ".ci", "run"), "utf8");
    expect(script).toMatch(/^#!\/usr\/bin\/env bash\n/);
    expect(script).toMatch(/^exec npm test$/m);
    expect(existsSync(join(bin, "test.js"))).toBe(true);
  });
});
