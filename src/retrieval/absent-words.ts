import { verbFamily, isKnownAction, isKnownThing, isNeutral, thingFamily } from "../claims/families.ts";
import type { Tag } from "../claims/tag.ts";
import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import { tagsOf } from "./asked-tags.ts";
import type { Evidence } from "./evidence.ts";
import { sentenceFacts, titleFacts } from "./sentence-facts.ts";
import { contextOf } from "./slot-context.ts";

/** Best sentences that are looked at, and how far they may lie behind the first. */
const LOOKED_AT = 3;
const MAX_GAP = 2.5;

/** Earlier sentences of the paragraph that a reader has in mind. */
const BEFORE = 2;

/** Where words are looked for. */
type Sought = { readonly evidence: readonly Evidence[]; readonly snapshot: Snapshot };

/**
 * The nouns of a question that stand nowhere in the corpus, nor do words of their families near the best sentences, as the
 * question writes them; else the verbs of which the same holds. Names are none.
 */
export function absentWords(part: QuestionPart, sought: Sought): readonly string[] {
  const nouns = absentOf(part, sought, ["NOUN", "PROPN"]);
  return nouns.length > 0 ? nouns : absentOf(part, sought, ["VERB"]);
}

function absentOf(part: QuestionPart, { evidence, snapshot }: Sought, tags: readonly Tag[]): readonly string[] {
  const named = new Set(part.names.flatMap((name) => name.stems));
  const absent = part.terms.filter(
    (term) => !named.has(term.stem) && snapshot.bm25.search([term.stem], 1).length === 0,
  );
  if (absent.length === 0) return [];
  const tagged = tagsOf(part);
  const near = bestOf(evidence).map((one) => {
    const record = snapshot.records[one.record];
    return new Set(record ? nearStems(record, one.sentence) : []);
  });
  return absent
    .filter((term) => tags.includes(tagged.get(term.stem) ?? "X") && !near.some((stems) => isRelated(term.stem, stems)))
    .map(({ word }) => word);
}

function bestOf(evidence: readonly Evidence[]): readonly Evidence[] {
  const best = evidence[0]?.score ?? 0;
  return evidence.slice(0, LOOKED_AT).filter((one) => best - one.score <= MAX_GAP);
}

/** The stems of a sentence, of its title and of what a reader has in mind at it: its heading, the sentences before it and the next. */
export function nearStems(record: DocumentRecord, sentence: number): readonly string[] {
  const { before, heading } = contextOf(record, sentence);
  const near = [sentence, ...before.slice(0, BEFORE), sentence + 1, ...(heading === null ? [] : [heading])];
  return [...titleFacts(record).stems, ...near.flatMap((at) => sentenceFacts(record, at).stems)];
}

/** A word of the same family stands among the stems. */
export function isRelated(word: string, stems: ReadonlySet<string>): boolean {
  const action = knownAction(word);
  const thing = isKnownThing(word) ? thingFamily(word) : null;
  if (action === null && thing === null) return false;
  for (const other of stems) {
    if (action !== null && verbFamily(other) === action) return true;
    if (thing !== null && thingFamily(other) === thing) return true;
  }
  return false;
}

/** The family of a verb of which synonyms are known, else null. */
export function knownAction(word: string): string | null {
  const action = verbFamily(word);
  return isKnownAction(action) && !isNeutral(action) ? action : null;
}
