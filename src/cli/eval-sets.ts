import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { loadGolden } from "../eval/golden.ts";
import type { GoldenRow } from "../eval/golden.ts";
import { loadPending, loadSets } from "../eval/sets.ts";
import type { Pending } from "../eval/sets.ts";
import { wrongUsage } from "./command.ts";
import { packageFolder } from "./settings.ts";

/** A golden set as it is examined. */
export type EvalSet = {
  readonly name: string;
  readonly half: "dev" | "test";
  /** Folder of its documents. */
  readonly corpus: string;
  readonly rows: readonly GoldenRow[];
  readonly pending: readonly string[];
  /** File that lists what does not pass yet, whether it is there or not. */
  readonly pendingFile: string;
};

/** Which sets a person asked for; paths may be relative to `cwd`. */
export type SetWish = {
  /** Golden files; none for all that ship. */
  readonly golden: readonly string[];
  /** Folder of documents for golden files that no list of sets knows. */
  readonly corpus: string;
  /** True where that folder was named by hand: it then holds for every file. */
  readonly corpusNamed: boolean;
  /** Ids; none for all. */
  readonly only: readonly string[];
  readonly cwd: string;
};

const SHIPPED = join(packageFolder, "test", "golden");
const LIST = "sets.json";
const PENDING = "pending.json";

/**
 * Reads the golden sets that are wanted.
 * @throws ParallaxError `bad-input` where a file is missing or wrong, or no question has a wanted id
 */
export async function readEvalSets(wish: SetWish): Promise<readonly EvalSet[]> {
  const files =
    wish.golden.length > 0
      ? wish.golden.map((file) => resolve(wish.cwd, file))
      : (await listed(SHIPPED)).map(({ file }) => file);
  if (files.length === 0) throw wrongUsage(`There is no ${join(SHIPPED, LIST)}. Name a file with --golden.`);
  const sets: EvalSet[] = [];
  for (const file of files) sets.push(await readSet(file, wish));
  return wish.only.length === 0 ? sets : pick(sets, wish.only);
}

async function readSet(file: string, wish: SetWish): Promise<EvalSet> {
  const folder = dirname(file);
  const known = (await listed(folder)).find((one) => one.file === file);
  const name = known?.name ?? basename(file, extname(file)).replaceAll(/[^\w-]+/gu, "-");
  const text = await readIfThere(file);
  if (text === null) throw wrongUsage(`There is no golden file "${file}". Name one that exists.`);
  const pendingFile = join(folder, PENDING);
  const pending = await readPending(pendingFile);
  return {
    name,
    half: known?.half ?? "dev",
    corpus: known === undefined || wish.corpusNamed ? wish.corpus : known.corpus,
    rows: loadGolden(text),
    pending: pending[name] ?? [],
    pendingFile,
  };
}

/** Rows that do not pass yet, by set; none where there is no such file. @throws ParallaxError `bad-input` */
export async function readPending(file: string): Promise<Pending> {
  const text = await readIfThere(file);
  return text === null ? {} : loadPending(text);
}

/** The sets that a folder lists, with absolute paths; none where it has no list. */
async function listed(folder: string) {
  const text = await readIfThere(join(folder, LIST));
  if (text === null) return [];
  return loadSets(text).map(({ name, half, golden, corpus }) => ({
    name,
    half,
    file: resolve(folder, golden),
    corpus: resolve(folder, corpus),
  }));
}

function pick(sets: readonly EvalSet[], only: readonly string[]): readonly EvalSet[] {
  const unknown = only.find((id) => !sets.some(({ rows }) => rows.some((row) => row.id === id)));
  if (unknown !== undefined) throw wrongUsage(`No golden question has the id "${unknown}".`);
  return sets.flatMap(({ name, half, corpus, rows, pending, pendingFile }) => {
    const wanted = rows.filter(({ id }) => only.includes(id));
    return wanted.length === 0 ? [] : [{ name, half, corpus, rows: wanted, pending, pendingFile }];
  });
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    if (code === "ENOENT") return null;
    throw wrongUsage(`"${file}" cannot be read (${code}).`);
  }
}
