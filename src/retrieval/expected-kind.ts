import type { AnswerKind, QuestionPart } from "../question/question.ts";
import type { SentenceFacts } from "./sentence-facts.ts";
import type { Sign } from "./signs.ts";

/** What must stand in a sentence for it to answer a question of a kind: a sign, or a name or number that the question did not give. */
type Expectation = { readonly signs: readonly Sign[]; readonly fresh: "name" | "number" | "none" };

/** Kinds that are not listed expect nothing in particular. */
const EXPECTED: Readonly<Partial<Record<AnswerKind, Expectation>>> = {
  "how-many": { signs: ["amount"], fresh: "number" },
  "how-much": { signs: ["amount"], fresh: "number" },
  "how-long": { signs: ["duration"], fresh: "none" },
  when: { signs: ["time"], fresh: "none" },
  who: { signs: ["role"], fresh: "name" },
  where: { signs: ["place"], fresh: "name" },
  why: { signs: ["reason"], fresh: "none" },
};

/**
 * Whether something of the kind that is asked for stands in a sentence and was not in the question already: "present", "absent", or
 * "any" where the kind asks for nothing that could be told by its form.
 */
export function expectedKind(facts: SentenceFacts, part: QuestionPart): "present" | "absent" | "any" {
  const expected = EXPECTED[part.kind];
  if (!expected) return "any";
  return isMet(facts, part, expected) ? "present" : "absent";
}

function isMet(facts: SentenceFacts, part: QuestionPart, { signs, fresh }: Expectation): boolean {
  const signed = signs.some((sign) => facts.signs.has(sign));
  switch (fresh) {
    case "none":
      return signed;
    case "name":
      return facts.names.some((name) => !part.terms.some((term) => term.stem === name));
    case "number":
      // Words like "dozens" are amounts without being numbers.
      return signed && (facts.numbers.length === 0 || facts.numbers.some((number) => !part.numbers.includes(number)));
  }
}
