import { NO_ANSWER, oneAnswerCopies } from "../src/eval/loaders/ramdocs.ts";
import type { RamdocsRow } from "../src/eval/loaders/ramdocs.ts";
import { mean, share } from "../src/eval/metrics/mean.ts";
import { countPairs, pairwiseGrouping } from "../src/eval/metrics/positions.ts";
import { holdsAnswer } from "../src/eval/metrics/quotes.ts";
import { balancedAccuracy, falseAlarms, precisionRecall } from "../src/eval/metrics/yes-no.ts";
import { snapshotOf } from "../src/index/in-memory.ts";
import type { Embedded, FileEmbedder } from "../src/index/in-memory.ts";
import type { Embedder } from "../src/ports.ts";
import type { VerifiedAnswer } from "../src/quotes/verified.ts";
import { askerOf, inOneLine } from "./ask-snapshot.ts";
import { embedEach } from "./snapshot-of.ts";
import { decimals, line, tableOf } from "./table.ts";

/** A question asked of its documents, or of a one-answer copy of them. */
type Case = { readonly row: RamdocsRow; readonly differs: boolean; readonly answer: VerifiedAnswer };

/**
 * RAMDocs and RGB: do the documents of a question answer it differently? Asked of the originals that have two answers or more, and of the copies that
 * keep one answer and the noise.
 */
export async function reportDiffering(rows: readonly RamdocsRow[], model: FileEmbedder & Embedder): Promise<string> {
  const ask = askerOf(model);
  const cases: Case[] = [];
  for (const row of rows) {
    const copies = oneAnswerCopies(row);
    const texts = row.documents.map(({ text }, i) => ({ id: `d${i}`, title: "", text }));
    const embedded = await embedEach(texts, model);
    const of = new Map(row.documents.map((one, i) => [one, embedded[i]]));
    for (const one of copies.length > 1 ? [row, ...copies] : [row]) {
      const its = one.documents.flatMap((document): readonly Embedded[] => {
        const found = of.get(document);
        return found ? [found] : [];
      });
      const answer = await ask(snapshotOf(its, model), one.question);
      cases.push({ row: one, differs: one === row && copies.length > 1, answer });
    }
  }
  return reportOf(cases);
}

/** Dates and numbers: those that the set gives as answers hold a figure. */
const isFigure = ({ row }: { readonly row: RamdocsRow }): boolean => row.gold.some((one) => /\d/u.test(one));

function reportOf(cases: readonly Case[]): string {
  const flags = cases.map(({ differs, answer, row }) => ({
    said: answer.outcome === "disputed",
    is: differs,
    row,
    answer,
  }));
  const originals = cases.filter(({ differs }) => differs);
  const groups = originals.map(({ row, answer }) => countPairs(groupsOf(answer), expectedGroups(row)));
  const together = originals.map(({ row }) => countPairs([row.documents.map((_, i) => `d${i}`)], expectedGroups(row)));
  const lines = [
    line("flag, balanced accuracy", flags, { statistic: balancedAccuracy, baseline: "always flag .500" }),
    line("flag, balanced accuracy, answers with figures", flags.filter(isFigure), { statistic: balancedAccuracy }),
    line(
      "flag, balanced accuracy, other answers",
      flags.filter((one) => !isFigure(one)),
      { statistic: balancedAccuracy },
    ),
    line("hit rate", flags, { statistic: (some) => precisionRecall(some).recall, baseline: "always flag 1" }),
    line("false alarms", flags, { statistic: falseAlarms, baseline: "always flag 1" }),
    line("value recall, any quote", originals, { statistic: (some) => mean(some.map(valueRecall)) }),
    line("pairs of documents F1", groups, {
      statistic: (some) => pairwiseGrouping(some).f1,
      baseline: `all together ${decimals(pairwiseGrouping(together).f1)}`,
    }),
    line("left unanswered", cases, {
      statistic: (some) => share(some, ({ answer }) => answer.outcome === "unanswerable"),
    }),
  ];
  const wrong = flags.filter(({ said, is }) => said !== is);
  const misses = wrong.map(({ is, row, answer }) => {
    const values = [...new Set(row.documents.map((one) => one.answer))].join(" | ");
    return `- ${is ? "missed" : "false alarm"}: ${row.question} [${values}] ${inOneLine(answer)}`;
  });
  const what = `${originals.length} questions answered differently, ${cases.length - originals.length} copies or originals answered alike`;
  return [what, "", tableOf(lines), "", "Misses", "", ...misses].join("\n");
}

/** Share of the distinct answers of the documents that stand in a quote of the answer. */
function valueRecall({ row, answer }: Case): number {
  const values = [...new Set(row.documents.map((one) => one.answer))].filter((one) => one !== NO_ANSWER);
  return share(values, (value) => answer.citations.some(({ quote }) => holdsAnswer(quote, value)));
}

function expectedGroups(row: RamdocsRow): readonly (readonly string[])[] {
  const values = [...new Set(row.documents.map((one) => one.answer))].filter((one) => one !== NO_ANSWER);
  return values.map((value) => row.documents.flatMap((one, i) => (one.answer === value ? [`d${i}`] : [])));
}

/** Documents that the answer puts together: those of a position; without positions all that are cited. */
function groupsOf({ citations, disagreements, outcome }: VerifiedAnswer): readonly (readonly string[])[] {
  const cited = (markers: readonly number[]): readonly string[] =>
    citations.filter(({ marker }) => markers.includes(marker)).map(({ document }) => document.id);
  if (outcome === "unanswerable") return [];
  if (disagreements.length === 0) return [citations.map(({ document }) => document.id)];
  return disagreements.flatMap(({ positions }) => positions.map(({ markers }) => cited(markers)));
}
