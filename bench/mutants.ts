/**
 * Mutants of golden questions, asked of the program in memory: `node bin/bench.js mutants GOLDEN CORPUS [GOLDEN CORPUS …]`. Prints each that is not caught, then the counts by kind.
 */
import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename, join } from "node:path";
import { openTransformersEmbedder } from "../src/adapters/transformers-embedder.ts";
import { askFiles } from "../src/cli/ask-files.ts";
import { loadGolden } from "../src/eval/golden.ts";
import type { SourceFile } from "../src/eval/mutants/mutant.ts";
import { runMutants } from "../src/eval/mutants/run-mutants.ts";
import type { MutantResult } from "../src/eval/mutants/run-mutants.ts";
import { summariseMutants } from "../src/eval/mutants/summarise-mutants.ts";

const MODEL = process.env["PARALLAX_MODEL"] ?? "models/bge-small-en-v1.5";

function readFolder(folder: string): readonly SourceFile[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:md|txt)$/u.test(name) && !/^readme/iu.test(name))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

const paths = process.argv.slice(2);
if (paths.length === 0 || paths.length % 2 !== 0) {
  process.stderr.write("Which sets? Give a golden file and its folder of documents, one or more times.\n");
  process.exitCode = 2;
} else {
  const embedder = await openTransformersEmbedder({ modelFolder: MODEL, workers: Math.min(2, cpus().length) });
  try {
    const open = askFiles(embedder);
    const results: MutantResult[] = [];
    for (let i = 0; i < paths.length; i += 2) {
      const rows = loadGolden(readFileSync(paths[i] ?? "", "utf8"));
      const run = await runMutants({ rows, files: readFolder(paths[i + 1] ?? "") }, open);
      process.stdout.write(`${basename(paths[i] ?? "")}: ${run.passing} of ${rows.length} questions pass\n`);
      for (const { id, caught, misses, answer } of run.results)
        if (!caught)
          process.stdout.write(
            `\n- ${id}\n    ${misses.join("\n    ")}\n    > ${answer.replaceAll("\n", "\n    > ")}\n`,
          );
      results.push(...run.results);
    }
    for (const { kind, mutants, caught, share } of summariseMutants(results))
      process.stdout.write(
        `${kind}: ${caught} of ${mutants} caught, ${share.value.toFixed(3)} (${share.low.toFixed(3)}–${share.high.toFixed(3)})\n`,
      );
  } finally {
    await embedder.close();
  }
}
