import { wordMiss } from "./compare-golden.ts";
import { escapeMarkup } from "./markup.ts";
import type { Result } from "./run.ts";

/** What results can be written as for other programs. */
export const EXPORT_FORMATS = ["junit", "trec", "ragas"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file to be written: its name and its text. */
export type ExportedFile = { readonly name: string; readonly text: string };

/** Results in the format of another program. */
export function exportResults(results: readonly Result[], format: ExportFormat): readonly ExportedFile[] {
  switch (format) {
    case "junit":
      return [{ name: "junit.xml", text: toJunit(results) }];
    case "trec":
      return [
        { name: "run.trec", text: toTrecRun(results) },
        { name: "qrels.trec", text: toTrecQrels(results) },
      ];
    case "ragas":
      return [{ name: "ragas.jsonl", text: toRagas(results) }];
  }
}

/** JUnit XML as CI servers read it: a suite a set; a pending row that fails is skipped. */
function toJunit(results: readonly Result[]): string {
  const suites = [...new Set(results.map(({ observation }) => observation.set))].map((set) => {
    const own = results.filter(({ observation }) => observation.set === set);
    const failed = own.filter(({ observation: { gates, passed } }) => gates && !passed);
    const pending = own.filter(({ observation: { gates, passed } }) => !gates && !passed);
    const counts = `tests="${own.length}" failures="${failed.length}" skipped="${pending.length}" errors="0"`;
    const time = own.reduce((sum, { observation }) => sum + observation.totalMs, 0) / 1000;
    return `  <testsuite name="${escapeMarkup(set)}" ${counts} time="${time.toFixed(3)}">\n${own.map(junitCase).join("\n")}\n  </testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="parallax eval">\n${suites.join("\n")}\n</testsuites>\n`;
}

function junitCase({ row, misses, observation: { set, gates, totalMs } }: Result): string {
  const opening = `    <testcase classname="${escapeMarkup(set)}" name="${escapeMarkup(row.id)}" time="${(totalMs / 1000).toFixed(3)}"`;
  if (misses.length === 0) return `${opening}/>`;
  const words = escapeMarkup(withoutControls([row.question, ...misses.map(wordMiss)].join("\n")));
  const first = escapeMarkup(withoutControls(misses[0] ? wordMiss(misses[0]) : ""));
  const inner = gates ? `<failure message="${first}">${words}</failure>` : `<skipped message="pending: ${first}"/>`;
  return `${opening}>${inner}</testcase>`;
}

/** What XML 1.0 has no room for: control characters but tab and line ends. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu;

const withoutControls = (text: string): string => text.replaceAll(CONTROLS, "\ufffd");

/** Ids without white space, which separates columns. */
const trecId = (id: string): string => id.replaceAll(/\s+/gu, "_");
const passageId = ({ document, start, end }: Result["passages"][number]): string =>
  trecId(`${document.id}:${start}-${end}`);

/** trec_eval's run: `question Q0 passage rank score tag`. */
function toTrecRun(results: readonly Result[]): string {
  return results
    .flatMap(({ row, passages }) =>
      // By rank, not by the fused score: trec_eval sorts by score, and seats are given by rank.
      passages.map((one, i) => `${trecId(row.id)} Q0 ${passageId(one)} ${i + 1} ${passages.length - i} parallax\n`),
    )
    .join("");
}

/** trec_eval's qrels: `question 0 passage grade`, for passages that were found; a judged sentence that no passage holds stands under its document. */
function toTrecQrels(results: readonly Result[]): string {
  return results
    .flatMap(({ row, passages }) => {
      const grades = new Map<string, number>();
      for (const [i, { document, text, grade }] of (row.relevant ?? []).entries()) {
        const holder = passages.find((one) => one.document.id.startsWith(document) && one.text.includes(text));
        const id = holder ? passageId(holder) : trecId(`${document}:sentence-${i}`);
        grades.set(id, Math.max(grade, grades.get(id) ?? 0));
      }
      return [...grades].map(([id, grade]) => `${trecId(row.id)} 0 ${id} ${grade}\n`);
    })
    .join("");
}

/** Samples as ragas' EvaluationDataset.from_jsonl reads them: `user_input`, `response`, `retrieved_contexts`, `reference_contexts`, `reference`. */
function toRagas(results: readonly Result[]): string {
  return results
    .map(({ row, answer, passages }) => {
      const contexts = passages.slice(0, 12).map(({ text }) => text);
      const reference = [
        ...(row.facts ?? []).flatMap(([first]) => first ?? []),
        ...(row.positions ?? []).map(({ value, speakers }) => (speakers ? `${value} (${speakers.join(", ")})` : value)),
      ].join("; ");
      const missing = row.missing ? `The documents do not say: ${row.missing.join(", ")}` : "";
      return `${JSON.stringify({
        user_input: row.question,
        response: answer.answer,
        retrieved_contexts: contexts,
        reference_contexts: (row.relevant ?? []).map(({ text }) => text),
        reference: reference || missing,
      })}\n`;
    })
    .join("");
}
