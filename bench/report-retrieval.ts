import { bootstrap } from "../src/eval/metrics/bootstrap.ts";
import type { Interval } from "../src/eval/metrics/bootstrap.ts";
import { mean } from "../src/eval/metrics/mean.ts";
import { gradedNdcgAt, recallAt, reciprocalRank } from "../src/eval/metrics/ranking.ts";
import { auroc } from "../src/eval/metrics/roc.ts";
import { precisionRecall } from "../src/eval/metrics/yes-no.ts";
import { buildBm25 } from "../src/index/bm25.ts";
import { fuse } from "../src/retrieval/fuse.ts";
import { COVERAGE_FEATURES, COVERAGE_THRESHOLD, COVERAGE_WEIGHTS } from "../src/retrieval/coverage-weights.ts";
import { EVIDENCE_WEIGHTS } from "../src/retrieval/weights.ts";
import { contentStems } from "../src/text/words.ts";
import { fitChoice, fitLogistic, weigh } from "../train/fit-linear.ts";
import { choiceOf, coverageRow, EVIDENCE_FEATURES, FOLDS, foldOf, holdsAnswer, sentenceText } from "./rows.ts";
import type { AskedOnce, AskedSet, Row } from "./rows.ts";

const DEPTH = 100;
/** Ridge of the ranker that is fitted anew for every fold; train/fit-evidence.ts uses the same. */
export const EVIDENCE_RIDGE = 0.01;
/** As in train/fit-coverage.ts. Weaker ones give the cosine of a sentence the wrong sign. */
export const COVERAGE_RIDGE = 1;

/** A table of nDCG@10, recall and MRR: BM25, vectors, both fused, and the product's seats. A document ranks by its best passage. */
export function reportRetrieval(set: AskedSet): readonly string[] {
  const { snapshot } = set;
  const rows = set.rows.filter((row) => row.answerable);
  const documents = (items: readonly { readonly item: number }[]): readonly string[] => [
    ...new Set(items.map(({ item }) => snapshot.records[snapshot.passages[item]?.record ?? -1]?.document.id ?? "")),
  ];
  const searches: readonly (readonly [string, (asked: AskedOnce) => readonly { readonly item: number }[]])[] = [
    ["BM25", (asked) => snapshot.bm25.search(asked.stems, DEPTH)],
    ["vectors", (asked) => snapshot.vectors.search(asked.vector, DEPTH)],
    ["fused", (asked) => fuse(snapshot.bm25.search(asked.stems, DEPTH), snapshot.vectors.search(asked.vector, DEPTH))],
    ["seats, 12 passages", (asked) => asked.retrieved.passages],
  ];
  const lines = searches.map(([name, search]) => {
    const ranked = rows.map((row) => ({
      ranking: documents(search(row.asked)),
      relevant: row.relevant,
      grades: row.grades ?? new Map([...row.relevant].map((id) => [id, 1])),
    }));
    const cells = [
      shown(bootstrap(ranked, (some) => mean(some.map(({ ranking, grades }) => gradedNdcgAt(ranking, grades, 10))))),
      ...[1, 5, 10].map((k) =>
        shown(bootstrap(ranked, (some) => mean(some.map(({ ranking, relevant }) => recallAt(ranking, relevant, k))))),
      ),
      shown(bootstrap(ranked, (some) => mean(some.map(({ ranking, relevant }) => reciprocalRank(ranking, relevant))))),
    ];
    return `| ${name} | ${cells.join(" | ")} |`;
  });
  return [
    "",
    "| retrieval | nDCG@10 | recall@1 | recall@5 | recall@10 | MRR |",
    "| --- | --- | --- | --- | --- | --- |",
    ...lines,
  ];
}

/** How often a gold answer stands in the first sentence, or in one of the first three; with a baseline. */
export function reportQuotes(set: AskedSet): readonly string[] {
  const { snapshot } = set;
  const rows = set.rows.filter((row) => row.answerable);
  const sentences = snapshot.records.flatMap((record, at) =>
    record.sentences.map((_, sentence) => ({ record: at, sentence })),
  );
  const overSentences = buildBm25(sentences.map((at) => contentStems(sentenceText(snapshot, at))));
  const refitted = crossValidated(set, rows);
  const rankers: readonly (readonly [
    string,
    (row: Row) => readonly { readonly record: number; readonly sentence: number }[],
  ])[] = [
    [
      "BM25 over all sentences",
      (row) => overSentences.search(row.asked.stems, 3).flatMap(({ item }) => sentences[item] ?? []),
    ],
    ["ranker, cross-validated by title", (row) => refitted(row).ranking],
    ["ranker as shipped", (row) => row.asked.evidence],
  ];
  const lines = rankers.map(([name, rank]) => {
    const places = rows.map((row) => {
      const place = rank(row)
        .slice(0, 3)
        .findIndex((at) => holdsAnswer(row, snapshot, at));
      return place < 0 ? Number.POSITIVE_INFINITY : place + 1;
    });
    const cells = [1, 3].map((k) =>
      shown(bootstrap(places, (some) => mean(some.map((place) => (place <= k ? 1 : 0))))),
    );
    return `| ${name} | ${cells.join(" | ")} |`;
  });
  const sure = rows.filter((row) => refitted(row).probability >= 0.9);
  const right = sure.filter((row) =>
    refitted(row)
      .ranking.slice(0, 1)
      .some((at) => holdsAnswer(row, snapshot, at)),
  );
  const sureLine = `Softmax ≥ .9: ${decimals(sure.length / rows.length)} of the questions, first sentence right in ${decimals(right.length / sure.length)}.`;
  const shippedSure = rows.filter((row) => (row.asked.evidence[0]?.probability ?? 0) >= 0.9);
  const shippedRight = shippedSure.filter((row) =>
    row.asked.evidence.slice(0, 1).some((at) => holdsAnswer(row, snapshot, at)),
  );
  const shippedLine = `As shipped: ${decimals(shippedSure.length / rows.length)} of the questions, right in ${decimals(shippedRight.length / shippedSure.length)}.`;
  return ["", "| answer in quote | @1 | @3 |", "| --- | --- | --- |", ...lines, "", sureLine, shippedLine];
}

