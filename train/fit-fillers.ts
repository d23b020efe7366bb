/**
 * Fits the weights of open slots: `node .dist-tools/train/fit-fillers.js RAMDOCS XQUAD` (built by `npx tsc -p tsconfig.tools.json`). Prints them for
 * `src/retrieval/fillers/weights.ts`. Deterministic. Each row is asked of its own documents; the copies of a row that keep one answer and the noise
 * are the rows that agree. XQuAD only teaches what an answer looks like, with a bias of its own for giving none.
 */
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { embedAll } from "../bench/snapshot-of.ts";
import { snapshotOf } from "../src/index/in-memory.ts";
import { openTransformersEmbedder } from "../src/adapters/transformers-embedder.ts";
import { loadRamdocs, NO_ANSWER, oneAnswerCopies } from "../src/eval/loaders/ramdocs.ts";
import { loadSquadLines } from "../src/eval/loaders/squad.ts";
import { analyseQuestion } from "../src/question/analyse.ts";
import { FEATURES } from "../src/retrieval/fillers/features.ts";
import { findFillers } from "../src/retrieval/fillers/find-fillers.ts";
import { findMentions } from "../src/retrieval/fillers/mentions.ts";
import type { DocumentMentions, Mention } from "../src/retrieval/fillers/mentions.ts";
import { answerAlone, featuresTogether, rankBy } from "../src/retrieval/fillers/rank-fillers.ts";
import { saysSame } from "../src/retrieval/fillers/same-value.ts";
import { readSlot } from "../src/retrieval/fillers/slot.ts";
import { retrieve } from "../src/retrieval/retrieve.ts";
import { vocabularyOf } from "../src/retrieval/vocabulary.ts";
import { fitChoice, fitLogistic } from "./fit-linear.ts";
import type { Choice } from "./fit-linear.ts";

/** Strengths of regularisation, chosen by five-fold cross-validation over questions. */
const RIDGE_ALONE = 2;
const RIDGE_TOGETHER = 4;
const RIDGE_DISPUTED = 40;
/** Every n-th answerable question of XQuAD: it has ten times as many questions as RAMDocs, and another kind of text. */
const EVERY = 10;

type Question = {
  readonly text: string;
  readonly documents: readonly { readonly text: string; readonly answers: readonly string[] }[];
};
/** A document asked: its mentions, and which of them say its answer. */
type Asked = { readonly found: DocumentMentions; readonly right: readonly boolean[] };

const [ramdocs, xquad] = process.argv.slice(2);
if (ramdocs === undefined || xquad === undefined) {
  process.stderr.write("Which files? Give the paths of a RAMDocs and an XQuAD file (JSON lines).\n");
  process.exitCode = 2;
} else {
  const embedder = await openTransformersEmbedder({
    modelFolder: "models/bge-small-en-v1.5",
    workers: Math.min(4, cpus().length),
  });

  const ask = async (question: Question): Promise<readonly Asked[]> => {
    const texts = question.documents.map(({ text }, i) => ({
      id: `d${i}`,
      title: "",
      text: text.replaceAll("\0", " "),
    }));
    const snapshot = snapshotOf(await embedAll(texts, embedder), embedder);
    const vector = await embedder.embedQuestion(question.text);
    const analysed = analyseQuestion(question.text, vocabularyOf(snapshot));
    const [part] = analysed.parts;
    const slot = part && readSlot(part);
    if (!part || !slot) return [];
    const retrieved = retrieve({ question: analysed, vector, snapshot, filters: {}, limit: 12 });
    return findMentions({ part, slot, retrieved, snapshot, vector }).map((found) => {
      const id = snapshot.records[found.record]?.document.id ?? "";
      const answers = question.documents[Number(id.slice(1))]?.answers ?? [];
      return { found, right: found.mentions.map((mention) => isRight(mention, answers)) };
    });
  };

  const originals: (readonly Asked[])[] = [];
  const all: { readonly asked: readonly Asked[]; readonly disputed: boolean }[] = [];
  for (const row of loadRamdocs(readFileSync(ramdocs, "utf8"))) {
    for (const [i, version] of [row, ...oneAnswerCopies(row)].entries()) {
      const documents = version.documents.map(({ text, answer }) => ({
        text,
        answers: answer === NO_ANSWER ? [] : [answer],
      }));
      const asked = await ask({ text: version.question, documents });
      const answers = new Set(
        version.documents.map(({ answer }) => answer.toLowerCase()).filter((answer) => answer !== NO_ANSWER),
      );
      if (i === 0) originals.push(asked);
      all.push({ asked, disputed: answers.size > 1 });
    }
  }
  const reading: (readonly Asked[])[] = [];
  const questions = loadSquadLines(readFileSync(xquad, "utf8")).flatMap(({ context, questions: asked }) =>
    asked.map(({ question, answers }) => ({ text: question, documents: [{ text: context, answers }] })),
  );
  for (const [i, question] of questions.entries()) if (i % EVERY === 0) reading.push(await ask(question));
  await embedder.close();

  const choices = [
    ...originals.flat().map((asked) => choiceOf(asked, 0)),
    ...reading.flat().map((asked) => choiceOf(asked, 1)),
  ];
  const alone = fitChoice(choices, RIDGE_ALONE).slice(0, FEATURES.length);
  const together = fitChoice(
    originals.flatMap((asked) => beside(asked, alone)),
    RIDGE_TOGETHER,
  );
  const rows = all.map(({ asked, disputed }) => ({
    row: rankBy(
      asked.map(({ found }) => found),
      { alone, together },
    ).features.slice(1),
    label: disputed,
  }));
  const share = rows.filter(({ label }) => label).length / Math.max(1, rows.length);
  const disputed = fitLogistic(
    rows.map((row) => ({ row: row.row, label: row.label, weight: row.label ? 0.5 / share : 0.5 / (1 - share) })),
    RIDGE_DISPUTED,
  );
  for (const [i, name] of FEATURES.entries()) process.stdout.write(`  ${name}: ${(alone[i] ?? 0).toFixed(2)},\n`);
  for (const list of [together, disputed])
    process.stdout.write(`[${list.map((weight) => weight.toFixed(2)).join(", ")}]\n`);
}

/** A mention is right where it says what an answer says. */
function isRight(mention: Mention, answers: readonly string[]): boolean {
  return answers.some((answer) => {
    // The answer in a sentence, so that its first word is no front of one.
    const read = findFillers(`It is ${answer}.`).fillers;
    return read.some((filler) => saysSame(filler, mention.filler)) || answer.toLowerCase() === mention.filler.key;
  });
}

/** One more feature takes up the bias that XQuAD's questions have for giving none. */
function choiceOf({ found, right }: Asked, elsewhere: 0 | 1): Choice {
  return {
    rows: [...found.mentions.map(({ row }) => [...row, 0]), [...found.none, elsewhere]],
    right: [...right, !right.includes(true)],
  };
}

function beside(asked: readonly Asked[], alone: readonly number[]): readonly Choice[] {
  const answers = asked.map(({ found }) => answerAlone(found, alone));
  return answers.map(({ values }, at) => {
    const { found, right } = asked[at] ?? { found: { mentions: [] }, right: [] };
    const good = found.mentions.filter((_, i) => right[i]);
    const rights = values.map(({ mention }) => good.some((one) => saysSame(one.filler, mention.filler)));
    return { rows: featuresTogether(answers, at), right: [...rights, good.length === 0] };
  });
}
