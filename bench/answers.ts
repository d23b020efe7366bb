/**
 * Whole answers on public sets: `node bin/bench.js answers KIND FILE [KIND FILE …]`, where KIND is squad, squad-lines, clapnq, ramdocs or rgb. Prints figures
 * with 95 % bootstrap intervals beside trivial baselines, then every miss. Nothing is fitted here.
 */
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { openTransformersEmbedder } from "../src/adapters/transformers-embedder.ts";
import { loadClapnq } from "../src/eval/loaders/clapnq.ts";
import { loadRamdocs } from "../src/eval/loaders/ramdocs.ts";
import { loadRgb } from "../src/eval/loaders/rgb.ts";
import { loadSquad, loadSquadLines } from "../src/eval/loaders/squad.ts";
import type { FileEmbedder } from "../src/index/in-memory.ts";
import type { Embedder } from "../src/ports.ts";
import { reportDiffering } from "./report-differing.ts";
import { reportClapnq, reportReading } from "./report-reading.ts";

const MODEL = process.env["PARALLAX_MODEL"] ?? "models/bge-small-en-v1.5";

type Report = (text: string, model: FileEmbedder & Embedder) => Promise<string>;
const REPORTS: ReadonlyMap<string, Report> = new Map<string, Report>([
  ["squad", (text, model) => reportReading(loadSquad(text), model)],
  ["squad-lines", (text, model) => reportReading(loadSquadLines(text), model)],
  ["clapnq", (text, model) => reportClapnq(loadClapnq(text), model)],
  ["ramdocs", (text, model) => reportDiffering(loadRamdocs(text), model)],
  ["rgb", (text, model) => reportDiffering(loadRgb(text), model)],
]);

const words = process.argv.slice(2);
const wanted = words.flatMap((word, i) => {
  const report = i % 2 === 0 ? REPORTS.get(word) : undefined;
  return report === undefined ? [] : [{ kind: word, report, path: words[i + 1] ?? "" }];
});
if (wanted.length === 0 || wanted.length * 2 !== words.length) {
  process.stderr.write(`Which sets? Give a kind (${[...REPORTS.keys()].join(", ")}) and a file, one or more times.\n`);
  process.exitCode = 2;
} else {
  const model = await openTransformersEmbedder({ modelFolder: MODEL, workers: Math.min(2, cpus().length) });
  try {
    for (const { kind, report, path } of wanted) {
      const from = performance.now();
      const text = await report(readFileSync(path, "utf8"), model);
      process.stdout.write(`\n## ${kind}: ${text}\n\n${((performance.now() - from) / 1000).toFixed(0)} s\n`);
    }
  } finally {
    await model.close();
  }
}
