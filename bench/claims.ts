/**
 * Claim extraction on one core, tagging and speakers included: `node bin/bench.js claims [FOLDER …]` (corpus/
 * without a folder). The documents' sentences are repeated, each time with other numbers so that no paragraph repeats another, to 10³, 10⁴ and 10⁵
 * sentences: once as many documents of ordinary length, once as a single long one.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nodeHash } from "../src/adapters/node-hash.ts";
import { extractClaims } from "../src/claims/extract.ts";
import { attribute } from "../src/claims/speakers.ts";
import { tagSentences } from "../src/claims/tag.ts";
import { layOut } from "../src/documents/layout.ts";
import { readDocument } from "../src/documents/read.ts";
import { splitIntoSentences } from "../src/passages/sentences.ts";

const SIZES = [1_000, 10_000, 100_000];
/** Runs of the smaller sizes, of which the fastest counts. */
const RUNS = 3;
/** Sentences of an ordinary document. */
const DOCUMENT = 40;

const folders = process.argv.slice(2);
const bodies = (folders.length === 0 ? ["corpus"] : folders).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:md|txt)$/u.test(name) && !/^readme/iu.test(name))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), "utf8").replace(/^---\n.*?\n---\n/su, "")),
);
const paragraphs = bodies
  .flatMap((body) => body.split(/\n+/u))
  .map((one) => one.trim())
  .filter((one) => /[.!?]["”’]?$/u.test(one));
const lengths = paragraphs.map((one) => splitIntoSentences(one, layOut(one)).length);

/** Paragraphs of so many sentences; each round adds its number to the numbers of the text. */
function paragraphsOf(sentences: number): readonly string[] {
  const all: string[] = [];
  for (let count = 0, i = 0; count < sentences; i += 1) {
    const round = Math.floor(i / paragraphs.length);
    const at = i % paragraphs.length;
    all.push((paragraphs[at] ?? "").replaceAll(/\b\d{1,3}\b/gu, (digits) => String(Number(digits) + round)));
    count += lengths[at] ?? 1;
  }
  return all;
}

/** @returns sentences, claims and milliseconds of the processor, which other programs do not lengthen; reading and splitting are not counted */
function measure(texts: readonly string[]): {
  readonly sentences: number;
  readonly claims: number;
  readonly ms: number;
} {
  const total = { sentences: 0, claims: 0, ms: 0 };
  for (const [i, text] of texts.entries()) {
    const file = { path: `${i}.md`, bytes: new TextEncoder().encode(`---\npublished: 2024-11-12\n---\n\n${text}\n`) };
    const read = readDocument(file, nodeHash);
    if (read.kind === "rejected") throw new Error(read.reason);
    const { document } = read;
    const sentences = splitIntoSentences(document.text, layOut(document.text));
    const from = process.cpuUsage();
    const tagged = tagSentences(document.text, sentences);
    const attributions = attribute({ document, sentences, tagged });
    total.claims += extractClaims({ document, sentences, tagged, attributions }).length;
    total.ms += process.cpuUsage(from).user / 1000;
    total.sentences += sentences.length;
  }
  return total;
}

function documentsOf(all: readonly string[]): readonly string[] {
  const documents: string[] = [];
  const perDocument = Math.max(
    1,
    Math.round((DOCUMENT * paragraphs.length) / lengths.reduce((sum, one) => sum + one, 0)),
  );
  for (let i = 0; i < all.length; i += perDocument) documents.push(all.slice(i, i + perDocument).join("\n\n"));
  return documents;
}

// The compiler has seen both shapes before anything counts.
const warm = paragraphsOf(5_000);
measure(documentsOf(warm));
measure([warm.join("\n\n")]);

process.stdout.write("| shape | sentences | claims | ms | sentences/s |\n| --- | --- | --- | --- | --- |\n");
for (const shape of ["documents", "one document"] as const) {
  for (const size of SIZES) {
    const all = paragraphsOf(size);
    const texts = shape === "documents" ? documentsOf(all) : [all.join("\n\n")];
    const runs = Array.from({ length: size < 100_000 ? RUNS : 1 }, () => measure(texts));
    const best = runs.toSorted((a, b) => a.ms - b.ms)[0];
    if (best === undefined) continue;
    const { sentences, claims, ms } = best;
    process.stdout.write(
      `| ${shape} | ${sentences} | ${claims} | ${ms.toFixed(0)} | ${((sentences / ms) * 1000).toFixed(0)} |\n`,
    );
  }
}
