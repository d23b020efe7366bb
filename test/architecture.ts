import { dirname, join } from "node:path/posix";

/** A source file of the project: its path from `src/`, and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

/** One thing that breaks a rule of the house. */
export type Violation = { readonly path: string; readonly rule: string; readonly what: string };

/** The numbered rooms: each imports only from smaller numbers. */
const ROOMS: readonly string[] = [
  "text",
  "documents",
  "passages",
  "claims",
  "index",
  "question",
  "retrieval",
  "positions",
  "answer",
  "quotes",
];

/** Everything else under `src/`, and which rooms besides its own it may import from; `*` stands for all but `cli`. */
const OUTER: Readonly<Record<string, readonly string[]>> = {
  adapters: ["text", "documents", "passages", "claims", "index"],
  http: [...ROOMS, "root"],
  widget: ["http"],
  eval: [...ROOMS, "root", "http"],
  cli: ["*"],
  root: ROOMS,
};

/** Of the numbered rooms these import values of this one only; types of all. */
const VALUES_FROM: Readonly<Record<string, string>> = { http: "quotes", eval: "quotes" };

/** Files beside `ask.ts` that everybody may import: they import nothing themselves. */
const SHARED: ReadonlySet<string> = new Set(["ports.ts", "errors.ts"]);

/** Words that the pages and the widget share: data, of which the widget may import the values too. */
const PLAIN_WORDS = "http/wire-words.ts";

/** Vendor packages, each with the one room (or file) that may import it. zod is welcome anywhere. */
const VENDORS: Readonly<Record<string, readonly string[]>> = {
  hono: ["http/"],
  "@hono/node-server": ["http/listen.ts"],
  commander: ["cli/"],
  pino: ["adapters/pino-log.ts"],
  openai: ["adapters/openai-embedder.ts", "adapters/openai-generator.ts"],
  "@xenova/transformers": ["adapters/"],
  "onnxruntime-node": ["adapters/"],
  "hnswlib-node": ["adapters/"],
  yaml: ["documents/"],
  "chrono-node": ["claims/", "text/"],
  "@streamparser/json": ["answer/"],
  "wink-nlp": ["claims/"],
  "wink-eng-lite-web-model": ["claims/"],
  "wink-porter2-stemmer": ["text/"],
  "any-ascii": ["text/"],
  "double-metaphone": ["text/"],
  "fastest-levenshtein": ["text/"],
};

const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(["utils", "helpers", "common", "index", "types"]);
const MAX_LINES = 300;

/** What the core may not touch: the clock, chance, the network, the environment. `Date.UTC` and dates from text are arithmetic. */
const IMPURE: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "fetch", pattern: /(?<![\w.$])fetch\s*\(/ },
  { what: "Date.now", pattern: /\bDate\.now\b/ },
  { what: "new Date()", pattern: /\bnew Date\(\s*\)/ },
  { what: "performance.now", pattern: /\bperformance\.now\b/ },
  { what: "Math.random", pattern: /\bMath\.random\b/ },
  { what: "process", pattern: /(?<![\w.$-])process\.(?:env|argv|cwd|platform|exit)\b/ },
  { what: "a timer", pattern: /(?<![\w.$])set(?:Timeout|Interval|Immediate)\s*\(/ },
];

const roomOf = (path: string): string => (path.includes("/") ? (path.split("/")[0] ?? "") : "root");
const isCore = (room: string): boolean => room === "root" || ROOMS.includes(room);

/** One import; `isType` where it is of types alone. */
type Import = { readonly specifier: string; readonly isType: boolean };

/** What a module imports, types included: `import … from`, `export … from`, `import("…")`. */
function listImports(text: string): readonly Import[] {
  const code = withoutComments(text);
  const statements =
    /^(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"'\n]+)["']|^import\s*["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']/gm;
  return [...code.matchAll(statements)].map((match) => ({
    specifier: match[1] ?? match[2] ?? match[3] ?? "",
    isType: /^(?:import|export)\s+type\b/.test(match[0]),
  }));
}

/** The code without comments, which may name what the code may not use. Strings that hold `//` lose their rest: addresses only. */
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(?<!:)\/\/.*$/gm, "");

/** Package of a specifier: "hono/etag" → "hono", "@hono/node-server/x" → "@hono/node-server". */
const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** Path from `src/` that a relative import leads to. */
const resolveFrom = (path: string, specifier: string): string => join(dirname(path), specifier);

/** Everything in these files that breaks a rule of the house. */
export function findViolations(files: readonly SourceFile[]): readonly Violation[] {
  return [...files.flatMap(checkFile), ...findCycles(files)];
}

