import type { Comparison } from "../positions/position.ts";
import { analyseQuestion } from "../question/analyse.ts";
import { asFigureQuestions } from "../question/as-figure.ts";
import type { QuestionPart } from "../question/question.ts";
import { findTarget } from "../question/target.ts";
import { isNamed, isSameName } from "../retrieval/name-equality.ts";
import { vocabularyOf } from "../retrieval/vocabulary.ts";
import { contentStems } from "../text/words.ts";
import type { Chosen } from "./figures.ts";
import { lookUpFigures } from "./look-up-figures.ts";
import type { LookUpWorld } from "./look-up-world.ts";

/**
 * The figures that a question about changes or differences is about, where they differ: "What changed in the number of tents?"
 * is looked up as "How many tents?". "How do Holm and Brandt differ on …" needs positions of both.
 */
export function lookUpTopic(part: QuestionPart, world: LookUpWorld): Chosen | null {
  for (const text of asFigureQuestions(part)) {
    const [asked] = analyseQuestion(text, vocabularyOf(world.snapshot)).parts;
    const target = asked ? findTarget(asked, world.asOf) : null;
    const chosen = asked && target ? lookUpFigures(asked, target, world) : null;
    const fitting = [chosen?.main, ...(chosen?.besides ?? [])].find(
      (one) => one !== undefined && one.kind !== null && (part.kind !== "how" || isOfSpeakers(part, one)),
    );
    if (fitting) return { main: fitting, besides: [] };
  }
  return null;
}

/** Two of the names that the question gives speak for positions of the comparison. */
export function isOfSpeakers(part: QuestionPart, comparison: Comparison): boolean {
  const speakers = comparison.positions.flatMap(({ claims }) =>
    claims.map(({ speaker }) => contentStems(speaker?.name ?? "")),
  );
  const speaking = part.names.filter(({ stems }) =>
    speakers.some((speaker) => isNamed(stems, (word) => speaker.some((one) => isSameName(word, one)))),
  );
  return speaking.length > 1;
}
