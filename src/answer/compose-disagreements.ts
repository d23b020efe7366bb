import type { Snapshot } from "../index/snapshot.ts";
import { topicOf } from "../positions/topic.ts";
import type { Comparison } from "../positions/position.ts";
import type { Chosen } from "./figures.ts";
import { isOfSpeakers } from "./look-up-topic.ts";
import type { AskedPart } from "./look-up.ts";
import type { PartAnswer } from "./answer-part.ts";
import { draftDisagreement } from "./draft-disagreement.ts";
import { citeClaim } from "./cite.ts";
import { accordingTo } from "./credit.ts";
import type { DraftPart, DraftSentence } from "./draft.ts";
import { phraseOf } from "./phrase.ts";
import { isAbout, topicsOf } from "./topic-words.ts";

/** Disagreements told in one answer; the rest are counted. */
const MAX_TOLD = 12;

/** "Where do the sources disagree (about drones)?": every disagreement, or those about the question's words, by topic. */
export function composeDisagreements(
  { part, chosen }: Pick<AskedPart, "part" | "chosen">,
  snapshot: Snapshot,
  found: readonly Comparison[],
): PartAnswer {
  const topics = topicsOf(part);
  const fitting = withChosen(
    found.filter((comparison) => isAbout(topics, comparison, snapshot)),
    chosen && isAbout(topics, chosen.main, snapshot) ? chosen : null,
  );
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

/** "How do Holm and Brandt differ on the toll?": the disagreements that both speak in; null where there are none. */
export function composeDiffering(
  asked: Pick<AskedPart, "part" | "chosen">,
  snapshot: Snapshot,
  all: () => readonly Comparison[],
): PartAnswer | null {
  const { part } = asked;
  if (part.names.length < 2 || !/\b(?:differ|disagree|contradict)/iu.test(part.text)) return null;
  const named = new Set(part.names.flatMap(({ stems }) => stems));
  const found = all().filter((comparison) => isOfSpeakers(part, comparison));
  const topic = { ...part, names: [], terms: part.terms.filter((term) => !named.has(term.stem)) };
  const answer = composeDisagreements({ part: topic, chosen: null }, snapshot, found);
  return answer.disagreements.length > 0 ? { ...answer, part } : null;
}

/** What was looked up for the topic joins what the table has, unless a claim of it stands there already. */
export function withChosen(found: readonly Comparison[], chosen: Chosen | null): readonly Comparison[] {
  if (chosen === null || chosen.main.kind === null) return found;
  const known = new Set(
    found.flatMap(({ positions }) => positions.flatMap(({ claims }) => claims.map(({ id }) => id))),
  );
  const isKnown = chosen.main.positions.every(({ claims }) => claims.some(({ id }) => known.has(id)));
  return isKnown ? found : [...found, chosen.main];
}

/** One line: the topic, then each value with who says so. */
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