function checkFile(file: SourceFile): readonly Violation[] {
  const imports = listImports(file.text).flatMap(({ specifier, isType }) => {
    if (specifier.startsWith(".")) return checkOwn(file.path, resolveFrom(file.path, specifier), isType);
    return specifier.startsWith("node:")
      ? checkNode(file.path, specifier)
      : checkVendor(file.path, packageOf(specifier));
  });
  return [...imports, ...checkPurity(file), ...checkShape(file)];
}

function checkOwn(path: string, target: string, isType: boolean): readonly Violation[] {
  const [from, to] = [roomOf(path), roomOf(target)];
  if (target.startsWith("..")) return [{ path, rule: "imports", what: `${target} lies outside src/` }];
  if (SHARED.has(target) && from !== "widget") return [];
  if (SHARED.has(path)) return [{ path, rule: "imports", what: `${target}, where it may import nothing` }];
  if (path === PLAIN_WORDS && !isType) return [{ path, rule: "imports", what: `${target}, where it is plain data` }];
  if (from === to) return [];
  if (from === "widget" && target !== PLAIN_WORDS && !(isType && /^http\/wire(-\w+)?\.ts$/.test(target))) {
    return [{ path, rule: "imports", what: `${target}, where it may import types of http/wire*.ts only` }];
  }
  const only = VALUES_FROM[from];
  if (only !== undefined && !isType && ROOMS.includes(to) && to !== only) {
    return [{ path, rule: "imports", what: `${target}, of which it may import types only` }];
  }
  const level = ROOMS.indexOf(from);
  const allowed = level >= 0 ? ROOMS.slice(0, level) : (OUTER[from] ?? []);
  if (allowed.includes(to) || (allowed.includes("*") && to !== "cli")) return [];
  return [{ path, rule: "imports", what: `${target}, of a room it may not import from` }];
}

const checkNode = (path: string, specifier: string): readonly Violation[] =>
  isCore(roomOf(path)) || ["widget", "eval"].includes(roomOf(path)) ? [{ path, rule: "node", what: specifier }] : [];

function checkVendor(path: string, name: string): readonly Violation[] {
  if (name === "zod" && roomOf(path) !== "widget") return [];
  const homes = VENDORS[name];
  if (homes === undefined) return [{ path, rule: "vendors", what: `${name} has no place in the table` }];
  return homes.some((home) => path === home || (home.endsWith("/") && path.startsWith(home)))
    ? []
    : [{ path, rule: "vendors", what: `${name} belongs to ${homes.join(" or ")}` }];
}

function checkPurity({ path, text }: SourceFile): readonly Violation[] {
  const code = withoutComments(text);
  const room = roomOf(path);
  if (isCore(room))
    return IMPURE.filter(({ pattern }) => pattern.test(code)).map(({ what }) => ({ path, rule: "purity", what }));
  // A child process is told what to do by its arguments.
  const told = /^adapters\/[\w-]+-worker\.ts$/.test(path)
    ? /(?<![\w.$-])process\.env\b/
    : /(?<![\w.$-])process\.(?:env|argv)\b/;
  const readsEnvironment = room !== "cli" && told.test(code);
  return readsEnvironment ? [{ path, rule: "purity", what: "only cli/ reads the environment" }] : [];
}

function checkShape({ path, text }: SourceFile): readonly Violation[] {
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  const name = path.split("/").at(-1)?.split(".")[0] ?? "";
  const tooLong = lines > MAX_LINES ? [{ path, rule: "length", what: `${lines} lines` }] : [];
  const badName = FORBIDDEN_NAMES.has(name.toLowerCase())
    ? [{ path, rule: "names", what: `"${name}" says nothing` }]
    : [];
  return [...tooLong, ...badName];
}

/** Files that import themselves in the end, types included; each cycle once, at its first file. */
function findCycles(files: readonly SourceFile[]): readonly Violation[] {
  const known = new Set(files.map(({ path }) => path));
  const edges = new Map(
    files.map(({ path, text }) => {
      const own = listImports(text).flatMap(({ specifier }) => (specifier.startsWith(".") ? [specifier] : []));
      return [
        path,
        own.map((specifier) => resolveFrom(path, specifier)).filter((target) => known.has(target)),
      ] as const;
    }),
  );
  const state = new Map<string, "open" | "done">();
  const found: Violation[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      const cycle = [...trail.slice(trail.indexOf(path)), path];
      found.push({ path, rule: "cycles", what: cycle.join(" → ") });
      return;
    }
    state.set(path, "open");
    for (const target of edges.get(path) ?? []) visit(target, [...trail, path]);
    state.set(path, "done");
  };
  for (const { path } of files) visit(path, []);
  return found;
}
