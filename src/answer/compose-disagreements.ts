import type { Snapshot } from "../index/snapshot.ts";
import { topicOf } from "../positions/topic.ts";
import type { Comparison } from "../positions/position.ts";
import type { QuestionPart } from "../question/question.ts";
import { stem } from "../text/stem.ts";
import { splitIntoWords } from "../text/words.ts";
import type { PartAnswer } from "./answer-part.ts";
import { draftDisagreement } from "./draft-disagreement.ts";
import { citeClaim } from "./cite.ts";
import { accordingTo } from "./credit.ts";
import type { DraftPart, DraftSentence } from "./draft.ts";
import { phraseOf } from "./phrase.ts";

/** Disagreements told in one answer; the rest are counted. */
const MAX_TOLD = 12;

/** "Where do the sources disagree (about drones)?": every disagreement, or those about the question's words, by topic. */
export function composeDisagreements(part: QuestionPart, snapshot: Snapshot, found: readonly Comparison[]): PartAnswer {
  const about = part.terms.map((term) => term.stem).filter((word) => !GENERAL.has(word));
  const fitting = about.length === 0 ? found : found.filter((comparison) => bearsOn(snapshot, comparison, about));
  const told = fitting.slice(0, MAX_TOLD);
  const opening: DraftSentence = {
    begins: "paragraph",
    body: {
      kind: "own",
      own: told.length === 0 ? { kind: "no-disagreement" } : { kind: "disagreements-found", count: fitting.length },
    },
  };
  return {
    part,
    answered: true,
    gap: "open",
    sentences: [opening, ...told.map((comparison) => disagreementItem(snapshot, comparison))],
    disagreements: told.map((comparison) => draftDisagreement(snapshot, comparison)),
    missing: [],
    nearest: [],
    coverage: 1,
  };
}

/** Words of such questions that name no topic. */
const GENERAL: ReadonlySet<string> = new Set(
  [
    "disagree",
    "disagr",
    "differ",
    "sourc",
    "source",
    "report",
    "document",
    "contradict",
    "conflict",
    "articl",
    "paper",
    "account",
    "figur",
  ].map((word) => stem(word)),
);

function bearsOn(snapshot: Snapshot, comparison: Comparison, about: readonly string[]): boolean {
  const claims = comparison.positions.flatMap((position) => position.claims);
  const words = new Set<string>(splitIntoWords(topicOf(comparison)).map((word) => word.stem));
  for (const claim of claims) {
    const text =
      snapshot.records[snapshot.recordOf.get(claim.document) ?? -1]?.document.text.slice(
        claim.clause.start,
        claim.clause.end,
      ) ?? "";
    for (const word of splitIntoWords(text)) words.add(word.stem);
    words.add(claim.counted.head);
  }
  return about.every((word) => words.has(word));
}

function disagreementItem(snapshot: Snapshot, comparison: Comparison): DraftSentence {
  const topic = topicOf(comparison);
  // Our own words hold no figures: a topic with one is left to the quotes.
  const parts: DraftPart[] = /\d/.test(topic) ? [] : [{ kind: "words", text: `${topic}: ` }];
  comparison.positions.forEach((position, i) => {
    const citation = citeClaim(position.lead);
    if (i > 0) parts.push({ kind: "words", text: "; " });
    parts.push(
      { kind: "value", citation, span: phraseOf(snapshot, position.lead), strong: "strong" },
      { kind: "words", text: "," },
      ...accordingTo(citation),
      { kind: "markers", citations: [citation] },
    );
  });
  return { begins: "item", body: { kind: "cited", parts: [...parts, { kind: "words", text: "." }] } };
}
