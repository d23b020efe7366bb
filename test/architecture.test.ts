import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findViolations } from "./architecture.ts";
import type { SourceFile } from "./architecture.ts";

const src = fileURLToPath(new URL("../src", import.meta.url));

const files: readonly SourceFile[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((place) => ({ path: relative(src, place).split(sep).join("/"), text: readFileSync(place, "utf8") }));

/** Far fewer than there are: a walk that finds nothing would find nothing wrong either. */
const FEWEST_FILES = 100;

const rulesBrokenBy = (...planted: readonly (readonly [path: string, text: string])[]): readonly string[] =>
  findViolations(planted.map(([path, text]) => ({ path, text }))).map(({ rule }) => rule);

describe("the house", () => {
  it("is seen whole", () => {
    expect(files.length).toBeGreaterThan(FEWEST_FILES);
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(["ask.ts", "text/span.ts", "cli/wire-up.ts"]));
  });

  it("keeps its own rules", () => {
    expect(findViolations(files)).toEqual([]);
  });
});

describe("each rule sees its violation", () => {
  it.each([
    ["an upward import", "claims/a.ts", 'import { b } from "../index/b.ts";'],
    ["an upward import of types", "text/a.ts", 'import type { B } from "../documents/b.ts";'],
    ["an upward import over several lines", "text/a.ts", 'import {\n  b,\n} from "../quotes/b.ts";'],
    ["an upward re-export", "answer/a.ts", 'export { b } from "../quotes/b.ts";'],
    ["an upward dynamic import", "answer/a.ts", 'const b = await import("../quotes/b.ts");'],
    ["a room that imports ask.ts", "quotes/a.ts", 'import { ask } from "../ask.ts";'],
    ["the core importing an adapter", "ask.ts", 'import { a } from "./adapters/a.ts";'],
    ["the core importing http", "positions/a.ts", 'import { a } from "../http/a.ts";'],
    ["an adapter importing answers", "adapters/a.ts", 'import type { A } from "../answer/a.ts";'],
    ["http importing an adapter", "http/a.ts", 'import { a } from "../adapters/a.ts";'],
    ["anybody importing cli", "http/a.ts", 'import { a } from "../cli/a.ts";'],
    ["http importing a value of an inner room", "http/a.ts", 'import { a } from "../retrieval/a.ts";'],
    ["eval importing a value of an inner room", "eval/a.ts", 'import { a } from "../claims/a.ts";'],
    ["the widget importing a value of http", "widget/a.ts", 'import { answerReply } from "../http/wire.ts";'],
    [
      "words that the widget shares importing a value",
      "http/wire-words.ts",
      'import { answerReply } from "./wire.ts";',
    ],
    ["the widget importing another file of http", "widget/a.ts", 'import type { A } from "../http/app.ts";'],
    ["the widget importing errors", "widget/a.ts", 'import { E } from "../errors.ts";'],
    ["eval importing cli", "eval/a.ts", 'import { a } from "../cli/a.ts";'],
    ["ports.ts importing anything", "ports.ts", 'import { a } from "./text/span.ts";'],
    ["a file outside src", "cli/a.ts", 'import { a } from "../../test/a.ts";'],
    ["a folder nobody knows", "misc/a.ts", 'import { a } from "../text/a.ts";'],
  ])("imports: %s", (_name, path, text) => {
    expect(rulesBrokenBy([path, text])).toEqual(["imports"]);
  });

  it.each([
    ["downward", "quotes/a.ts", 'import { b } from "../text/b.ts";'],
    ["in the same room", "text/a.ts", 'import { b } from "./b.ts";'],
    ["ports and errors", "text/a.ts", 'import { E } from "../errors.ts";\nimport type { Hash } from "../ports.ts";'],
    ["cli, whatever it needs", "cli/commands/a.ts", 'import { b } from "../../adapters/b.ts";\nimport "node:fs";'],
    [
      "http, types of any room and proofs",
      "http/a.ts",
      'import type { S } from "../index/s.ts";\nimport { p } from "../quotes/p.ts";',
    ],
    ["the widget, words that the pages use too", "widget/a.ts", 'import { W } from "../http/wire-words.ts";'],
    ["the widget, types of the wire", "widget/a.ts", 'import type { AnswerWire } from "../http/wire.ts";'],
    ["zod", "index/a.ts", 'import { z } from "zod";'],
    [
      "what a comment names",
      "text/a.ts",
      '// import { b } from "../quotes/b.ts"; fetch(1), Date.now()\n/* from "../cli/x.ts" */',
    ],
  ])("imports: allows %s", (_name, path, text) => {
    expect(rulesBrokenBy([path, text])).toEqual([]);
  });

  it("cycles, through any number of files", () => {
    const cycle = [
      ["text/a.ts", 'import { b } from "./b.ts";'],
      ["text/b.ts", 'import type { C } from "./c.ts";'],
      ["text/c.ts", 'import { a } from "./a.ts";'],
    ] as const;
    expect(rulesBrokenBy(...cycle)).toEqual(["cycles"]);
    expect(rulesBrokenBy(...cycle.slice(0, 2))).toEqual([]);
  });

  it.each([
    ["hono outside http", "adapters/a.ts", 'import { Hono } from "hono";'],
    ["a part of hono", "cli/a.ts", 'import { etag } from "hono/etag";'],
    ["a second place for openai", "adapters/other.ts", 'import OpenAI from "openai";'],
    ["the tagger in an answer", "answer/a.ts", 'import winkNLP from "wink-nlp";'],
    ["zod in the widget, which it would triple", "widget/a.ts", 'import { z } from "zod";'],
    ["a package nobody knows", "text/a.ts", 'import x from "left-pad";'],
  ])("vendors: %s", (_name, path, text) => {
    expect(rulesBrokenBy([path, text])).toEqual(["vendors"]);
  });

  it.each(["node:fs", "node:crypto", "node:worker_threads"])("node: %s in the core", (name) => {
    expect(rulesBrokenBy(["index/a.ts", `import { x } from "${name}";`])).toEqual(["node"]);
    expect(rulesBrokenBy(["ingest.ts", `import { x } from "${name}";`])).toEqual(["node"]);
    expect(rulesBrokenBy(["adapters/a.ts", `import { x } from "${name}";`])).toEqual([]);
  });

  it.each([
    "await fetch(address)",
    "Date.now()",
    "new Date()",
    "performance.now()",
    "Math.random()",
    "process.env.HOME",
    "setTimeout(f, 1)",
  ])("purity: %s in the core", (code) => {
    expect(rulesBrokenBy(["ask.ts", `${code};`])).toEqual(["purity"]);
    expect(rulesBrokenBy(["claims/a.ts", `export const x = () => ${code};`])).toEqual(["purity"]);
  });

  it("purity: the environment outside cli", () => {
    expect(rulesBrokenBy(["adapters/a.ts", "process.env.KEY;"])).toEqual(["purity"]);
    expect(rulesBrokenBy(["http/a.ts", "process.argv;"])).toEqual(["purity"]);
    expect(rulesBrokenBy(["adapters/graph-worker.ts", "process.argv[2]; process.env.KEY;"])).toEqual(["purity"]);
    expect(rulesBrokenBy(["adapters/graph-worker.ts", "process.argv[2];"])).toEqual([]);
    expect(rulesBrokenBy(["cli/a.ts", "process.env.KEY;"])).toEqual([]);
    expect(
      rulesBrokenBy(["claims/a.ts", "new Date(1); Date.UTC(2020, 1); store.fetch(1); x.process.envelope;"]),
    ).toEqual([]);
  });

  it("length: the 301st line", () => {
    expect(rulesBrokenBy(["text/a.ts", "1;\n".repeat(301)])).toEqual(["length"]);
    expect(rulesBrokenBy(["text/a.ts", "1;\n".repeat(300)])).toEqual([]);
  });

  it.each(["utils.ts", "text/helpers.ts", "http/common.ts", "claims/index.ts", "quotes/types.ts", "text/Utils.ts"])(
    "names: %s",
    (path) => {
      expect(rulesBrokenBy([path, ""])).toEqual(["names"]);
    },
  );
});
