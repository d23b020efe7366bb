/** Golden questions for the fit of coverage: as they are, and with the documents that answer them left out. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { askOnce, coverageRow } from "../bench/rows.ts";
import type { AskedOnce } from "../bench/rows.ts";
import { isMentioned } from "../src/answer/find-open.ts";
import { loadGolden } from "../src/eval/golden.ts";
import type { GoldenRow } from "../src/eval/golden.ts";
import { loadSets } from "../src/eval/sets.ts";
import { embedFile, snapshotOf } from "../src/index/in-memory.ts";
import type { Embedded, FileEmbedder } from "../src/index/in-memory.ts";
import type { Snapshot } from "../src/index/snapshot.ts";
import type { Embedder } from "../src/ports.ts";

/** A question for the fit, `label` true where the documents do not answer it. */
export type Case = { readonly group: string; readonly row: readonly number[]; readonly label: boolean };

/** Cases of the dev half: questions as they are, and answerable ones without the documents that answer them. */
export type GoldenCases = { readonly asked: readonly Case[]; readonly without: readonly Case[] };

/** Fewer documents than these make no question hard. */
const FEWEST_LEFT = 2;

/**
 * Reads the cases of the dev half of golden sets. Questions that a stated slot or an unmentioned name already leaves open, and those that
 * the claim table answers, teach nothing of coverage and are left out.
 * @param lists paths of lists of golden sets such as test/golden/sets.json
 */
export async function readGoldenCases(
  lists: readonly string[],
  embedder: FileEmbedder & Embedder,
): Promise<GoldenCases> {
  const asked: Case[] = [];
  const without: Case[] = [];
  for (const list of lists) {
    const folder = dirname(list);
    for (const { name, half, golden, corpus } of loadSets(readFileSync(list, "utf8"))) {
      if (half !== "dev") continue;
      const documents = await embedFolder(join(folder, corpus), embedder);
      const snapshot = snapshotOf(documents, embedder);
      for (const row of loadGolden(readFileSync(join(folder, golden), "utf8"))) {
        const isOpen = row.outcome.includes("unanswerable");
        if (isOpen && row.outcome.length > 1) continue;
        const vector = await embedder.embedQuestion(row.question);
        const once = askOnce(row.question, vector, snapshot);
        if (isForCoverage(once, snapshot) && (isOpen || once.chosen === null))
          asked.push({ group: name, row: coverageRow(once), label: isOpen });
        const left = isOpen ? [] : documents.filter(({ record }) => !answers(row, record.document));
        if (left.length < FEWEST_LEFT || left.length === documents.length) continue;
        const others = snapshotOf(left, embedder);
        without.push({ group: name, row: coverageRow(askOnce(row.question, vector, others)), label: true });
      }
    }
  }
  return { asked, without };
}

async function embedFolder(folder: string, embedder: FileEmbedder): Promise<readonly Embedded[]> {
  const paths = readdirSync(folder).filter((path) => path.endsWith(".md") && !/^readme/iu.test(path));
  const files = paths.map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
  const embedded = await Promise.all(files.map((file) => embedFile(file, embedder)));
  return embedded.filter((one) => one !== null);
}

/** True where nothing but coverage decides. */
function isForCoverage({ part, coverage }: AskedOnce, snapshot: Snapshot): boolean {
  const { kind } = part;
  if (kind === "disagreements" || kind === "changes") return false;
  if (coverage.open.length > 0) return false;
  return coverage.missing.every((gap) => gap.kind !== "name" || isMentioned(gap.written, snapshot));
}

/** True for documents that a row calls relevant or that hold one of its values. */
function answers(row: GoldenRow, { id, text }: { readonly id: string; readonly text: string }): boolean {
  const begins = (ids: readonly string[]): boolean => ids.some((one) => id.startsWith(one));
  const folded = text.toLowerCase();
  const positions = row.positions ?? [];
  const values = [...(row.facts ?? []).flat(), ...positions.map(({ value }) => value)];
  return (
    begins((row.relevant ?? []).map(({ document }) => document)) ||
    positions.some(({ documents }) => begins(documents)) ||
    values.some((value) => folded.includes(value.toLowerCase()))
  );
}
