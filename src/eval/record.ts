import type { AnswerWire } from "../http/wire.ts";
import { creditedIn } from "./compare-golden.ts";
import { citationsOf, documentsOf } from "./expected-positions.ts";
import type { ToldPosition } from "./expected-positions.ts";
import type { GoldenDraft } from "./golden.ts";

/**
 * A golden row drafted from an answer, for a person to mend: it says what came, not what is right. Documents are named by their whole ids, values,
 * quotes and speakers as they stand in the answer.
 * @returns one line of JSON
 */
export function draftRow(question: string, answer: AnswerWire): string {
  const common = { id: idOf(question), question, outcome: answer.outcome };
  return JSON.stringify({ ...common, ...expectationsOf(answer) } satisfies GoldenDraft);
}

function expectationsOf(answer: AnswerWire): Omit<GoldenDraft, "id" | "question" | "outcome"> {
  const { citations } = answer;
  const relevant = {
    relevant: citations.map(({ document, quote }) => ({ document: document.id, text: quote, grade: 2 as const })),
  };
  switch (answer.outcome) {
    case "unanswerable":
      return { missing: answer.missing.map(({ asked }) => asked) };
    case "answered": {
      const speakers = unique(creditedIn(citations));
      return {
        facts: citations.map(({ quote }) => [quote]),
        documents: unique(citations.map(({ document }) => document.id)),
        ...(speakers.length > 0 ? { speakers } : {}),
        ...relevant,
      };
    }
    case "disputed": {
      const [first] = answer.disagreements;
      if (first === undefined) return relevant;
      const fitsAll = documentsOf(first.fitsAll, answer);
      return {
        about: first.about,
        kind: first.kind,
        positions: first.positions.map((one) => draftPosition(one, answer)),
        ...(fitsAll.length > 0 ? { fitsAll: [...fitsAll] } : {}),
        ...relevant,
      };
    }
  }
}

function draftPosition(
  { value, markers }: ToldPosition,
  answer: AnswerWire,
): NonNullable<GoldenDraft["positions"]>[number] {
  const speakers = unique(creditedIn(citationsOf(markers, answer)));
  const documents = [...documentsOf(markers, answer)];
  return speakers.length === 0 ? { value, documents } : { value, documents, speakers };
}

const unique = (all: readonly string[]): string[] => [...new Set(all)];

/** Words of the question that make an id, of so many. */
const ID_WORDS = 6;

/** "How many people died?" → "how-many-people-died". */
const idOf = (question: string): string =>
  (question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["question"]).slice(0, ID_WORDS).join("-");
