import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../src/cli/run.ts";
import { hashingEmbedder } from "../fakes/hashing-embedder.ts";

/** What a command wrote, and the code it ended with. */
export type CliResult = { readonly code: number; readonly out: string; readonly err: string };

/** A command under way. */
export type RunningCli = {
  readonly result: Promise<CliResult>;
  /** Resolves with stdout once it matches. */
  readonly saying: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** What SIGTERM does. */
  readonly stop: () => void;
  /** Codes that the command wanted to exit with at once. */
  readonly exits: readonly number[];
};

/** Starts a command line in this process, with an embedder that needs no model. */
export function startCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): RunningCli {
  let out = "";
  let err = "";
  let stop = (): void => {};
  const exits: number[] = [];
  const waiting: { readonly pattern: RegExp; readonly resolve: (match: RegExpExecArray) => void }[] = [];
  const world = {
    env: { PARALLAX_LOG: "silent", ...env },
    cwd: tmpdir(),
    stdout: {
      write: (text: string) => {
        out += text;
        for (const { pattern, resolve } of waiting) {
          const match = pattern.exec(out);
          if (match) resolve(match);
        }
      },
    },
    stderr: { write: (text: string) => (err += text) },
    openEmbedder: () => Promise.resolve(hashingEmbedder()),
    onStop: (listener: () => void) => {
      stop = listener;
      return () => {
        stop = () => {};
      };
    },
    exit: (code: number) => exits.push(code),
  };
  return {
    result: run(args, world).then((code) => ({ code, out, err })),
    saying: (pattern) => new Promise((resolve) => waiting.push({ pattern, resolve })),
    stop: () => stop(),
    exits,
  };
}

/** Runs a command line to its end. */
export const runCli = (args: readonly string[], env?: Readonly<Record<string, string>>): Promise<CliResult> =>
  startCli(args, env).result;

/** A folder of its own with these files; `remove` takes it away. */
export function makeFolder(files: Readonly<Record<string, string>>): {
  readonly folder: string;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), "parallax-cli-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