/** The ranker with weights from the other folds: the ranking of a row's candidates and the softmax of the first. */
function crossValidated(
  set: AskedSet,
  rows: readonly Row[],
): (row: Row) => { ranking: AskedOnce["evidence"]; probability: number } {
  const fold = foldOf(rows);
  const weights = Array.from({ length: FOLDS }, (_, left) =>
    fitChoice(
      rows.filter((row) => fold(row) !== left).map((row) => choiceOf(row, set.snapshot)),
      EVIDENCE_RIDGE,
    ),
  );
  return (row) => {
    const fitted = weights[fold(row)] ?? EVIDENCE_FEATURES.map((feature) => EVIDENCE_WEIGHTS[feature]);
    const scored = row.asked.evidence.map((evidence) => ({
      evidence,
      score: weigh(
        EVIDENCE_FEATURES.map((f) => evidence.features[f]),
        fitted,
      ),
    }));
    scored.sort((a, b) => b.score - a.score);
    const top = scored[0]?.score ?? 0;
    const all = scored.reduce((sum, { score }) => sum + Math.exp(score - top), 0);
    return { ranking: scored.map(({ evidence }) => evidence), probability: 1 / all };
  };
}

/** How well coverage tells unanswerable questions from answerable ones. */
export function reportAbstention(set: AskedSet): readonly string[] {
  const answerable = set.rows.filter((row) => row.answerable).map((row) => ({ asked: row.asked, is: false, row }));
  const not = set.rows.flatMap((row) => {
    const asked = row.answerable ? row.without : row.asked;
    return asked ? [{ asked, is: true, row }] : [];
  });
  const cases = [...answerable, ...not];
  const area = (score: (one: (typeof cases)[number]) => number): string =>
    shown(
      bootstrap(cases, (some) =>
        auroc(some.filter(({ is }) => is).map(score), some.filter(({ is }) => !is).map(score)),
      ),
    );
  const fold = foldOf(set.rows);
  const row = (one: (typeof cases)[number]): readonly number[] => coverageRow(one.asked);
  const weights = Array.from({ length: FOLDS }, (_, left) =>
    fitLogistic(
      cases.filter((one) => fold(one.row) !== left).map((one) => ({ row: row(one), label: one.is, weight: 1 })),
      COVERAGE_RIDGE,
    ),
  );
  const said = cases.map((one) => ({ said: one.asked.coverage.coverage < COVERAGE_THRESHOLD, is: one.is }));
  const figures = bootstrapBoth(said);
  const missing = (kind: "name" | "number", is: boolean): string => {
    const some = cases.filter((one) => one.is === is);
    return decimals(mean(some.map((one) => (one.asked.coverage.missing.some((gap) => gap.kind === kind) ? 1 : 0))));
  };
  return [
    "",
    `| not in the sources (${not.length} of ${cases.length}) | AUROC |`,
    "| --- | --- |",
    `| best BM25 | ${area(({ asked }) => -Math.max(0, ...asked.retrieved.passages.map(({ explain }) => explain.bm25?.score ?? 0)))} |`,
    ...COVERAGE_FEATURES.map((feature) => {
      const sign = COVERAGE_WEIGHTS[feature] > 0 ? 1 : -1;
      return `| ${feature} | ${area(({ asked }) => sign * (asked.coverage.features?.[feature] ?? 0))} |`;
    }),
    `| coverage, fitted on the other folds of this set | ${area((one) => weigh([1, ...row(one)], weights[fold(one.row)] ?? []))} |`,
    `| coverage as shipped | ${area(({ asked }) => -asked.coverage.coverage)} |`,
    "",
    `Coverage below ${COVERAGE_THRESHOLD}: precision ${figures.precision}, recall ${figures.recall}; ` +
      `${decimals(mean(said.filter(({ is }) => !is).map((one) => (one.said ? 1 : 0))))} of the answerable left unanswered.`,
    `A name is missing in ${missing("name", true)} of the unanswerable and ${missing("name", false)} of the answerable, a number in ${missing("number", true)} and ${missing("number", false)}.`,
  ];
}

function bootstrapBoth(rows: readonly { readonly said: boolean; readonly is: boolean }[]): {
  readonly precision: string;
  readonly recall: string;
} {
  return {
    precision: shown(bootstrap(rows, (some) => precisionRecall(some).precision)),
    recall: shown(bootstrap(rows, (some) => precisionRecall(some).recall)),
  };
}

function shown({ value, low, high }: Interval): string {
  return `${decimals(value)} (${decimals(low)}–${decimals(high)})`;
}

function decimals(value: number): string {
  return value.toFixed(3).replace(/^0/u, "");
}
