import { createHash } from "node:crypto";
import { abstention } from "../src/eval/metrics/abstention.ts";
import { share } from "../src/eval/metrics/mean.ts";
import { answerInQuote, AT_MOST_CHARACTERS, holdsAnswer } from "../src/eval/metrics/quotes.ts";
import type { ClapnqRow } from "../src/eval/loaders/clapnq.ts";
import type { ReadingRow } from "../src/eval/loaders/squad.ts";
import { buildBm25 } from "../src/index/bm25.ts";
import { snapshotOf } from "../src/index/in-memory.ts";
import type { FileEmbedder } from "../src/index/in-memory.ts";
import type { Snapshot } from "../src/index/snapshot.ts";
import type { Embedder } from "../src/ports.ts";
import type { VerifiedAnswer } from "../src/quotes/verified.ts";
import { contentStems } from "../src/text/words.ts";
import { askerOf, inOneLine } from "./ask-snapshot.ts";
import { embedAll } from "./snapshot-of.ts";
import { decimals, line, tableOf } from "./table.ts";

/** One question, asked where its answer stands and where it does not (or one of the two), with what is right. */
type Case = {
  readonly question: string;
  readonly golds: readonly string[];
  readonly answer: VerifiedAnswer | null;
  readonly without: VerifiedAnswer | null;
  /** Best sentences of plain BM25 over all sentences. */
  readonly plain: readonly string[];
};

type Model = FileEmbedder & Embedder;

/** SQuAD-format questions over all paragraphs of the file, and again with their own paragraph left out. */
export async function reportReading(rows: readonly ReadingRow[], model: Model): Promise<string> {
  const texts = rows.map(({ id, title, context }) => ({ id: idOf(id), title, text: context }));
  const embedded = await embedAll(texts, model);
  const snapshot = snapshotOf(embedded, model);
  const ask = askerOf(model);
  const search = sentenceSearch(snapshot);
  const cases: Case[] = [];
  for (const [i, row] of rows.entries()) {
    const others = snapshotOf(
      embedded.filter((_, j) => j !== i),
      model,
    );
    for (const { question, answers } of row.questions) {
      const answer = await ask(snapshot, question);
      const without = answers.length === 0 ? null : await ask(others, question);
      const isAnswerable = answers.length > 0;
      cases.push({
        question,
        golds: answers,
        answer: isAnswerable ? answer : null,
        without: isAnswerable ? without : answer,
        plain: search(question),
      });
    }
  }
  return reportOf(`${rows.length} paragraphs`, cases, answerInQuote);
}

/** CLAPNQ's questions over the passages of all rows. A quote is right if it is, holds or lies in a gold sentence. */
export async function reportClapnq(rows: readonly ClapnqRow[], model: Model): Promise<string> {
  const passages = new Map(rows.flatMap((row) => row.passages.map((one) => [one.text, one])));
  const texts = [...passages.values()].map(({ title, text }) => ({ id: idOf(text), title, text }));
  const snapshot = snapshotOf(await embedAll(texts, model), model);
  const ask = askerOf(model);
  const search = sentenceSearch(snapshot);
  const cases: Case[] = [];
  for (const { question, selected, answerable } of rows) {
    const answer = await ask(snapshot, question);
    cases.push({
      question,
      golds: selected,
      answer: answerable ? answer : null,
      without: answerable ? null : answer,
      plain: search(question),
    });
  }
  return reportOf(`${texts.length} passages`, cases, quotesGold);
}

/** Whether one of the first quotes is right. */
type IsRight = (quotes: readonly string[], golds: readonly string[], atMost: number) => boolean;

/** Quotes that an answer gives; what it shows as nearest is none. */
function quotesOf({ citations, outcome }: VerifiedAnswer): readonly string[] {
  return outcome === "unanswerable" ? [] : citations.map(({ quote }) => quote);
}

function reportOf(what: string, cases: readonly Case[], isRight: IsRight): string {
  const answerable = cases.flatMap(({ answer, ...one }) => (answer ? [{ ...one, answer }] : []));
  const asked = cases.flatMap(({ answer, without }) => [
    ...(answer ? [{ answerable: true, abstained: answer.outcome === "unanswerable", coverage: answer.coverage }] : []),
    ...(without
      ? [{ answerable: false, abstained: without.outcome === "unanswerable", coverage: without.coverage }]
      : []),
  ]);
  const plain = (atMost: number): string =>
    `BM25's best sentences ${decimals(share(answerable, (one) => isRight(one.plain, one.golds, atMost)))}`;
  const lines = [
    ...[1, 3].map((atMost) =>
      line(`answer-in-quote at ${atMost} (and 400 characters)`, answerable, {
        statistic: (some) => share(some, (one) => isRight(quotesOf(one.answer), one.golds, atMost)),
        baseline: plain(atMost),
      }),
    ),
    line("answerable and called disputed", answerable, {
      statistic: (some) => share(some, (one) => one.answer.outcome === "disputed"),
    }),
    line("abstention AUROC, by coverage", asked, {
      statistic: (some) => abstention(some).auroc,
      baseline: "chance .500",
    }),
    line("abstention recall", asked, { statistic: (some) => abstention(some).recall, baseline: "never abstain .000" }),
    line("abstention precision", asked, {
      statistic: (some) => abstention(some).precision,
      baseline: `always abstain ${decimals(share(asked, (one) => !one.answerable))}`,
    }),
    line("wrong abstention", asked, { statistic: (some) => abstention(some).wrong, baseline: "never abstain .000" }),
  ];
  const missed = answerable.filter((one) => !isRight(quotesOf(one.answer), one.golds, 3));
  const misses = [
    ...missed.map((one) => `- ${one.question} [${one.golds[0] ?? ""}] ${inOneLine(one.answer)}`),
    ...cases.flatMap(({ question, without }) =>
      without && without.outcome !== "unanswerable" ? [`- not in the sources: ${question} ${inOneLine(without)}`] : [],
    ),
  ];
  return [`${cases.length} questions, ${what}`, "", tableOf(lines), "", "Misses", "", ...misses].join("\n");
}

/** Like `answerInQuote`, where a quote that lies in a gold sentence is right too: quotes are trimmed to clauses. */
function quotesGold(quotes: readonly string[], golds: readonly string[], atMost: number): boolean {
  let left = AT_MOST_CHARACTERS;
  return quotes.slice(0, atMost).some((quote) => {
    const seen = quote.slice(0, left);
    left -= seen.length;
    return golds.some((gold) => holdsAnswer(seen, gold) || holdsAnswer(gold, seen));
  });
}

/** BM25 over all sentences of a snapshot: the best three for a question. */
function sentenceSearch(snapshot: Snapshot): (question: string) => readonly string[] {
  const sentences = snapshot.records.flatMap(({ document, sentences: all }) =>
    all.map(({ span }) => document.text.slice(span.start, span.end)),
  );
  const index = buildBm25(sentences.map((one) => contentStems(one)));
  return (question) => index.search(contentStems(question), 3).flatMap(({ item }) => sentences[item] ?? []);
}

/** Data sets' ids hold anything; ours are file names. */
function idOf(id: string): string {
  return createHash("sha256").update(id).digest("hex").slice(0, 16);
}
