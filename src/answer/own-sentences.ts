import { escapePattern } from "../text/escape-pattern.ts";
import type { Relation } from "../positions/position.ts";
import type { Gap, MissingSlot } from "./missing-slot.ts";
import { escapeMarkdown } from "./markdown.ts";

/**
 * Our own sentences about the sources: the only ones that carry no marker. All their numbers are counts of documents
 * and positions, or words of the question itself.
 */
export type OwnSentence =
  | { readonly kind: "means"; readonly relation: Relation; readonly differs: Differs | null }
  | {
      readonly kind: "not-in-sources";
      readonly slot: MissingSlot["slot"];
      readonly gap: Gap;
      /** Words of the question that no document answers to; empty where only the whole is missing. */
      readonly asked: readonly string[];
      readonly question: string;
      readonly documents: number;
      /** `part`: another part of the question was answered. */
      readonly whole: "whole" | "part";
    }
  | { readonly kind: "disagree" }
  | { readonly kind: "no-disagreement" }
  | { readonly kind: "disagreements-found"; readonly count: number }
  | { readonly kind: "empty-corpus" };

/** What figures of different scope differ in, where that is known. */
export type Differs = "time" | "place" | "definition";

const SCOPES: Readonly<Record<Differs, string>> = {
  time: "They do not cover the same time.",
  place: "They do not cover the same place.",
  definition: "They do not count quite the same thing.",
};

/** One line that says what a kind of disagreement means. */
const MEANS: Readonly<Record<Relation, string>> = {
  contradiction: "These accounts of the same thing cannot all be right.",
  estimate: "They come from different speakers or are estimates; none of them is shown to be the right one.",
  scope: "They do not cover quite the same thing: place, time or definition differs.",
  update: "The later figure does not dispute the earlier one; it follows it.",
  unclear: "From the documents alone it cannot be told whether they speak of the same thing.",
};

const SAYS: Readonly<Record<MissingSlot["slot"], string>> = {
  who: "says who",
  what: "answers this",
  when: "says when",
  where: "says where",
  "how-many": "gives such a figure",
  why: "says why",
};

const ANSWERS: Readonly<Record<MissingSlot["slot"], string>> = {
  who: "answers this",
  what: "answers this",
  when: "answers this",
  where: "answers this",
  "how-many": "gives such a figure",
  why: "gives a reason",
};

/** Words an own sentence, as Markdown; the same value always gives the same text. */
export function wordOwnSentence(own: OwnSentence): string {
  switch (own.kind) {
    case "means":
      return own.differs === null ? MEANS[own.relation] : SCOPES[own.differs];
    case "not-in-sources":
      return notInSources(own);
    case "disagree":
      return "The sources disagree.";
    case "no-disagreement":
      return "No disagreement about this was found among the documents.";
    case "disagreements-found":
      return own.count === 1
        ? "The documents disagree on one point:"
        : `The documents disagree on ${own.count} points:`;
    case "empty-corpus":
      return "There are no documents to answer from.";
  }
}

function notInSources(own: Extract<OwnSentence, { kind: "not-in-sources" }>): string {
  const start = own.whole === "part" ? ["the", "none"] : ["The", "None"];
  const none =
    own.documents === 1 ? `${start[0]} document does not answer` : `${start[1]} of the ${own.documents} documents`;
  const asked = own.asked.map((words) => `“${escapeMarkdown(words)}”`).join(" or ");
  const about = own.whole === "part" ? `As for “${escapeMarkdown(own.question)}”: ` : "";
  if (own.documents === 1) return `${about}${none}${asked === "" ? "" : `: it says nothing of ${asked}`}.`;
  switch (own.gap) {
    case "unmentioned":
      return `${about}${none} mentions ${asked}.`;
    case "no-figure":
      return `${about}${none} gives such a figure for ${asked}.`;
    case "open":
      return asked === "" ? `${about}${none} ${SAYS[own.slot]}.` : `${about}${none} ${ANSWERS[own.slot]} for ${asked}.`;
  }
}

const OWN_TEXTS: readonly RegExp[] = [
  ...[...Object.values(MEANS), ...Object.values(SCOPES)].map((text) => new RegExp(escapePattern(text), "g")),
  /The documents disagree on (?:one point|\d+ points):/g,
  /The sources disagree\./g,
  /No disagreement about this was found among the documents\./g,
  /There are no documents to answer from\./g,
  /(?:As for “[^\n]*”: )?(?:[Tt]he document does not answer|[Nn]one of the \d+ documents (?:mentions|gives|says|answers))[^\n]*/g,
];

/** What is left of a line of an answer when our own sentences are taken out; for whoever checks an answer from outside. */
export function withoutOwnSentences(line: string): string {
  return OWN_TEXTS.reduce((rest, pattern) => rest.replaceAll(pattern, " "), line);
}
