import type { Result } from "../run.ts";
import { markAnswer } from "./judge.ts";
import type { Judge, Mark } from "./judge.ts";
import { citedSentences, plantUnsupported } from "./sentences.ts";
import type { JudgedSentence } from "./sentences.ts";

/** One answer with a judge's mark of it. */
export type JudgedResult = {
  readonly set: string;
  readonly id: string;
  readonly half: "dev" | "test";
  readonly mark: Mark;
  /** What our own checks say of each sentence that was shown; null where they cannot say. */
  readonly ours: readonly (boolean | null)[];
  /** Whether our outcome calls the question answered. */
  readonly answered: boolean;
};

/** Marks of a run, in the order of its results. */
export type Judging = { readonly model: string; readonly results: readonly JudgedResult[] };

/** Sentences of earlier answers that are kept to be planted. */
const KEPT = 20;

/**
 * Has a judge mark every answer, one after the other. Among the sentences of an answer stands one of another answer, which nothing shown bears out: a
 * judge that finds everything supported is seen by it.
 * @param onEach called after each answer
 */
export async function judgeResults(results: readonly Result[], judge: Judge, onEach: () => void): Promise<Judging> {
  const judged: JudgedResult[] = [];
  let earlier: readonly JudgedSentence[] = [];
  for (const [at, { row, answer, misses, observation }] of results.entries()) {
    const own = citedSentences(answer);
    const planted = plantUnsupported(own, earlier);
    // Its place differs from answer to answer, so that the place does not tell.
    const place = at % (own.length + 1);
    const shown = planted === null ? own : own.toSpliced(place, 0, planted);
    const isKept = !misses.some(({ what }) => what === "promise");
    judged.push({
      set: observation.set,
      id: row.id,
      half: observation.half,
      mark: await markAnswer({ question: row.question, answer: answer.answer }, shown, judge),
      ours: shown.map((one) => (one === planted ? false : isKept ? true : null)),
      answered: answer.outcome !== "unanswerable",
    });
    earlier = [...earlier, ...own].slice(-KEPT);
    onEach();
  }
  return { model: judge.generator.name, results: judged };
}
