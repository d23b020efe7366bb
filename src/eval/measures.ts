import { abstention } from "./metrics/abstention.ts";
import { confusion } from "./metrics/labels.ts";
import { quantile } from "./metrics/latency.ts";
import { mean } from "./metrics/mean.ts";
import { pairwiseGrouping } from "./metrics/positions.ts";
import { speakerAccuracy } from "./metrics/speakers.ts";
import { balancedAccuracy, falseAlarms, precisionRecall } from "./metrics/yes-no.ts";
import type { YesNo } from "./metrics/yes-no.ts";
import type { Observation } from "./observe.ts";

/** What is measured, on any rows. */
export type Measure = {
  readonly name: string;
  /** Which variant of it, and over which rows, in words. */
  readonly variant: string;
  readonly unit: "share" | "ms";
  /** Whether a run fails where it falls, and which way is down. */
  readonly gate: "must-not-fall" | "must-not-rise" | "none";
  /** What it should reach; null where nothing is promised. */
  readonly target: number | null;
  /** Rows that say something of it. */
  readonly applies: (row: Observation) => boolean;
  readonly of: (rows: readonly Observation[]) => number;
};

/** A measure that is a mean over rows; rows without a value are left out. */
const meanOf = (value: (row: Observation) => number | null): Pick<Measure, "applies" | "of"> => ({
  applies: (row) => value(row) !== null,
  of: (rows) => mean(rows.flatMap((row) => value(row) ?? [])),
});

const asNumber = (flag: boolean | undefined): number | null => (flag === undefined ? null : Number(flag));

/**
 * Cases of telling disagreements. A disagreement told of something else than was asked misses the one and is a false alarm too.
 */
const disagreementCases = (rows: readonly Observation[]): readonly YesNo[] =>
  rows.flatMap(({ disagreement }) => {
    if (disagreement === null) return [];
    const { is, told, right } = disagreement;
    if (is && told && !right)
      return [
        { said: false, is: true },
        { said: true, is: false },
      ];
    return [{ said: told, is }];
  });

/** One case a row: what agrees and is called disputed is a false alarm. */
const alarmCases = (rows: readonly Observation[]): readonly YesNo[] =>
  rows.flatMap(({ disagreement }) =>
    disagreement === null
      ? []
      : [{ said: disagreement.told && (disagreement.right || !disagreement.is), is: disagreement.is }],
  );

const abstained = (rows: readonly Observation[]) =>
  abstention(
    rows.flatMap(({ abstention: one, coverage }) =>
      one === null ? [] : [{ answerable: one.answerable, abstained: one.abstained, coverage }],
    ),
  );

const hasDisagreement = ({ disagreement }: Observation): boolean => disagreement !== null;
const hasAbstention = (row: Observation): boolean => row.abstention !== null;
const isTold = ({ kind }: Observation): boolean => kind !== null && kind.came !== "none";

const share = { unit: "share", gate: "none", target: null } as const;
const gated = { unit: "share", gate: "must-not-fall" } as const;

/** Recall over the disagreements of one kind of claim. */
const recallAbout = (about: string): Measure => ({
  ...share,
  name: `disagreement recall, ${about}`,
  variant: `of disagreements about a ${about}`,
  applies: ({ disagreement }) => disagreement?.is === true && disagreement.about === about,
  of: (rows) => precisionRecall(disagreementCases(rows)).recall,
});

/** Everything that is measured, in the order of reports. */
export const MEASURES: readonly Measure[] = [
  {
    ...gated,
    name: "rows passed",
    variant: "all that the row expects, strictly",
    target: null,
    ...meanOf(({ passed }) => Number(passed)),
  },
  {
    ...gated,
    name: "quote exactness",
    variant: "citations and nearest quotes that stand at their offsets, over all quotes",
    target: 1,
    applies: ({ quotes }) => quotes.all > 0,
    of: (rows) => sum(rows, ({ quotes }) => quotes.exact) / sum(rows, ({ quotes }) => quotes.all),
  },
  {
    ...gated,
    name: "disagreement recall",
    variant: "disputed rows of which a disagreement with two of the expected positions is told",
    target: 0.95,
    applies: hasDisagreement,
    of: (rows) => precisionRecall(disagreementCases(rows)).recall,
  },
  ...["quantity", "time", "name", "status"].map(recallAbout),
  {
    ...gated,
    name: "disagreement precision",
    variant: "told disagreements that are the expected one",
    target: 0.95,
    applies: hasDisagreement,
    of: (rows) => precisionRecall(disagreementCases(rows)).precision,
  },
  {
    ...share,
    name: "disagreement balanced accuracy",
    variant: "mean of recall on disputed rows and on others",
    applies: hasDisagreement,
    of: (rows) => balancedAccuracy(alarmCases(rows)),
  },
  {
    unit: "share",
    gate: "must-not-rise",
    name: "false alarms",
    variant: "agreeing or unanswerable rows that are called disputed",
    target: 0.02,
    applies: ({ disagreement }) => disagreement?.is === false,
    of: (rows) => falseAlarms(alarmCases(rows)),
  },
  {
    ...gated,
    name: "position recall",
    variant: "expected positions that are told, one to one, mean over disputed rows",
    target: null,
    ...meanOf((row) => row.positionRecall),
  },
  {
    ...share,
    name: "pairwise grouping F1",
    variant: "pairs of documents that stand together, micro-averaged over disputed topics",
    applies: ({ pairs }) => pairs !== null,
    of: (rows) => pairwiseGrouping(rows.flatMap(({ pairs }) => pairs ?? [])).f1,
  },
  {
    ...gated,
    name: "kind accuracy",
    variant: "of the expected disagreements that are told",
    target: 0.9,
    applies: isTold,
    of: (rows) => confusion(rows.flatMap(({ kind }) => kind ?? [])).accuracy,
  },
  {
    ...gated,
    name: "speaker accuracy",
    variant: "expected speakers that are credited, of positions told and facts answered; part of the name",
    target: 0.9,
    applies: ({ speakers }) => speakers.length > 0,
    of: (rows) => speakerAccuracy(rows.flatMap(({ speakers }) => speakers)),
  },
  {
    ...gated,
    name: "right abstention",
    variant: "unanswerable rows that are refused (abstention recall)",
    target: 0.95,
    applies: hasAbstention,
    of: (rows) => abstained(rows).recall,
  },
  {
    ...share,
    name: "right abstention, near misses",
    variant: "of unanswerable rows in the documents' own words",
    applies: ({ abstention: one }) => one?.nearMiss === true,
    of: (rows) => mean(rows.flatMap(({ abstention: one }) => asNumber(one?.abstained) ?? [])),
  },
  {
    unit: "share",
    gate: "must-not-rise",
    name: "wrong abstention",
    variant: "answerable rows that are refused",
    target: 0.03,
    applies: hasAbstention,
    of: (rows) => abstained(rows).wrong,
  },
  {
    ...share,
    name: "abstention precision",
    variant: "refusals that are right",
    applies: hasAbstention,
    of: (rows) => abstained(rows).precision,
  },
  {
    ...share,
    name: "abstention AUROC",
    variant: "unanswerable against answerable rows by coverage",
    applies: hasAbstention,
    of: (rows) => abstained(rows).auroc,
  },
  {
    ...gated,
    name: "answer in quote @3",
    variant: "every fact of an answered row in the first 3 quotes or 400 characters",
    target: null,
    ...meanOf(({ inQuote }) => asNumber(inQuote?.three)),
  },
  {
    ...share,
    name: "answer in quote @1",
    variant: "the same in the first quote",
    ...meanOf(({ inQuote }) => asNumber(inQuote?.first)),
  },
  {
    ...share,
    name: "citation precision",
    variant: "citations that overlap a judged sentence, mean over rows",
    ...meanOf((row) => row.citationPrecision),
  },
  {
    ...share,
    name: "citation recall",
    variant: "sentences of grade 2 that are cited, mean over rows",
    ...meanOf((row) => row.citationRecall),
  },
  {
    ...share,
    name: "recall@5",
    variant: "of passages that hold judged sentences",
    ...meanOf(({ retrieval }) => retrieval?.recall5 ?? null),
  },
  {
    ...share,
    name: "recall@10",
    variant: "the same among the first 10",
    ...meanOf(({ retrieval }) => retrieval?.recall10 ?? null),
  },
  {
    ...share,
    name: "MRR",
    variant: "reciprocal rank of the first passage that holds a judged sentence",
    ...meanOf(({ retrieval }) => retrieval?.reciprocalRank ?? null),
  },
  {
    ...share,
    name: "nDCG@10",
    variant: "linear gains of grades 1 and 2, as trec_eval",
    ...meanOf(({ retrieval }) => retrieval?.ndcg10 ?? null),
  },
  {
    unit: "ms",
    gate: "none",
    target: null,
    name: "latency p50",
    variant: "as the server says, nearest rank",
    applies: () => true,
    of: (rows) =>
      quantile(
        rows.map(({ totalMs }) => totalMs),
        0.5,
      ),
  },
  {
    unit: "ms",
    gate: "none",
    target: null,
    name: "latency p95",
    variant: "as the server says, nearest rank",
    applies: () => true,
    of: (rows) =>
      quantile(
        rows.map(({ totalMs }) => totalMs),
        0.95,
      ),
  },
];

const sum = (rows: readonly Observation[], of: (row: Observation) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
